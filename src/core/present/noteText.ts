import type { Inspection } from '../inspect/inspection';
import { shorten } from './shorten';
import { timeText } from './timeText';
import { word, type Words } from './wording';

/** How a token stands, in two or three words beside it. */
export const noteWording = {
  expired: 'expired {relative}',
  inForce: 'expires {relative}',
  notYetValid: 'begins {relative}',
  unlimited: 'never expires',
  unsecured: 'unsecured',
  encrypted: 'encrypted',
} as const;

/** Longest algorithm name in a note, in UTF-16 units. */
const longestName = 24;

/** When it ends or begins, in a few words; undefined where nothing of the kind is known. */
export function timeNote({ standing, times, moment }: Inspection, words: Words): string | undefined {
  const { translate } = words;
  if (standing === 'unlimited') return word(translate, noteWording.unlimited);
  if (standing !== 'expired' && standing !== 'inForce' && standing !== 'notYetValid') return undefined;
  const claim = standing === 'notYetValid' ? 'nbf' : 'exp';
  const at = times.find((time) => time.claim === claim)?.at;
  if (at === undefined) return undefined;
  return word(translate, noteWording[standing], { relative: timeText(at, { ...words, moment }).relative });
}

/** The algorithm and how the token stands in time: plain text with token-borne parts in it, nothing said of its signature. */
export function tokenNote(inspection: Inspection, words: Words): string {
  const { form, alg, enc } = inspection;
  const { translate } = words;
  const kind =
    form === 'unsecured'
      ? word(translate, noteWording.unsecured)
      : form === 'encrypted'
        ? word(translate, noteWording.encrypted)
        : undefined;
  const names = [form === 'unsecured' ? undefined : alg, enc].map(
    (name) => name && shorten(name, longestName),
  );
  return [...names, kind, timeNote(inspection, words)]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
}
