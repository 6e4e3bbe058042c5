import { toInteger } from '../crypto/integers';
import { decodeBase64url } from '../encoding/base64url';
import type { Bytes } from '../encoding/bytes';
import type { Curve } from '../jose/algorithms';
import { curves, isOnCurve, type CurveRow } from './curve/curves';
import type { EcMaterial, KeyMaterial, OctMaterial, OkpMaterial, RsaMaterial } from './key';
import { isKeyProblem, keyProblem, type KeyProblem } from './keyProblem';
import { mlDsaSeedBytes, mlDsaSets } from './mlDsa';
import { rsaMaterial } from './rsa/rsaMaterial';

type Members = Readonly<Record<string, unknown>>;
type MaterialReader = (jwk: Members) => KeyMaterial | KeyProblem;

/** `kty` -> how its material is read from a JWK object. */
export const materialReaders: ReadonlyMap<string, MaterialReader> = new Map<string, MaterialReader>([
  ['oct', readOct],
  ['RSA', readRsa],
  ['EC', readEc],
  ['OKP', readOkp],
  ['AKP', readAkp],
]);

/** RFC 7518 §6.4. */
function readOct(jwk: Members): OctMaterial | KeyProblem {
  const k = octets(jwk, 'k');
  if (isKeyProblem(k)) return k;
  return k.length === 0 ? keyProblem('emptySecret', {}) : { kty: 'oct', k };
}

const crtNames = ['p', 'q', 'dp', 'dq', 'qi'] as const;

/** RFC 7518 §6.3. */
function readRsa(jwk: Members): RsaMaterial | KeyProblem {
  if (jwk['oth'] !== undefined) return keyProblem('multiPrime', {});
  const n = octets(jwk, 'n');
  if (isKeyProblem(n)) return n;
  const e = octets(jwk, 'e');
  if (isKeyProblem(e)) return e;
  if (jwk['d'] === undefined) return rsaMaterial('jwk', { n, e });
  const d = octets(jwk, 'd');
  if (isKeyProblem(d)) return d;
  if (crtNames.every((name) => jwk[name] === undefined)) return rsaMaterial('jwk', { n, e, d });
  // RFC 7518 §6.3.2: if one of them is there, all of them must be.
  const crt: Partial<Record<(typeof crtNames)[number], Bytes>> = {};
  for (const name of crtNames) {
    const value = octets(jwk, name);
    if (isKeyProblem(value)) return value;
    crt[name] = value;
  }
  return rsaMaterial('jwk', { n, e, d, ...crt });
}

/** RFC 7518 §6.2, RFC 8812 §3.1. */
function readEc(jwk: Members): EcMaterial | KeyProblem {
  const row = curveOf(jwk, 'EC');
  if (isKeyProblem(row)) return row;
  const x = octets(jwk, 'x', row.width);
  if (isKeyProblem(x)) return x;
  const y = octets(jwk, 'y', row.width);
  if (isKeyProblem(y)) return y;
  if (!row.equation || !isOnCurve(row.equation, toInteger(x), toInteger(y)))
    return keyProblem('notOnCurve', { crv: row.crv });
  const d = optionalOctets(jwk, 'd', row.width);
  return isKeyProblem(d) ? d : { kty: 'EC', crv: row.crv, x, y, ...d };
}

/** RFC 8037 §2. */
function readOkp(jwk: Members): OkpMaterial | KeyProblem {
  const row = curveOf(jwk, 'OKP');
  if (isKeyProblem(row)) return row;
  const x = octets(jwk, 'x', row.width);
  if (isKeyProblem(x)) return x;
  const d = optionalOctets(jwk, 'd', row.width);
  return isKeyProblem(d) ? d : { kty: 'OKP', crv: row.crv, x, ...d };
}

/** RFC 9964 §3. */
function readAkp(jwk: Members): KeyMaterial | KeyProblem {
  const alg = textOf(jwk, 'alg', 'AKP');
  if (isKeyProblem(alg)) return alg;
  const row = mlDsaSets.get(alg.text);
  if (!row) return keyProblem('jwkUnknownAlgorithm', { alg: alg.text });
  const pub = octets(jwk, 'pub', row.publicBytes);
  if (isKeyProblem(pub)) return pub;
  if (jwk['priv'] === undefined) return { kty: 'AKP', alg: row.alg, pub };
  const seed = octets(jwk, 'priv', mlDsaSeedBytes);
  return isKeyProblem(seed) ? seed : { kty: 'AKP', alg: row.alg, pub, seed };
}

function curveOf(jwk: Members, kty: 'EC' | 'OKP'): (CurveRow & { readonly crv: Curve }) | KeyProblem {
  const crv = textOf(jwk, 'crv', kty);
  if (isKeyProblem(crv)) return crv;
  const row = curves.get(crv.text);
  return row?.kty === kty ? row : keyProblem('jwkUnknownCurve', { kty, crv: crv.text });
}

function textOf(jwk: Members, name: string, kty: string): { readonly text: string } | KeyProblem {
  const text = jwk[name];
  if (text === undefined) return keyProblem('jwkMissingMember', { kty, name });
  return typeof text === 'string'
    ? { text }
    : keyProblem('jwkMemberType', { name, expected: 'string', found: typeof text });
}

function optionalOctets(jwk: Members, name: 'd', width: number): { readonly d?: Bytes } | KeyProblem {
  if (jwk[name] === undefined) return {};
  const bytes = octets(jwk, name, width);
  return isKeyProblem(bytes) ? bytes : { d: bytes };
}

function octets(jwk: Members, name: string, width?: number): Bytes | KeyProblem {
  const kty = typeof jwk['kty'] === 'string' ? jwk['kty'] : '';
  const text = textOf(jwk, name, kty);
  if (isKeyProblem(text)) return text;
  const bytes = decodeBase64url(text.text);
  if (!bytes) return keyProblem('jwkNotBase64url', { name });
  return width === undefined || bytes.length === width
    ? bytes
    : keyProblem('jwkMemberWidth', { name, expected: width, found: bytes.length });
}
