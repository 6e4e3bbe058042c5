/**
 * All that core may expect of its surroundings besides the language: text codecs, WebCrypto and a
 * macrotask to yield with. Node, web workers and webviews each have them; `crypto.subtle` is missing
 * where a page is not a secure context, so it is optional here.
 */
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array): string;
}

type BufferSource = ArrayBufferView<ArrayBuffer> | ArrayBuffer;
type KeyUsage =
  'encrypt' | 'decrypt' | 'sign' | 'verify' | 'deriveKey' | 'deriveBits' | 'wrapKey' | 'unwrapKey';

interface CryptoKey {
  readonly type: 'secret' | 'public' | 'private';
  readonly extractable: boolean;
  readonly algorithm: { readonly name: string };
  readonly usages: readonly KeyUsage[];
}
interface CryptoKeyPair {
  readonly publicKey: CryptoKey;
  readonly privateKey: CryptoKey;
}
interface AlgorithmParameters {
  readonly name: string;
  readonly [parameter: string]: unknown;
}
interface JsonWebKey {
  kty?: string;
  [member: string]: unknown;
}
interface SubtleCrypto {
  digest(algorithm: string, data: BufferSource): Promise<ArrayBuffer>;
  sign(algorithm: AlgorithmParameters, key: CryptoKey, data: BufferSource): Promise<ArrayBuffer>;
  verify(
    algorithm: AlgorithmParameters,
    key: CryptoKey,
    signature: BufferSource,
    data: BufferSource,
  ): Promise<boolean>;
  encrypt(algorithm: AlgorithmParameters, key: CryptoKey, data: BufferSource): Promise<ArrayBuffer>;
  decrypt(algorithm: AlgorithmParameters, key: CryptoKey, data: BufferSource): Promise<ArrayBuffer>;
  deriveBits(algorithm: AlgorithmParameters, key: CryptoKey, length: number | null): Promise<ArrayBuffer>;
  wrapKey(
    format: string,
    key: CryptoKey,
    wrapping: CryptoKey,
    algorithm: AlgorithmParameters,
  ): Promise<ArrayBuffer>;
  unwrapKey(
    format: string,
    wrapped: BufferSource,
    unwrapping: CryptoKey,
    algorithm: AlgorithmParameters,
    unwrappedAlgorithm: AlgorithmParameters,
    extractable: boolean,
    usages: readonly KeyUsage[],
  ): Promise<CryptoKey>;
  generateKey(
    algorithm: AlgorithmParameters,
    extractable: boolean,
    usages: readonly KeyUsage[],
  ): Promise<CryptoKey | CryptoKeyPair>;
  importKey(
    format: 'jwk',
    key: JsonWebKey,
    algorithm: AlgorithmParameters,
    extractable: boolean,
    usages: readonly KeyUsage[],
  ): Promise<CryptoKey>;
  importKey(
    format: 'raw' | 'spki' | 'pkcs8',
    key: BufferSource,
    algorithm: AlgorithmParameters,
    extractable: boolean,
    usages: readonly KeyUsage[],
  ): Promise<CryptoKey>;
  exportKey(format: 'jwk', key: CryptoKey): Promise<JsonWebKey>;
  exportKey(format: 'raw' | 'spki' | 'pkcs8', key: CryptoKey): Promise<ArrayBuffer>;
}
interface Crypto {
  readonly subtle: SubtleCrypto | undefined;
  getRandomValues<T extends ArrayBufferView<ArrayBuffer>>(array: T): T;
}
declare const crypto: Crypto;
declare function setTimeout(callback: () => void, milliseconds?: number): unknown;
declare function clearTimeout(timer: unknown): void;
