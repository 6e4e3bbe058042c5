import { AlgorithmUnavailable, KeyUnusable } from '../crypto/cryptoErrors';
import { hostEngine, type Engine } from '../crypto/engine';
import { hmacOf } from '../crypto/hmac';
import { hashes, hashLength } from '../crypto/hashes';
import { importKey } from '../crypto/importKey';
import { isOrdinaryRsa } from '../crypto/ordinaryRsa';
import { hasSmallOrder } from '../crypto/smallOrder';
import { fitsAlgorithm, verifyWith } from '../crypto/signatures';
import { concatBytes, equalBytes, ownBytes, type Bytes } from '../encoding/bytes';
import type { SignatureAlgorithm } from '../jose/algorithms';
import type { Key, KeyMaterial } from '../keys/key';
import type { ConfiguredKey } from './configuredKeys';

/** What one diagnosis may cost. */
export const diagnosisLimits = {
  /** Checks with public keys, for one token. */
  publicChecks: 5000,
  /** HMACs with octets made of one secret. */
  hmacsPerSecret: 1000,
  /** Milliseconds of work. */
  time: 1900,
} as const;

/** `spent`: not checked, for the budget is used up. */
export type CheckResult = boolean | 'spent';

const webNames: Readonly<Partial<Record<SignatureAlgorithm['family'], string>>> = {
  'rsassa-pkcs1': 'RSASSA-PKCS1-v1_5',
  'rsassa-pss': 'RSA-PSS',
  ecdsa: 'ECDSA',
  eddsa: 'Ed25519',
};

/**
 * Tests many signatures with few keys: secrets by library at once, others by WebCrypto with keys imported but once. Its
 * `true` is a candidate and no proof; what it finds is verified again, strictly, before anything is said.
 */
export class Checker {
  readonly #engine: Engine;
  #publicChecks = 0;
  #refusedHmacs = 0;
  readonly #hmacs = new Map<string, number>();
  readonly #imported = new Map<Key, Map<string, Promise<CryptoKey | undefined>>>();
  readonly #computed = new WeakMap<Bytes, Map<string, Bytes>>();

  constructor(engine: Engine = hostEngine()) {
    this.#engine = engine;
  }

  /** HMACs that were not computed, for the budget of their secret was used up. */
  get refusedHmacs(): number {
    return this.#refusedHmacs;
  }

  /** HMAC over the data with a secret, computed but once; undefined once the secret's budget is used up. */
  hmac(algorithm: SignatureAlgorithm, { id, key }: ConfiguredKey, data: Bytes): Bytes | undefined {
    const { material } = key;
    if (material.kty !== 'oct' || !algorithm.hash) return undefined;
    const ofData = this.#computed.get(data) ?? new Map<string, Bytes>();
    this.#computed.set(data, ofData);
    const mark = `${algorithm.hash}:${markOf(material.k)}`;
    const known = ofData.get(mark);
    if (known) return known;
    const count = this.#hmacs.get(id) ?? 0;
    if (count >= diagnosisLimits.hmacsPerSecret) {
      this.#refusedHmacs++;
      return undefined;
    }
    this.#hmacs.set(id, count + 1);
    const computed = hmacOf(algorithm.hash, material.k, data);
    ofData.set(mark, computed);
    return computed;
  }

  /** Whether a secret made the signature. */
  checkSecret(
    algorithm: SignatureAlgorithm,
    configured: ConfiguredKey,
    data: Bytes,
    signature: Bytes,
  ): CheckResult {
    if (signature.length !== algorithm.signatureBytes) return false;
    const computed = this.hmac(algorithm, configured, data);
    return computed ? equalBytes(computed, signature) : 'spent';
  }

  /** Whether the public half of a key made the signature. Never rejects. */
  async checkPublic(
    algorithm: SignatureAlgorithm,
    { key }: ConfiguredKey,
    data: Bytes,
    signature: Bytes,
  ): Promise<CheckResult> {
    if (!fitsAlgorithm(algorithm, key.material)) return false;
    if (algorithm.signatureBytes !== undefined && signature.length !== algorithm.signatureBytes) return false;
    if (key.material.kty === 'RSA' && signature.length !== modulusOctets(key.material.n)) return false;
    // Both halves of an Edwards signature are as long as the key.
    if (key.material.kty === 'OKP' && signature.length !== 2 * key.material.x.length) return false;
    if (this.#publicChecks >= diagnosisLimits.publicChecks) return 'spent';
    this.#publicChecks++;
    const answer = await this.#webCheck(algorithm, key, data, signature);
    return answer ?? verifies(algorithm, key.material, data, signature);
  }

  /** Whether a check takes milliseconds here and now, so that several at once would keep others waiting. */
  isSlow({ family }: SignatureAlgorithm, { key }: ConfiguredKey, data: Bytes): boolean {
    return !this.#engine || !webNames[family] || !isServed(key.material) || data.length > 65_536;
  }

  async #webCheck(
    algorithm: SignatureAlgorithm,
    key: Key,
    data: Bytes,
    signature: Bytes,
  ): Promise<boolean | undefined> {
    const { family, hash } = algorithm;
    const name = webNames[family];
    if (!this.#engine || !name || !isServed(key.material)) return undefined;
    const parameters = {
      name,
      ...(hash && { hash }),
      ...(family === 'rsassa-pss' && hash && { saltLength: hashLength(hash) }),
      ...(key.material.kty === 'EC' && { namedCurve: key.material.crv }),
    };
    try {
      const imported = await this.#import(this.#engine, key, parameters, `${name} ${hash ?? ''}`);
      return imported && (await this.#engine.verify(parameters, imported, signature, data));
    } catch {
      // Not in this host: the library decides.
      return undefined;
    }
  }

  #import(
    engine: SubtleCrypto,
    key: Key,
    parameters: AlgorithmParameters,
    mark: string,
  ): Promise<CryptoKey | undefined> {
    const ofKey = this.#imported.get(key) ?? new Map<string, Promise<CryptoKey | undefined>>();
    this.#imported.set(key, ofKey);
    let imported = ofKey.get(mark);
    if (!imported)
      ofKey.set(mark, (imported = importKey(engine, key.material, 'public', parameters, ['verify'])));
    return imported;
  }
}

/** WebCrypto hashes as `hash` says; a library for a curve would take the curve's own, so it is told the digest. */
function isServed(material: KeyMaterial): boolean {
  if (material.kty === 'RSA') return isOrdinaryRsa(material);
  if (material.kty === 'EC') return material.crv !== 'secp256k1';
  return material.kty === 'OKP' && material.crv === 'Ed25519' && !hasSmallOrder(material.x);
}

/** Tells octets apart, as text of one character each. */
function markOf(octets: Bytes): string {
  let mark = '';
  for (const octet of octets) mark += String.fromCharCode(octet);
  return mark;
}

function modulusOctets(n: Uint8Array): number {
  const first = n.findIndex((octet) => octet !== 0);
  return first < 0 ? 0 : n.length - first;
}

/** The hash each curve has in JOSE: with another one the library must be given the digest. */
const ownHashes: Readonly<Record<string, string>> = {
  'P-256': 'SHA-256',
  'P-384': 'SHA-384',
  'P-521': 'SHA-512',
  secp256k1: 'SHA-256',
};

/** The strict answer for one algorithm, key and data; false where the key cannot be used. */
export async function verifies(
  algorithm: SignatureAlgorithm,
  material: KeyMaterial,
  data: Bytes,
  signature: Bytes,
): Promise<boolean> {
  try {
    if (material.kty === 'EC' && algorithm.hash && algorithm.hash !== ownHashes[material.crv]) {
      const { weierstrassCurves } = await import('../crypto/ecdsa');
      const point = concatBytes(Uint8Array.of(4), material.x, material.y);
      const digest = ownBytes(hashes[algorithm.hash](data));
      const options = { prehash: false, lowS: false, format: 'compact' } as const;
      return weierstrassCurves[material.crv]?.verify(signature, digest, point, options) ?? false;
    }
    return await verifyWith(algorithm, material, data, signature);
  } catch (error) {
    if (error instanceof KeyUnusable || error instanceof AlgorithmUnavailable) return false;
    // The library throws for numbers that are no signature on this curve.
    if (material.kty === 'EC') return false;
    throw error;
  }
}
