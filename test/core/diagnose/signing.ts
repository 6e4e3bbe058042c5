import { constants, createHash, createHmac, sign as nodeSign, type KeyObject } from 'node:crypto';
import { aPair } from '../../support/keyMaterial';

/** Text or octets as base64url. */
export const b64 = (content: string | Uint8Array): string => Buffer.from(content).toString('base64url');

export type SigningKey = KeyObject | string | Uint8Array;

export interface Signing {
  /** The algorithm really used; the header's own unless told. */
  readonly by?: string;
  /** What is really signed; the signing input unless told. */
  readonly over?: string | Uint8Array;
  readonly saltLength?: number;
  readonly hash?: string;
}

const hashOf = (alg: string): string => `sha${/\d{3}/.exec(alg)?.[0] ?? '256'}`;

/** A signature made by Node, so that nothing of ours vouches for itself. ECDSA as r‖s. */
export function signature(
  alg: string,
  key: SigningKey,
  data: string | Uint8Array,
  more: Signing = {},
): Buffer {
  const octets = Buffer.from(data);
  const hash = more.hash ?? hashOf(alg === 'ES256K' ? 'ES256' : alg);
  if (alg.startsWith('HS')) return createHmac(hash, key).update(octets).digest();
  const object = key as KeyObject;
  if (alg.startsWith('RS')) return nodeSign(hash, octets, object);
  if (alg.startsWith('PS'))
    return nodeSign(hash, octets, {
      key: object,
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: more.saltLength ?? constants.RSA_PSS_SALTLEN_DIGEST,
    });
  if (alg.startsWith('ES')) return nodeSign(hash, octets, { key: object, dsaEncoding: 'ieee-p1363' });
  return nodeSign(null, octets, object);
}

/** A signed compact token of a header and a payload as they are written. */
export function signed(
  header: object | string,
  payload: object | string,
  key: SigningKey,
  more: Signing = {},
): string {
  const [headerText, payloadText] = [header, payload].map((part) =>
    typeof part === 'string' ? part : JSON.stringify(part),
  );
  const input = `${b64(headerText)}.${b64(payloadText)}`;
  const alg = more.by ?? (JSON.parse(headerText) as { alg: string }).alg;
  return `${input}.${b64(signature(alg, key, more.over ?? input, more))}`;
}

export const hashed = (hash: string, data: string): Buffer => createHash(hash).update(data).digest();

/** A public key as a PEM file. */
export function publicPem(kind: Parameters<typeof aPair>[0]): string {
  return aPair(kind).publicKey.export({ type: 'spki', format: 'pem' }) as string;
}

/** A private key as a PEM file. */
export function privatePem(kind: Parameters<typeof aPair>[0]): string {
  return aPair(kind).privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
}

/** The private key of a pair. */
export function signer(kind: Parameters<typeof aPair>[0]): KeyObject {
  return aPair(kind).privateKey;
}

/** A JWK Set of public keys by their ids. */
export function jwkSet(keys: Readonly<Record<string, KeyObject>>): string {
  return JSON.stringify({
    keys: Object.entries(keys).map(([kid, key]) => ({ ...key.export({ format: 'jwk' }), kid })),
  });
}
