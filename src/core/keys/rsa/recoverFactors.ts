import { bitLength, integerOctets, toInteger } from '../../crypto/integers';
import type { RsaMaterial, RsaPrivate } from '../key';

/** Bases that are tried; each finds the factors with a chance of a half, if d belongs to n and e. */
const tries = 40;

/** The factors and CRT values of a private RSA key that has only d (NIST SP 800-56B appendix C.2); undefined where d is not n's. */
export async function recoverFactors(material: RsaMaterial): Promise<RsaPrivate['crt']> {
  if (!material.private || material.private.crt) return material.private?.crt;
  const [n, e, d] = [toInteger(material.n), toInteger(material.e), toInteger(material.private.d)];
  let odd = d * e - 1n;
  if (odd <= 0n || odd % 2n === 1n) return undefined;
  while (odd % 2n === 0n) odd /= 2n;
  const { pow } = await import('@noble/curves/abstract/modular.js');
  for (let base = 2n; base < 2n + BigInt(tries); base++) {
    const p = factorOf(n, pow(base, odd, n));
    if (p !== undefined) return crtOf(p > n / p ? p : n / p, p > n / p ? n / p : p, d);
  }
  return undefined;
}

/** Squares up to a square root of one that is neither 1 nor −1; its distance from one shares a factor with n. */
function factorOf(n: bigint, start: bigint): bigint | undefined {
  let x = start;
  for (let step = bitLength(n) * 2; step > 0; step--) {
    if (x === 1n || x === n - 1n) return undefined;
    const square = (x * x) % n;
    if (square === 1n) {
      const factor = greatestDivisor(x - 1n, n);
      return factor > 1n && factor < n ? factor : undefined;
    }
    x = square;
  }
  return undefined;
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

async function crtOf(p: bigint, q: bigint, d: bigint): Promise<RsaPrivate['crt']> {
  const { invert } = await import('@noble/curves/abstract/modular.js');
  return {
    p: integerOctets(p),
    q: integerOctets(q),
    dp: integerOctets(d % (p - 1n)),
    dq: integerOctets(d % (q - 1n)),
    qi: integerOctets(invert(q, p)),
  };
}
