import type { Curve } from '../../jose/algorithms';

/** Everything known about one curve; nobody else lists widths. */
export interface CurveRow {
  readonly crv: Curve;
  readonly kty: 'EC' | 'OKP';
  /** Octets of a coordinate, of `x`, and of `d` (RFC 7518 §6.2.1.2, RFC 8037 §2). */
  readonly width: number;
  readonly bits: number;
  readonly oid: string;
  /** y² = x³ + ax + b over the field of p; with the generator and its order, for files that spell the curve out. */
  readonly equation?: CurveEquation;
}
export interface CurveEquation {
  readonly p: bigint;
  readonly a: bigint;
  readonly b: bigint;
  readonly gx: bigint;
  readonly gy: bigint;
  readonly n: bigint;
}

const hex = (text: string): bigint => BigInt(`0x${text.replaceAll(' ', '')}`);

/** Numbers computed when first asked for: most who look up a curve want its width. */
function once(compute: () => CurveEquation): () => CurveEquation {
  let equation: CurveEquation | undefined;
  return () => (equation ??= compute());
}

/** FIPS 186-4 appendix D.1.2 and SEC 2 §2.4.1 (domain parameters). */
const p256 = once(() => ({
  p: 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n,
  a: -3n,
  b: hex('5ac635d8 aa3a93e7 b3ebbd55 769886bc 651d06b0 cc53b0f6 3bce3c3e 27d2604b'),
  gx: hex('6b17d1f2 e12c4247 f8bce6e5 63a440f2 77037d81 2deb33a0 f4a13945 d898c296'),
  gy: hex('4fe342e2 fe1a7f9b 8ee7eb4a 7c0f9e16 2bce3357 6b315ece cbb64068 37bf51f5'),
  n: hex('ffffffff 00000000 ffffffff ffffffff bce6faad a7179e84 f3b9cac2 fc632551'),
}));
const p384 = once(() => ({
  p: 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n,
  a: -3n,
  b: hex(
    'b3312fa7 e23ee7e4 988e056b e3f82d19 181d9c6e fe814112 0314088f 5013875a c656398d 8a2ed19d 2a85c8ed d3ec2aef',
  ),
  gx: hex(
    'aa87ca22 be8b0537 8eb1c71e f320ad74 6e1d3b62 8ba79b98 59f741e0 82542a38 5502f25d bf55296c 3a545e38 72760ab7',
  ),
  gy: hex(
    '3617de4a 96262c6f 5d9e98bf 9292dc29 f8f41dbd 289a147c e9da3113 b5f0b8c0 0a60b1ce 1d7e819d 7a431d7c 90ea0e5f',
  ),
  n: hex(
    'ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff c7634d81 f4372ddf 581a0db2 48b0a77a ecec196a ccc52973',
  ),
}));
const p521 = once(() => ({
  p: 2n ** 521n - 1n,
  a: -3n,
  b: hex(
    '0051 953eb961 8e1c9a1f 929a21a0 b68540ee a2da725b 99b315f3 b8b48991 8ef109e1 56193951 ec7e937b 1652c0bd 3bb1bf07 3573df88 3d2c34f1 ef451fd4 6b503f00',
  ),
  gx: hex(
    '00c6 858e06b7 0404e9cd 9e3ecb66 2395b442 9c648139 053fb521 f828af60 6b4d3dba a14b5e77 efe75928 fe1dc127 a2ffa8de 3348b3c1 856a429b f97e7e31 c2e5bd66',
  ),
  gy: hex(
    '0118 39296a78 9a3bc004 5c8a5fb4 2c7d1bd9 98f54449 579b4468 17afbd17 273e662c 97ee7299 5ef42640 c550b901 3fad0761 353c7086 a272c240 88be9476 9fd16650',
  ),
  n: hex(
    '01ff ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff fffffffa 51868783 bf2f966b 7fcc0148 f709a5d0 3bb5c9b8 899c47ae bb6fb71e 91386409',
  ),
}));
const k256 = once(() => ({
  p: 2n ** 256n - 2n ** 32n - 977n,
  a: 0n,
  b: 7n,
  gx: hex('79be667e f9dcbbac 55a06295 ce870b07 029bfcdb 2dce28d9 59f2815b 16f81798'),
  gy: hex('483ada77 26a3c465 5da4fbfc 0e1108a8 fd17b448 a6855419 9c47d08f fb10d4b8'),
  n: hex('ffffffff ffffffff ffffffff fffffffe baaedce6 af48a03b bfd25e8c d0364141'),
}));

/** RFC 8410 §3 (object identifiers). */
const rows: readonly CurveRow[] = [
  {
    crv: 'P-256',
    kty: 'EC',
    width: 32,
    bits: 256,
    oid: '1.2.840.10045.3.1.7',
    get equation() {
      return p256();
    },
  },
  {
    crv: 'P-384',
    kty: 'EC',
    width: 48,
    bits: 384,
    oid: '1.3.132.0.34',
    get equation() {
      return p384();
    },
  },
  {
    crv: 'P-521',
    kty: 'EC',
    width: 66,
    bits: 521,
    oid: '1.3.132.0.35',
    get equation() {
      return p521();
    },
  },
  {
    crv: 'secp256k1',
    kty: 'EC',
    width: 32,
    bits: 256,
    oid: '1.3.132.0.10',
    get equation() {
      return k256();
    },
  },
  { crv: 'Ed25519', kty: 'OKP', width: 32, bits: 256, oid: '1.3.101.112' },
  { crv: 'Ed448', kty: 'OKP', width: 57, bits: 456, oid: '1.3.101.113' },
  { crv: 'X25519', kty: 'OKP', width: 32, bits: 256, oid: '1.3.101.110' },
  { crv: 'X448', kty: 'OKP', width: 56, bits: 448, oid: '1.3.101.111' },
];

/** The curves of JOSE, by name (RFC 7518 §6.2.1.1, RFC 8037 §2, RFC 8812 §3.1). */
export const curves: ReadonlyMap<string, CurveRow> = new Map(rows.map((row) => [row.crv, row]));
export const curvesByOid: ReadonlyMap<string, CurveRow> = new Map(rows.map((row) => [row.oid, row]));

const byName = Object.fromEntries(rows.map((row) => [row.crv, row])) as Readonly<Record<Curve, CurveRow>>;

/** All about a curve of a key that was read. */
export function curveRow(crv: Curve): CurveRow {
  return byName[crv];
}

/** Whether the coordinates solve the curve's equation (SEC 1 §3.2.2.1; the cofactor of all four is 1). */
export function isOnCurve({ p, a, b }: CurveEquation, x: bigint, y: bigint): boolean {
  if (x >= p || y >= p) return false;
  return (y * y - (x * x * x + a * x + b)) % p === 0n;
}
