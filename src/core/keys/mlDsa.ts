/** Everything known about one ML-DSA parameter set (FIPS 204 table 2, RFC 9881 §2, RFC 9964 §3); sizes in octets. */
export interface MlDsaRow {
  readonly alg: string;
  readonly oid: string;
  readonly publicBytes: number;
  readonly expandedBytes: number;
}

/** The seed ξ all three parameter sets grow from, in octets. */
export const mlDsaSeedBytes = 32;

const rows: readonly MlDsaRow[] = [
  { alg: 'ML-DSA-44', oid: '2.16.840.1.101.3.4.3.17', publicBytes: 1312, expandedBytes: 2560 },
  { alg: 'ML-DSA-65', oid: '2.16.840.1.101.3.4.3.18', publicBytes: 1952, expandedBytes: 4032 },
  { alg: 'ML-DSA-87', oid: '2.16.840.1.101.3.4.3.19', publicBytes: 2592, expandedBytes: 4896 },
];

export const mlDsaSets: ReadonlyMap<string, MlDsaRow> = new Map(rows.map((row) => [row.alg, row]));
export const mlDsaByOid: ReadonlyMap<string, MlDsaRow> = new Map(rows.map((row) => [row.oid, row]));
