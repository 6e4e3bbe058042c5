import { pow } from '@noble/curves/abstract/modular.js';
import type { RsaMaterial } from '../keys/key';
import { KeyUnusable } from './cryptoErrors';
import { bitLength, toInteger } from './integers';

/**
 * How much work a modular power may be: bits of the modulus squared, times bits of the exponent. A stranger's key gets
 * about a second, a private key (which its owner chose) about four.
 */
const publicWorkLimit = 2 ** 40;
const privateWorkLimit = 2 ** 42;

/** The numbers of an RSA key, with its sizes. */
export interface RsaNumbers {
  readonly n: bigint;
  readonly e: bigint;
  readonly bits: number;
  /** Octets of the modulus: of every signature and ciphertext (RFC 8017's k). */
  readonly octets: number;
}

/** The public numbers; throws `KeyUnusable` where no power of the modulus could be taken in bearable time. */
export function rsaNumbers(material: RsaMaterial): RsaNumbers {
  if (8 * Math.max(material.n.length, material.e.length) > 2 ** 20) throw new KeyUnusable('rsaTooLarge');
  const n = toInteger(material.n);
  const e = toInteger(material.e);
  const bits = bitLength(n);
  // Under the exponent 1 everything is its own signature.
  if (bits < 2 || e < 2n) throw new KeyUnusable('rsaTooSmall');
  return { n, e, bits, octets: Math.ceil(bits / 8) };
}

/** RSAEP and RSAVP1 (RFC 8017 §5): x^e mod n, for x below n. */
export function rsaPublic({ n, e, bits }: RsaNumbers, x: bigint): bigint {
  if (bits * bits * bitLength(e) > publicWorkLimit) throw new KeyUnusable('rsaTooLarge');
  return pow(x, e, n);
}

/**
 * RSADP and RSASP1 (RFC 8017 §5): x^d mod n, by the Chinese remainders where the key has its factors. The result is
 * tried with the public half, so that a key whose numbers do not belong together is told, and a fault gives no factor away.
 */
export function rsaPrivate(numbers: RsaNumbers, secret: RsaMaterial['private'], x: bigint): bigint {
  if (!secret) throw new KeyUnusable('notPrivate');
  const result = (secret.crt && byFactors(secret.crt, x)) ?? byExponent(numbers, toInteger(secret.d), x);
  if (rsaPublic(numbers, result) === x) return result;
  const again = secret.crt ? byExponent(numbers, toInteger(secret.d), x) : result;
  if (rsaPublic(numbers, again) !== x) throw new KeyUnusable('inconsistent');
  return again;
}

function byExponent({ n, bits }: RsaNumbers, d: bigint, x: bigint): bigint {
  if (d < 1n) throw new KeyUnusable('inconsistent');
  if (bits * bits * bitLength(d) > privateWorkLimit) throw new KeyUnusable('rsaTooLarge');
  return pow(x, d, n);
}

type Factors = NonNullable<NonNullable<RsaMaterial['private']>['crt']>;

function byFactors(crt: Factors, x: bigint): bigint | undefined {
  const [p, q, dp, dq, qi] = [crt.p, crt.q, crt.dp, crt.dq, crt.qi].map(toInteger) as [
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  // Numbers that cannot be factors: the exponent alone decides then.
  if (p < 2n || q < 2n || dp < 1n || dq < 1n) return undefined;
  const work = 2 * bitLength(p > q ? p : q) ** 2 * bitLength(dp > dq ? dp : dq);
  if (work > privateWorkLimit) throw new KeyUnusable('rsaTooLarge');
  const modP = pow(x % p, dp, p);
  const modQ = pow(x % q, dq, q);
  const difference = (((modP - modQ) % p) + p) % p;
  return modQ + q * ((difference * qi) % p);
}
