import assert from 'node:assert/strict';
import { constants, createHmac, createPublicKey, verify, type JsonWebKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseToken } from '../../src/core/jose/parseToken';
import type { JwsSignature, JwsToken } from '../../src/core/jose/token';
import { readJwk } from '../../src/core/keys/jwk';
import type { KnownKey } from '../../src/core/keys/key';
import { isKeyProblem } from '../../src/core/keys/keyProblem';
import { verifyToken } from '../../src/core/verify/verifyToken';
import { mutated } from './mutate';
import type { Target } from './target';

const moment = 1_700_000_000;

interface JwsRecord {
  readonly type: string;
  readonly expected: string;
  readonly token: unknown;
  readonly key?: JsonWebKey & { readonly kty?: string };
}

/** The tokens of the vectors that verify, and their keys under the ids they get here. */
const records = ['cookbook', 'rfc'].flatMap((name) => {
  const file = new URL(`../vectors/jose/${name}.json`, import.meta.url);
  const vectors = JSON.parse(readFileSync(file, 'utf8')) as { readonly records: readonly JwsRecord[] };
  return vectors.records.filter(
    ({ type, expected, key }) => type === 'jws' && expected === 'valid' && key?.kty,
  );
});
const jwks = new Map(records.map(({ key }) => [JSON.stringify(key), key]));
const keys: readonly KnownKey[] = [...jwks].flatMap(([id, jwk]) => {
  const key = readJwk(jwk);
  const origin = { from: 'file', path: 'keys.json', uri: 'file:///keys.json' } as const;
  return isKeyProblem(key) ? [] : [{ id, key, origin }];
});
const genuine = records.map(({ token }) => (typeof token === 'string' ? token : JSON.stringify(token)));

/** Verification answers every text, and calls valid only what Node's own cryptography calls so too. */
export const verifyTarget: Target = {
  make: (random) => {
    const text = random.below(3) === 0 ? random.pick(genuine) : mutated(random);
    // One bit, or none: what is nearly right is what must not pass.
    if (random.below(2) === 0) return text;
    const at = random.below(text.length + 1);
    const changed = String.fromCharCode((text.charCodeAt(at) || 65) ^ (1 << random.below(6)));
    return text.slice(0, at) + changed + text.slice(at + 1);
  },
  run: async (text) => {
    const token = parseToken(text);
    const report = await verifyToken({ token, keys, moment });
    if (token.kind !== 'jws') assert.equal(report.signatures[0].status, 'unverifiable');
    else
      token.signatures.forEach((signature, index) => {
        const answer = report.signatures.at(index);
        if (answer?.status === 'valid')
          assert.ok(isGenuine(token, signature, answer.key.id), 'valid, but Node disagrees');
      });
  },
};

const hashes: Readonly<Record<string, string>> = { 256: 'sha256', 384: 'sha384', 512: 'sha512' };

/** A second opinion. It knows the algorithms Node does, and takes the others on trust. */
function isGenuine(token: JwsToken, { protected: header, signature }: JwsSignature, keyId: string): boolean {
  const alg = algOf(header?.text) ?? 'unknown';
  const payload = token.payload.isEncoded
    ? Buffer.from(token.payload.segment.text)
    : Buffer.from(token.payload.bytes ?? []);
  const input = Buffer.concat([Buffer.from(`${header?.segment?.text ?? ''}.`), payload]);
  const octets = Buffer.from(signature.text, 'base64url');
  const hash = hashes[alg.slice(-3)];
  const jwk = jwks.get(keyId);
  if (jwk === undefined || signature.text !== octets.toString('base64url')) return false;
  if (/^HS(256|384|512)$/.test(alg))
    return createHmac(hash, Buffer.from(String(jwk.k), 'base64url'))
      .update(input)
      .digest()
      .equals(octets);
  const key = publicKey(jwk);
  if (key === undefined) return true;
  if (/^RS\d/.test(alg)) return verify(hash, input, key, octets);
  if (/^PS\d/.test(alg))
    return verify(
      hash,
      input,
      { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST },
      octets,
    );
  if (/^ES\d+$/.test(alg)) return verify(hash, input, { key, dsaEncoding: 'ieee-p1363' }, octets);
  if (alg === 'EdDSA') return verify(null, input, key, octets);
  return true;
}

function algOf(headerText: string | undefined): string | undefined {
  const header = JSON.parse(headerText ?? '{}') as { readonly alg?: unknown };
  return typeof header.alg === 'string' ? header.alg : undefined;
}

function publicKey(jwk: JsonWebKey): KeyObject | undefined {
  try {
    return createPublicKey({ key: jwk, format: 'jwk' });
  } catch {
    return undefined;
  }
}
