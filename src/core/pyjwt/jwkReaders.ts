import { toInteger } from '../crypto/integers';
import { equalBytes, type Bytes } from '../encoding/bytes';
import type { AlgorithmKind } from './algorithms';
import { joseCurve } from './cryptography/curveNames';
import { isEcPair, isPoint } from './cryptography/ecPoints';
import type { LoadedKey } from './cryptography/loadedKey';
import { privateOkpKey, publicOkpKey } from './cryptography/okpKeys';
import { checkedPrivateRsaKey, checkedPublicRsaKey, recoverRsaNumbers } from './cryptography/rsaKeys';
import { attempt } from './cryptography/unreadable';
import { isRaised, Raised } from './exceptions';
import { pyjwtBase64url } from './python/pythonBase64';
import { encodeUtf8 } from './python/pythonDecode';
import { pythonStr } from './python/pythonText';
import { isBytes, type PythonDict } from './python/pythonValue';
import { refuse } from './refusals';

type JwkReader = (jwk: PythonDict) => Bytes | LoadedKey | Raised;

/** `from_jwk` of each of PyJWT's classes. A member that is null is there; one that is absent is not. */
export const jwkReaders: Readonly<Record<AlgorithmKind, JwkReader>> = {
  none: () => new Raised('NotImplementedError', ''),
  hmac: readSecret,
  rsa: readRsa,
  ec: readEc,
  okp: readOkp,
};

function readSecret(jwk: PythonDict): Bytes | Raised {
  if (jwk.get('kty') !== 'oct') return refuse('jwkNoHmac');
  if (!jwk.has('k')) return new Raised('KeyError', 'k');
  const secret = octets(jwk, 'k');
  return !isRaised(secret) && secret.length === 0 ? refuse('secretEmpty') : secret;
}

const factorNames = ['p', 'q', 'dp', 'dq', 'qi'] as const;

function readRsa(jwk: PythonDict): LoadedKey | Raised {
  if (jwk.get('kty') !== 'RSA') return refuse('jwkNoRsa');
  if (!jwk.has('n') || !jwk.has('e')) return refuse('keyNeither');
  if (!jwk.has('d')) {
    const numbers = integers(jwk, ['n', 'e']);
    return isRaised(numbers) ? numbers : checkedPublicRsaKey(numbers.n, numbers.e);
  }
  if (jwk.has('oth')) return refuse('jwkOtherPrimes');
  const factors = factorNames.filter((name) => jwk.has(name));
  if (factors.length > 0 && factors.length < factorNames.length) return refuse('jwkSomeFactors');
  const base = integers(jwk, ['n', 'e', 'd']);
  if (isRaised(base)) return base;
  const more = factors.length > 0 ? integers(jwk, factorNames) : undefined;
  const numbers = more
    ? isRaised(more)
      ? more
      : { ...base, ...more }
    : recoverRsaNumbers(base.n, base.e, base.d);
  return isRaised(numbers) ? numbers : checkedPrivateRsaKey(numbers);
}

function readEc(jwk: PythonDict): LoadedKey | Raised {
  if (jwk.get('kty') !== 'EC' || !jwk.has('x') || !jwk.has('y')) return refuse('jwkNoEc');
  const x = octets(jwk, 'x');
  if (isRaised(x)) return x;
  const y = octets(jwk, 'y');
  if (isRaised(y)) return y;
  const crv = jwk.get('crv') ?? null;
  const curve = typeof crv === 'string' ? joseCurve(crv) : undefined;
  if (!curve?.crv) return refuse('crvInvalid', { crv: pythonStr(crv) });
  const { width, name } = curve;
  if (x.length !== width || y.length !== width)
    return refuse('jwkCoordinates', { width: String(width), crv: curve.crv });
  const isValid = isPoint(curve.crv, x, y);
  const material = { kty: 'EC', crv: curve.crv, x, y } as const;
  if (!jwk.has('d')) return isValid ? { family: 'EC', isPrivate: false, curve: name, material } : invalidEc();
  const d = octets(jwk, 'd');
  if (isRaised(d)) return d;
  if (d.length !== width) return refuse('jwkPrivateWidth', { width: String(width), crv: curve.crv });
  if (!isValid || !isEcPair(curve.crv, d, x, y)) return invalidEc();
  return { family: 'EC', isPrivate: true, curve: name, material: { ...material, d } };
}

const invalidEc = (): Raised => new Raised('ValueError', 'Invalid EC key.');

function readOkp(jwk: PythonDict): LoadedKey | Raised {
  if (jwk.get('kty') !== 'OKP') return refuse('jwkNoOkp');
  const crv = jwk.get('crv') ?? null;
  if (crv !== 'Ed25519' && crv !== 'Ed448') return refuse('crvInvalid', { crv: pythonStr(crv) });
  if (!jwk.has('x')) return refuse('jwkNoX');
  const x = octets(jwk, 'x');
  if (isRaised(x)) return x;
  if (!jwk.has('d')) return attempt(() => publicOkpKey(crv, x)) ?? refuse('jwkParameter');
  const d = octets(jwk, 'd');
  // Unlike x, which is decoded before PyJWT looks out for ValueErrors.
  if (isRaised(d)) return isRaised(d, 'ValueError') ? refuse('jwkParameter') : d;
  const key = attempt(() => privateOkpKey(crv, d));
  if (!key) return refuse('jwkParameter');
  const isPair = key.material?.kty === 'OKP' && equalBytes(key.material.x, x);
  return isPair ? key : refuse('jwkPairMismatch');
}

/** A member's octets, in base64url read leniently: foreign characters are passed over. */
function octets(jwk: PythonDict, name: string): Bytes | Raised {
  const value = jwk.get(name) ?? null;
  const text = typeof value === 'string' ? encodeUtf8(value) : value;
  if (isRaised(text)) return text;
  return isBytes(text) ? pyjwtBase64url(text) : refuse('secretType');
}

function integers<Name extends string>(
  jwk: PythonDict,
  names: readonly Name[],
): Readonly<Record<Name, bigint>> | Raised {
  const numbers: Partial<Record<Name, bigint>> = {};
  for (const name of names) {
    const value = octets(jwk, name);
    if (isRaised(value)) return value;
    numbers[name] = toInteger(value);
  }
  return numbers as Readonly<Record<Name, bigint>>;
}
