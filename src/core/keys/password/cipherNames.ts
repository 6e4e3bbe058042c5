/** Ciphers that key files may be closed with and that are not opened here, by the beginning of their object identifier. */
const names: readonly (readonly [beginning: string, name: string])[] = [
  ['1.2.840.113549.1.5.1', 'MD2 and DES'],
  ['1.2.840.113549.1.5.4', 'MD2 and RC2'],
  ['1.2.840.113549.1.12.1.1', 'RC4'],
  ['1.2.840.113549.1.12.1.2', 'RC4'],
  ['1.2.840.113549.3.4', 'RC4'],
  ['1.2.840.113549.3.9', 'RC5'],
  ['1.2.392.200011.61.1.1.1', 'Camellia'],
  ['1.2.410.200004.1', 'SEED'],
  ['1.2.410.200046.1.1', 'ARIA'],
  ['1.2.156.10197.1.104', 'SM4'],
  ['1.2.643.2.2', 'GOST 28147-89'],
  ['1.2.643.7.1.1.5', 'GOST R 34.12-2015'],
];

/** A name a person may know, else the numbers. */
export function cipherName(oid: string): string {
  const known = names.find(([beginning]) => oid === beginning || oid.startsWith(`${beginning}.`));
  return known?.[1] ?? oid;
}
