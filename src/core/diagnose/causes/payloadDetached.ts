import { readJson } from '../../encoding/json';
import { isUnencoded, segmentOf } from '../parts';
import { firstVerifying } from '../siblings';
import { withSegments, type Proof, type Setting, type Stance, type Variant } from '../stance';
import { signingInput } from '../parts';

/** Beginnings of JSON in a document that are tried, and characters of a document that are looked at. */
const limits = { starts: 60, length: 1_048_576, payload: 262_144 } as const;

/** Row 41: the middle segment is empty, and the payload stands elsewhere in the document. */
export function* withDocument(stance: Stance, { document }: Setting): Generator<Stance> {
  const { parts } = stance;
  if (parts.p !== '' || parts.s === '' || document === undefined) return;
  const isPlain = isUnencoded(parts.header);
  for (const payload of payloadsIn(document.slice(0, limits.length))) {
    const p = isPlain ? payload : segmentOf(payload);
    const isWritable = !isPlain || !/[.~]/.test(payload);
    const whole = withSegments(stance, { p });
    yield isWritable
      ? whole
      : { ...whole, data: signingInput(parts.h, p), strictText: undefined, gives: stance.gives };
  }
}

function* payloadsIn(document: string): Generator<string> {
  const known = new Set<string>();
  for (const found of [...bodies(document), ...jsonValues(document)])
    for (const payload of [found, `${found}\n`, found.replace(/\r?\n$/, '')]) {
      if (payload === '' || payload.length > limits.payload || known.has(payload)) continue;
      known.add(payload);
      yield payload;
    }
}

/** What stands behind the first blank line, as the body of a message does. */
function bodies(document: string): readonly string[] {
  const blank = /\r?\n\r?\n/.exec(document);
  if (!blank) return [];
  const body = document.slice(blank.index + blank[0].length);
  return [body, body.trimEnd(), body.trim()];
}

/** Every JSON object and array. */
function jsonValues(document: string): readonly string[] {
  const found: string[] = [];
  let tried = 0;
  for (const { index } of document.matchAll(/[{[]/g)) {
    if (++tried > limits.starts) break;
    const rest = document.slice(index, index + limits.payload);
    const { node, partial } = readJson(rest);
    const end = (node ?? partial)?.span.end;
    if (end === undefined) continue;
    const text = rest.slice(0, end);
    if (node ?? readJson(text).node) found.push(text);
  }
  return found;
}

/** Row 41, by a sibling that has this header and this signature, and a payload. */
export async function siblingWithPayload(
  { parts: [own] }: Variant,
  setting: Setting,
): Promise<Proof | undefined> {
  if (own?.p !== '' || own.s === '') return undefined;
  const found = await firstVerifying(
    setting,
    ({ parts: { h, s, p } }) => h === own.h && s === own.s && p !== '',
  );
  return found && { key: found.key, repaired: found.sibling.text, evidence: 'sibling' };
}
