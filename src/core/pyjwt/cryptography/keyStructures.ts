import { toInteger } from '../../crypto/integers';
import { octetAt } from '../../encoding/bytes';
import { derTag, DerReader } from '../../encoding/der';
import { Raised } from '../exceptions';
import { curveNames, isForeignCurve, type CurveName } from './curveNames';
import { privateEcKey, publicEcKey } from './ecPoints';
import type { KeyFamily, LoadedKey } from './loadedKey';
import { privateOkpKey, publicOkpKey, type OkpFamily } from './okpKeys';
import { privateRsaKey, publicRsaKey } from './rsaKeys';
import { malformed } from './unreadable';

/** Reads DER of one structure: a key, or what `cryptography` raises once OpenSSL has read it. Faults throw `FormatFault`. */
export type KeyStructure = (octets: Uint8Array) => LoadedKey | Raised;

interface Identifier {
  readonly family: KeyFamily;
  /** EC: its curve, where it is one `cryptography` knows. */
  readonly curve?: CurveName;
  readonly foreignCurve?: string;
  /** What stands behind the identifier; DSA and DH have their domain there. */
  readonly parameters: DerReader;
}

const families: ReadonlyMap<string, KeyFamily> = new Map<string, KeyFamily>([
  ['1.2.840.113549.1.1.1', 'RSA'],
  // RSASSA-PSS keys lose what binds them to that padding.
  ['1.2.840.113549.1.1.10', 'RSA'],
  ['1.2.840.10045.2.1', 'EC'],
  ['1.2.840.10040.4.1', 'DSA'],
  ['1.2.840.113549.1.3.1', 'DH'],
  ['1.2.840.10046.2.1', 'DH'],
  ['1.3.101.110', 'X25519'],
  ['1.3.101.111', 'X448'],
  ['1.3.101.112', 'Ed25519'],
  ['1.3.101.113', 'Ed448'],
]);

/** AlgorithmIdentifier (RFC 5280 §4.1.1.2), as far as OpenSSL reads on: RFC 8410 §3 wants no parameters behind an OKP name. */
function readIdentifier(parameters: DerReader): Identifier {
  const family = families.get(parameters.oid()) ?? malformed();
  if (isOkp(family) && !parameters.isAtEnd) malformed();
  const curve = family === 'EC' ? readCurve(parameters) : {};
  if (family === 'RSA' && !parameters.isAtEnd) parameters.next();
  return { family, parameters, ...curve };
}

function readCurve(parameters: DerReader): Pick<Identifier, 'curve' | 'foreignCurve'> {
  const oid = parameters.oid();
  const curve = curveNames.get(oid);
  if (curve) return { curve };
  return isForeignCurve(oid) ? { foreignCurve: oid } : malformed();
}

const isOkp = (family: KeyFamily): family is OkpFamily => /^(Ed|X)/.test(family);

const unsupportedCurve = (oid: string): Raised =>
  new Raised('UnsupportedAlgorithm', `${oid} is not a supported elliptic curve`, 'prefix');

function atEnd(reader: DerReader): void {
  if (!reader.isAtEnd) malformed();
}

/** SubjectPublicKeyInfo (RFC 5280 §4.1). */
export const subjectPublicKeyInfo: KeyStructure = (octets) => {
  const info = new DerReader(octets).enter();
  const { family, curve, foreignCurve, parameters } = readIdentifier(info.enter());
  const bits = info.bits();
  atEnd(info);
  if (foreignCurve !== undefined) return unsupportedCurve(foreignCurve);
  if (curve) return publicEcKey(curve, bits);
  if (family === 'RSA') return rsaPublicKey(bits);
  if (isOkp(family)) return publicOkpKey(family, bits);
  parameters.enter();
  info.within(bits).integer();
  return { family, isPrivate: false };
};

/** RSAPublicKey (RFC 8017 appendix A.1.1). */
export const rsaPublicKey: KeyStructure = (octets) => {
  const key = new DerReader(octets).enter();
  const [n, e] = [magnitude(key), magnitude(key)];
  atEnd(key);
  return publicRsaKey(n, e);
};

/** Of an INTEGER, whatever its sign: writers that forget the leading zero make negative numbers, which OpenSSL takes. */
function magnitude(reader: DerReader): bigint {
  const { content } = reader.take(derTag.integer);
  const value = toInteger(content);
  return octetAt(content, 0) < 0x80 ? value : (1n << BigInt(8 * content.length)) - value;
}

/** PrivateKeyInfo (RFC 5208 §5); the public key that RFC 5958 lets follow is unknown to OpenSSL 3.0. */
export const privateKeyInfo: KeyStructure = (octets) => {
  const info = new DerReader(octets).enter();
  info.take(derTag.integer);
  const { family, curve, foreignCurve, parameters } = readIdentifier(info.enter());
  const inner = info.octets();
  info.optional(0xa0);
  atEnd(info);
  if (foreignCurve !== undefined) return unsupportedCurve(foreignCurve);
  if (curve) return ecPrivateKeyOn(curve)(inner);
  if (family === 'RSA') return rsaPrivateKey(inner);
  if (isOkp(family)) return privateOkpKey(family, info.within(inner).octets());
  parameters.enter();
  info.within(inner).integer();
  return { family, isPrivate: true };
};

/** RSAPrivateKey (RFC 8017 appendix A.1.2), of two primes. */
export const rsaPrivateKey: KeyStructure = (octets) => {
  const key = new DerReader(octets).enter();
  key.take(derTag.integer);
  const next = (): bigint => toInteger(key.integer());
  const [n, e, d, p, q, dp, dq, qi] = [next(), next(), next(), next(), next(), next(), next(), next()];
  atEnd(key);
  return privateRsaKey({ n, e, d, p, q, dp, dq, qi });
};

/** ECPrivateKey (RFC 5915 §3), which names its curve itself. */
export const ecPrivateKey: KeyStructure = (octets) => ecPrivateKeyOn(undefined)(octets);

function ecPrivateKeyOn(outside: CurveName | undefined): KeyStructure {
  return (octets) => {
    const key = new DerReader(octets).enter();
    key.take(derTag.integer);
    const secret = key.octets();
    const own = key.optional(0xa0);
    const named = own && readCurve(key.inside(own));
    const wrapped = key.optional(0xa1);
    const point = wrapped && key.inside(wrapped).bits();
    atEnd(key);
    if (named?.foreignCurve !== undefined) return unsupportedCurve(named.foreignCurve);
    return privateEcKey(named?.curve ?? outside ?? malformed(), secret, point);
  };
}

/** The private DSA key of old OpenSSL: version, p, q, g, y, x. */
export const dsaPrivateKey: KeyStructure = (octets) => {
  const key = new DerReader(octets).enter();
  for (let number = 0; number < 6; number++) key.integer();
  atEnd(key);
  return { family: 'DSA', isPrivate: true };
};

/** EncryptedPrivateKeyInfo (RFC 5208 §6): PyJWT never has a password for it. */
export const encryptedPrivateKeyInfo: KeyStructure = (octets) => {
  const info = new DerReader(octets).enter();
  const algorithm = info.enter();
  if (algorithm.nextTag !== derTag.oid) malformed();
  info.octets();
  atEnd(info);
  return passwordMissing();
};

export function passwordMissing(): Raised {
  return new Raised('TypeError', 'Password was not given but private key is encrypted', 'prefix');
}

/** The structure, if its key is of that family. */
export function ofFamily(family: KeyFamily, structure: KeyStructure): KeyStructure {
  return (octets) => {
    const key = structure(octets);
    return key instanceof Raised || key.family === family ? key : malformed();
  };
}
