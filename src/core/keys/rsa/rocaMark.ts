/** Primes up to 167: those whose residues the faulty library left its mark on. */
const primes = [
  3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107,
  109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167,
];

/** For each prime the powers of 65537: the residues a modulus of that library can have. */
const residues = primes.map((prime) => {
  const powers = new Set<number>();
  for (let power = 1; !powers.has(power); power = (power * 65537) % prime) powers.add(power);
  return powers;
});

/**
 * Whether an RSA modulus (big-endian) bears the mark of CVE-2017-15361 (ROCA): made by a library whose keys can be
 * factored. Each of its primes is a power of 65537 modulo every small prime, and so is their product; of honest moduli
 * less than one in a hundred million is.
 */
export function bearsRocaMark(modulus: Uint8Array): boolean {
  return primes.every((prime, index) => residues[index]?.has(remainder(modulus, prime)));
}

function remainder(number: Uint8Array, divisor: number): number {
  let rest = 0;
  for (const octet of number) rest = (256 * rest + octet) % divisor;
  return rest;
}
