import type { JsonNode, JsonObject } from '../../encoding/jsonNode';
import { readUtf8 } from '../../encoding/utf8';
import { readJson } from '../../encoding/json';
import { objectOf, payloadOctets, segmentOf, type TokenParts } from '../parts';
import { firstVerifying } from '../siblings';
import { withSegments, type Proof, type Setting, type Stance, type Variant } from '../stance';
import {
  escapings,
  inOrderOf,
  isEqualJson,
  isShallow,
  sorted,
  spacings,
  withFirst,
  writeStyled,
} from './jsonStyles';

/** Texts longer than this are not written anew: hundreds of times would take too long. */
const longestText = 32_768;
/** Orders of names taken from siblings. */
const siblingOrders = 6;
const ends = ['', '\n', '\r\n'] as const;

/** Row 18: header or payload as another program would have written it before it was parsed and written anew. */
export function* writtenAnew(stance: Stance, setting: Setting): Generator<Stance | undefined> {
  const { header, headerText } = stance.parts;
  if (headerText !== '' && headerText.length <= longestText && isShallow(header)) {
    const first = [withFirst(header, ['typ', 'alg']), withFirst(header, ['alg', 'typ'])];
    const models = setting.siblings.map(({ parts }) => parts.header);
    for (const text of writings([...orders(header, models), ...first], headerText))
      yield text === undefined ? undefined : withSegments(stance, { h: segmentOf(text) });
  }
  const payload = payloadOf(stance.parts);
  if (!payload) return;
  const models = setting.siblings.flatMap(({ parts }) => payloadOf(parts)?.node ?? []);
  for (const text of writings(orders(payload.node, models), payload.text))
    yield text === undefined ? undefined : withSegments(stance, { p: segmentOf(text) });
}

function payloadOf(parts: TokenParts): { readonly node: JsonObject; readonly text: string } | undefined {
  const { text, invalidAt } = readUtf8(payloadOctets(parts));
  if (invalidAt !== undefined || text.length > longestText) return undefined;
  const { node } = readJson(text);
  return node?.type === 'object' && isShallow(node) ? { node, text } : undefined;
}

/** The node with its names as they are, sorted, and as each sibling has them. */
function orders(node: JsonObject, models: readonly JsonObject[]): readonly JsonNode[] {
  const all: JsonNode[] = [node, sorted(node)];
  const known = new Set([namesOf(node)]);
  for (const model of models) {
    const order = namesOf(model);
    if (known.has(order) || !isShallow(model)) continue;
    known.add(order);
    all.push(inOrderOf(node, model));
    if (known.size > siblingOrders) break;
  }
  return all;
}

function namesOf({ members }: JsonObject): string {
  return members
    .map(({ name, value }) => (value.type === 'object' ? `${name}{${namesOf(value)}}` : name))
    .join();
}

/** Every text of these nodes, the written one left out; undefined in the place of one that was there before. */
function* writings(nodes: readonly JsonNode[], written: string): Generator<string | undefined> {
  const known = new Set([written]);
  for (const end of ends)
    for (const node of nodes)
      for (const spacing of spacings)
        for (const escape of escapings) {
          const text = writeStyled(node, { ...spacing, escape }) + end;
          yield known.has(text) ? undefined : text;
          known.add(text);
        }
}

/** Row 18, by a sibling: a token of equal JSON has this very signature. */
export async function siblingOfEqualJson({ parts }: Variant, setting: Setting): Promise<Proof | undefined> {
  const [own] = parts;
  const payload = own && payloadOf(own);
  if (!payload || own.s === '') return undefined;
  const found = await firstVerifying(setting, (sibling) => {
    if (sibling.parts.s !== own.s) return false;
    const theirs = payloadOf(sibling.parts);
    const header = objectOf(sibling.parts.h)?.object;
    return (
      theirs !== undefined &&
      header !== undefined &&
      isEqualJson(theirs.node, payload.node) &&
      isEqualJson(header, own.header)
    );
  });
  return found && { key: found.key, repaired: found.sibling.text, evidence: 'sibling' };
}
