import { readJson } from '../encoding/json';
import type { JsonMember, JsonNode, JsonObject } from '../encoding/jsonNode';
import { memberOf } from '../encoding/jsonNode';
import { registeredClaims } from '../jose/claims';
import type { Problem } from '../jose/problem';
import { readMoment } from '../jose/readMoment';
import type { Span } from '../jose/span';
import type { KeyMaterial } from '../keys/key';
import { blocksSigning, checkDraft } from './checkDraft';
import { compactJson } from './compactDraft';
import type { Draft } from './draft';

/** A decoded token as a person edits it: `{ "header": …, "payload": …, "encryption": … }`, read. */
export interface TokenDraft {
  /** What is to be signed; undefined where there is no header, or what is there cannot become a token. */
  readonly draft: Draft | undefined;
  /** The payload as it goes into the token, its times as numbers; undefined where there is none. */
  readonly payloadText: string | undefined;
  /** The header of a JWE around it; undefined where it is not to be encrypted. */
  readonly encryptionText: string | undefined;
  /** The `alg` of each. */
  readonly alg: string | undefined;
  readonly encryptionAlg: string | undefined;
  readonly problems: readonly DraftProblem[];
}

/** What is wrong with a draft so far, with its place: UTF-16 offsets into the whole text. */
export interface DraftProblem {
  readonly problem: Problem | DraftFault;
  readonly span: Span;
  /** Whether no token can be made as long as it stands. */
  readonly blocks: boolean;
}

/** What can be wrong with the document around header and payload. */
export type DraftFault =
  | { readonly code: 'draft.notJson'; readonly facts: { readonly line: number; readonly column: number } }
  | { readonly code: 'draft.notObject'; readonly facts: { readonly name: string } }
  | { readonly code: 'draft.missing'; readonly facts: { readonly name: string } }
  | { readonly code: 'draft.unknown'; readonly facts: { readonly name: string } }
  /** A time claim that is neither a number nor a time as people write it. */
  | { readonly code: 'draft.time'; readonly facts: { readonly name: string } };

const parts: ReadonlySet<string> = new Set(['header', 'payload', 'encryption']);

/** Reads an edited token at a moment in seconds since the epoch, and checks it against the key that is to sign. Never throws. */
export function readTokenDraft(text: string, now: number, material?: KeyMaterial): TokenDraft {
  const { node, problems: faults } = readJson(text);
  if (node?.type !== 'object') return unreadable(node, faults);
  const problems: DraftProblem[] = [];
  const part = (name: string): JsonNode | undefined => memberOf(node, name);
  for (const { name, nameSpan } of node.members)
    if (!parts.has(name))
      problems.push({ problem: { code: 'draft.unknown', facts: { name } }, span: nameSpan, blocks: false });
  const header = objectPart(part('header'), 'header', problems);
  const encryption = objectPart(part('encryption'), 'encryption', problems);
  const payload = part('payload');
  const lacks = (name: string): void => {
    problems.push({ problem: { code: 'draft.missing', facts: { name } }, span: startOf(node), blocks: true });
  };
  if (!payload) lacks('payload');
  if (!part('header') && !part('encryption')) lacks('header');
  const payloadText = payload && compactJson(withNumbers(text, payload, now, problems));
  const slice = (of: JsonNode | undefined): string | undefined =>
    of && compactJson(text.slice(of.span.start, of.span.end));
  const headerText = slice(header);
  if (header && payload) checkParts(text, header, payload, material, problems);
  return {
    draft: headerText !== undefined && payloadText !== undefined ? { headerText, payloadText } : undefined,
    payloadText,
    encryptionText: slice(encryption),
    alg: algOf(header),
    encryptionAlg: algOf(encryption),
    problems,
  };
}

function unreadable(node: JsonNode | undefined, faults: ReturnType<typeof readJson>['problems']): TokenDraft {
  const [fault] = faults;
  const offset = fault?.offset ?? 0;
  const span = node?.span ?? { start: offset, end: offset + 1 };
  const facts =
    fault?.code === 'syntax' ? { line: fault.line, column: fault.column } : { line: 1, column: 1 };
  const problem = { code: 'draft.notJson', facts } as const;
  return {
    draft: undefined,
    payloadText: undefined,
    encryptionText: undefined,
    alg: undefined,
    encryptionAlg: undefined,
    problems: [{ problem, span, blocks: true }],
  };
}

function objectPart(
  node: JsonNode | undefined,
  name: string,
  problems: DraftProblem[],
): JsonObject | undefined {
  if (!node || node.type === 'object') return node;
  problems.push({ problem: { code: 'draft.notObject', facts: { name } }, span: node.span, blocks: true });
  return undefined;
}

/** The payload's text with times that people write turned into NumericDates; all else as it stands. */
function withNumbers(text: string, payload: JsonNode, now: number, problems: DraftProblem[]): string {
  const pieces: string[] = [];
  let at = payload.span.start;
  for (const { name, value } of payload.type === 'object' ? payload.members.filter(isTime) : []) {
    const moment = value.type === 'string' ? readMoment(value.value, now) : undefined;
    if (moment === undefined) {
      const problem = { code: 'draft.time', facts: { name } } as const;
      problems.push({ problem, span: value.span, blocks: value.type === 'string' });
      continue;
    }
    pieces.push(text.slice(at, value.span.start), String(moment));
    at = value.span.end;
  }
  return [...pieces, text.slice(at, payload.span.end)].join('');
}

/** A claim that the registry knows as a time, and that is no number yet. */
function isTime({ name, value }: JsonMember): boolean {
  return value.type !== 'number' && registeredClaims.get(name)?.type === 'date';
}

/** What core says of header and payload, moved to where they stand in the whole text. */
function checkParts(
  text: string,
  header: JsonObject,
  payload: JsonNode,
  material: KeyMaterial | undefined,
  problems: DraftProblem[],
): void {
  const slice = ({ span }: JsonNode): string => text.slice(span.start, span.end);
  const checked = checkDraft({ headerText: slice(header), payloadText: slice(payload) }, material);
  for (const problem of checked.problems) {
    const isPayload = 'segment' in problem.facts && problem.facts.segment === 'payload';
    // A payload need not be an object: any JSON can be signed.
    if (isPayload && problem.code === 'json.notObject') continue;
    const { start } = (isPayload ? payload : header).span;
    const span = problem.span
      ? { start: start + problem.span.start, end: start + problem.span.end }
      : (memberOf(header, 'alg')?.span ?? startOf(header));
    problems.push({ problem, span, blocks: blocksSigning(problem) });
  }
}

function algOf(header: JsonObject | undefined): string | undefined {
  const alg = memberOf(header, 'alg');
  return alg?.type === 'string' ? alg.value : undefined;
}

const startOf = ({ span }: JsonNode): Span => ({ start: span.start, end: span.start + 1 });
