import { readJson } from '../../encoding/json';
import { isRaised } from '../exceptions';
import { decodeJsonBytes, decodeUtf8 } from '../python/pythonDecode';
import { isDict, isList, type PythonDict, type PythonValue } from '../python/pythonValue';
import { note, type PyjwtNote } from './note';
import type { NoteContext } from './noteContext';

/** What PyJWT passes over in the text of the token: its encoding, and its JSON. */
export function textNotes({ token, header, payload }: NoteContext): readonly PyjwtNote[] {
  if (!token) return [];
  const padded = token.segments.some((segment) => segment.endsWith('='));
  return [
    ...(padded ? [note('segmentPadded')] : []),
    ...jsonNotes('header', token.headerOctets, header),
    ...jsonNotes('payload', token.payload, payload),
  ];
}

function jsonNotes(part: string, octets: Uint8Array, value: PythonDict): readonly PyjwtNote[] {
  const text = decodeJsonBytes(octets);
  if (isRaised(text) || value.size === 0) return [];
  const isUtf8 = decodeUtf8(octets) === text && !hasText(value, isIllFormed);
  const isRepeating = readJson(text, { nonFinite: true }).problems.some(
    ({ code }) => code === 'duplicateName',
  );
  return [
    ...(isUtf8 ? [] : [note('encodingNotUtf8', { part })]),
    ...(isRepeating ? [note('namesRepeated', { part })] : []),
    ...(has(value, (each) => typeof each === 'number' && !Number.isFinite(each))
      ? [note('notJsonNumber', { part })]
      : []),
  ];
}

const isIllFormed = (text: string): boolean => /[\ud800-\udfff]/u.test(text);

/** Whether some value in it, itself included, is such a one. */
export function has(value: PythonValue, test: (value: PythonValue) => boolean): boolean {
  if (test(value)) return true;
  const inner = isDict(value) ? [...value.values()] : isList(value) ? value : [];
  return inner.some((each) => has(each, test));
}

function hasText(value: PythonValue, test: (text: string) => boolean): boolean {
  return has(value, (each) =>
    typeof each === 'string' ? test(each) : isDict(each) && [...each.keys()].some(test),
  );
}
