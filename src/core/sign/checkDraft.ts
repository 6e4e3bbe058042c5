import { readJson } from '../encoding/json';
import { memberOf, type JsonObject } from '../encoding/jsonNode';
import { fitsAlgorithm } from '../crypto/signatures';
import { signatureAlgorithm, type SignatureAlgorithm } from '../jose/algorithms';
import { checkCritical, checkHeader, namesOf } from '../jose/headerProblems';
import type { Problem, ProblemCode, SegmentName } from '../jose/problem';
import { jsonProblem } from '../jose/readDecodedJson';
import type { JoseHeader } from '../jose/token';
import { hasPrivate } from '../keys/jwk';
import type { KeyMaterial } from '../keys/key';
import type { CheckedDraft, Draft } from './draft';

/**
 * Reads a draft and tells what is wrong with it so far, with the key where one is chosen. Problems of JSON have their
 * place: `span` and `facts.offset` count UTF-16 units of the header's or payload's own text. Never throws.
 */
export function checkDraft(draft: Draft, material?: KeyMaterial): CheckedDraft {
  const problems: Problem[] = [];
  const header = readPart('header', draft.headerText, problems);
  readPart('payload', draft.payloadText, problems);
  if (!header) return { draft, alg: undefined, problems };
  checkParameters(draft.headerText, header, problems);
  const alg = memberOf(header, 'alg');
  if (!alg) problems.push({ code: 'header.missing', facts: { name: 'alg' } });
  if (alg?.type !== 'string') return { draft, alg: undefined, problems };
  const algorithm = signatureAlgorithm(alg.value);
  if (!algorithm) problems.push({ code: 'alg.unknown', facts: { alg: alg.value }, span: alg.span });
  else if (material) checkKey(algorithm, material, problems);
  return { draft, alg: alg.value, problems };
}

/** Problems that no signature can be made with; the others are advice. */
const blocking: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'utf8.invalid',
  'header.missing',
  'header.type',
  'alg.unknown',
  'alg.keyMismatch',
  'crit.malformed',
  'crit.missingParameter',
  'b64.notCritical',
  'b64.payloadDot',
]);

/** Whether a draft with this problem cannot be signed. A payload may be anything, so what is wrong with its JSON is advice. */
export function blocksSigning(problem: Problem): boolean {
  return (
    blocking.has(problem.code) ||
    (problem.code.startsWith('json.') && 'segment' in problem.facts && problem.facts.segment === 'header')
  );
}

/** The object of a part; undefined where it is none, with the reasons told. */
function readPart(segment: SegmentName, text: string, problems: Problem[]): JsonObject | undefined {
  // UTF-16 that no UTF-8 can stand for would be signed as something else than was written.
  const lone = text.search(/\p{Surrogate}/u);
  if (lone >= 0)
    problems.push({
      code: 'utf8.invalid',
      facts: { segment, octet: lone },
      span: { start: lone, end: lone + 1 },
    });
  const { node, problems: found } = readJson(text);
  for (const problem of found) {
    const start = Math.min(problem.offset, text.length);
    const end = problem.code === 'duplicateName' ? problem.end : Math.min(start + 1, text.length);
    problems.push(jsonProblem(problem, segment, { start, end }));
  }
  if (!node || node.type === 'object') return node;
  problems.push({ code: 'json.notObject', facts: { segment, found: node.type }, span: node.span });
  return undefined;
}

function checkParameters(text: string, object: JsonObject, problems: Problem[]): void {
  const header: JoseHeader = { text, node: object, segment: undefined, object };
  const placed = { header, span: object.span };
  checkHeader(placed, true, problems);
  checkCritical(placed, [namesOf(header)], problems);
}

function checkKey(algorithm: SignatureAlgorithm, material: KeyMaterial, problems: Problem[]): void {
  if (algorithm.kty === undefined || (fitsAlgorithm(algorithm, material) && hasPrivate(material))) return;
  const { alg, kty, curves } = algorithm;
  const isFit = fitsAlgorithm(algorithm, material);
  const kind = 'crv' in material ? `${material.kty} ${material.crv}` : material.kty;
  problems.push({
    code: 'alg.keyMismatch',
    facts: {
      alg,
      expected: [kty, curves?.join(' or ')].filter(Boolean).join(' '),
      found: isFit ? `public ${kind}` : kind,
    },
  });
}
