import { isList } from '../python/pythonValue';
import { note, type PyjwtNote } from './note';
import type { NoteContext } from './noteContext';

/** Claims that RFC 7519 §5.3 lets a header repeat, and that then must be equal. */
const replicable = ['iss', 'sub', 'aud'] as const;

/** Names PyJWT alone has, and names of RFC 9864 it does not know. */
const unusualAlgorithms: ReadonlySet<string> = new Set(['ES521', 'Ed25519', 'Ed448']);

/** What a key id needs no more than; paths, queries and shell text hold others. */
const plainKid = /^(?!.*\.\.)[\p{L}\p{N}_.:@=+~-]*$/u;

/** What PyJWT passes over in the header. */
export function headerNotes({ token, header }: NoteContext): readonly PyjwtNote[] {
  if (!token) return [];
  const has = (name: string): boolean => header.has(name);
  const kid = header.get('kid');
  const alg = header.get('alg');
  return [
    ...(header.get('typ') === 'JWT' ? [] : [note('typeUnchecked', { parameter: 'typ' })]),
    ...['cty', 'zip', 'enc'].filter(has).map((parameter) => note('contentUnchecked', { parameter })),
    ...replicable.filter(has).map((claim) => note('replicatedUnchecked', { claim })),
    ...(typeof alg === 'string' && unusualAlgorithms.has(alg) ? [note('algorithmName', { alg })] : []),
    ...(typeof kid === 'string' && !plainKid.test(kid) ? [note('kidUnchecked')] : []),
    ...criticalNotes({ header }),
  ];
}

function criticalNotes({ header }: Pick<NoteContext, 'header'>): readonly PyjwtNote[] {
  const given = header.get('crit') ?? null;
  const crit = isList(given) ? given : [];
  const isLoose = header.has('b64') && (typeof header.get('b64') !== 'boolean' || !crit.includes('b64'));
  return [
    ...(isLoose ? [note('b64Loose')] : []),
    ...(new Set(crit).size < crit.length ? [note('critRepeated')] : []),
  ];
}
