import type { Bytes } from '../encoding/bytes';
import type { AlgorithmKind, PyjwtAlgorithm } from './algorithms';
import { className, type LoadedKey } from './cryptography/loadedKey';
import { loadPemPrivateKey, loadPemPublicKey } from './cryptography/pemKeys';
import { loadSshPublicKey } from './cryptography/sshPublicKey';
import { isRaised, type Raised } from './exceptions';
import { decodeUtf8, encodeUtf8 } from './python/pythonDecode';
import { isBytes, typeName, type PythonValue } from './python/pythonValue';
import { refuse } from './refusals';
import { guardSecret } from './secretGuard';

/** What a caller gives as a key: any Python value, or a key object of `cryptography` out of a PyJWK. */
export type RawKey = PythonValue | LoadedKey;

/** A key ready for its algorithm: a secret's octets, a key object, or None for `none`. */
export type PreparedKey = Bytes | LoadedKey | null;

type Preparation = (algorithm: PyjwtAlgorithm, key: RawKey) => PreparedKey | Raised;

/** `prepare_key` of each of PyJWT's classes. */
const keyPreparations: Readonly<Record<AlgorithmKind, Preparation>> = {
  none: (_algorithm, key) => (key === '' || key === null ? null : refuse('noneWithKey')),
  hmac: (_algorithm, key) => {
    const secret = octetsOf(key);
    if (!secret) return refuse('secretType');
    return isRaised(secret) ? secret : (guardSecret(secret) ?? secret);
  },
  rsa: (algorithm, key) => {
    if (isLoadedKey(key)) return key.family === 'RSA' ? key : refuse('keyType');
    const text = octetsOf(key);
    if (!text) return refuse('keyType');
    return isRaised(text) ? text : rsaKey(algorithm, text);
  },
  ec: (algorithm, key) => {
    if (isLoadedKey(key)) return key.family === 'EC' ? onCurve(algorithm, key) : refuse('keyType');
    const text = octetsOf(key);
    if (!text) return refuse('keyType');
    return isRaised(text) ? text : ecKey(algorithm, text);
  },
  okp: (algorithm, key) => {
    if (isLoadedKey(key)) return ofFamilies(algorithm, key);
    const text = octetsOf(key);
    if (!text) return refuse('keyFamily', { found: typeName(key), algorithm: algorithm.className });
    return isRaised(text) ? text : okpKey(algorithm, text);
  },
};

/** The key as PyJWT prepares it for the algorithm, or what it raises. */
export function prepareKey(algorithm: PyjwtAlgorithm, key: RawKey): PreparedKey | Raised {
  return keyPreparations[algorithm.kind](algorithm, key);
}

export function isLoadedKey(key: RawKey | PreparedKey): key is LoadedKey {
  return typeof key === 'object' && key !== null && 'family' in key;
}

/** The octets of a str or bytes; undefined for anything else. */
function octetsOf(key: RawKey): Bytes | Raised | undefined {
  if (typeof key === 'string') return encodeUtf8(key);
  return isBytes(key) ? key : undefined;
}

/** A private key first, then a public one; only a ValueError of the first lets the second have its turn. */
function rsaKey(algorithm: PyjwtAlgorithm, text: Bytes): LoadedKey | Raised {
  const first = ofFamilies(
    algorithm,
    startsWith(text, 'ssh-rsa') ? loadSshPublicKey(text) : loadPemPrivateKey(text),
  );
  if (!isRaised(first, 'ValueError')) return first;
  const second = ofFamilies(algorithm, loadPemPublicKey(text));
  const isUnreadable = isRaised(second, 'ValueError') || isRaised(second, 'UnsupportedAlgorithm');
  return isUnreadable ? refuse('keyUnreadable') : second;
}

/** A public key first, then a private one. */
function ecKey(algorithm: PyjwtAlgorithm, text: Bytes): LoadedKey | Raised {
  const first = startsWith(text, 'ecdsa-sha2-') ? loadSshPublicKey(text) : loadPemPublicKey(text);
  return onCurve(algorithm, isRaised(first, 'ValueError') ? loadPemPrivateKey(text) : first);
}

/** Told apart by the words they hold. */
function okpKey(algorithm: PyjwtAlgorithm, octets: Bytes): LoadedKey | Raised {
  const text = decodeUtf8(octets);
  if (isRaised(text)) return text;
  if (text.includes('-----BEGIN PUBLIC')) return ofFamilies(algorithm, loadPemPublicKey(octets));
  if (text.includes('-----BEGIN PRIVATE')) return ofFamilies(algorithm, loadPemPrivateKey(octets));
  if (text.startsWith('ssh-')) return ofFamilies(algorithm, loadSshPublicKey(octets));
  return refuse('keyNeither');
}

const families: Readonly<Record<'rsa' | 'ec' | 'okp', readonly string[]>> = {
  rsa: ['RSA'],
  ec: ['EC'],
  okp: ['Ed25519', 'Ed448'],
};

/** `check_crypto_key_type`. */
function ofFamilies(algorithm: PyjwtAlgorithm, key: LoadedKey | Raised): LoadedKey | Raised {
  if (isRaised(key) || algorithm.kind === 'none' || algorithm.kind === 'hmac') return key;
  if (families[algorithm.kind].includes(key.family)) return key;
  return refuse('keyFamily', { found: className(key), algorithm: algorithm.className });
}

function onCurve(algorithm: PyjwtAlgorithm, loaded: LoadedKey | Raised): LoadedKey | Raised {
  const key = ofFamilies(algorithm, loaded);
  if (isRaised(key) || key.curve === algorithm.curve) return key;
  return refuse('keyCurve', { found: key.curve ?? '', expected: algorithm.curve ?? '' });
}

function startsWith(octets: Bytes, word: string): boolean {
  return (
    octets.length >= word.length &&
    Array.from(word).every((letter, at) => octets[at] === letter.charCodeAt(0))
  );
}
