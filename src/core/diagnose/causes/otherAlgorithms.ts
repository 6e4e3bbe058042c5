import { memberOf } from '../../encoding/jsonNode';
import { signatureAlgorithms, type Hash, type SignatureAlgorithm } from '../../jose/algorithms';
import { segmentOf } from '../parts';
import { keysFor, withSegments, type Gives, type Setting, type Stance } from '../stance';

const named: readonly SignatureAlgorithm[] = [...signatureAlgorithms.values()].filter(
  ({ family }) => family !== 'none',
);

/** RSASSA-PKCS1-v1_5 with SHA-1, as old libraries sign (its name is registered for WebCrypto only). */
const rs1: SignatureAlgorithm = {
  alg: 'RS1',
  family: 'rsassa-pkcs1',
  kty: 'RSA',
  hash: 'SHA-1',
  rfc: 'RFC 8812 §2',
};

/** ECDSA with a hash that JOSE does not pair with the curve: it has no name. */
const unnamed: readonly (SignatureAlgorithm & { readonly form: string })[] = named
  .filter(({ family }) => family === 'ecdsa')
  .flatMap((row) =>
    (['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'] as const satisfies readonly Hash[])
      .filter((hash) => hash !== row.hash)
      .map((hash) => ({ ...row, alg: '', hash, form: `ECDSA, ${row.curves?.join()}, ${hash}` })),
  );

/** Each with what is said of it. */
const everyAlgorithm: readonly (readonly [SignatureAlgorithm, Gives])[] = [
  ...[...named, rs1].map((row) => [row, { alg: row.alg }] as const),
  ...unnamed.map(({ form, ...row }) => [row, { facts: { form } }] as const),
];

/** Row 29: signed by another algorithm than the registered one the header names. */
export function* mislabelled(stance: Stance): Generator<Stance> {
  if (stance.algorithms.length > 0) yield* byOthers(stance);
}

/** Row 30: the header names no registered algorithm. */
export function* nonstandardName(stance: Stance): Generator<Stance> {
  const { alg } = stance.parts;
  if (alg !== undefined && !signatureAlgorithms.has(alg) && alg.toLowerCase() !== 'none')
    yield* byOthers(stance);
}

function* byOthers(stance: Stance): Generator<Stance> {
  const { alg } = stance.parts;
  for (const [algorithm, gives] of everyAlgorithm) {
    if (algorithm.alg === alg) continue;
    const { gives: before } = stance;
    yield { ...stance, algorithms: [algorithm], strictText: undefined, gives: { ...before, ...gives } };
  }
}

/** Row 31: the value of `alg` was changed after signing; all else of the header is as it was. */
export function* swapped(stance: Stance, setting: Setting): Generator<Stance> {
  const { parts } = stance;
  const value = memberOf(parts.header, 'alg');
  if (value?.type !== 'string' || parts.headerText === '') return;
  const { start, end } = value.span;
  for (const algorithm of named) {
    if (algorithm.alg === value.value) continue;
    const { alg } = algorithm;
    const header = parts.headerText.slice(0, start) + JSON.stringify(alg) + parts.headerText.slice(end);
    yield {
      ...withSegments(stance, { h: segmentOf(header) }, { alg }),
      algorithms: [algorithm],
      keysFor: (wanted) => keysFor(parts.kid, wanted, setting),
    };
  }
}
