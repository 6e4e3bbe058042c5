import { decodeBase64url } from '../encoding/base64url';
import { readJson } from '../encoding/json';
import { memberOf, type JsonObject } from '../encoding/jsonNode';
import {
  contentEncryptions,
  fitsKeyManagement,
  keyManagementAlgorithms,
  type ContentEncryption,
  type KeyManagementAlgorithm,
} from '../jose/encryptionAlgorithms';
import { checkCritical, checkHeader, namesOf } from '../jose/headerProblems';
import type { Problem } from '../jose/problem';
import { jsonProblem } from '../jose/readDecodedJson';
import type { JoseHeader } from '../jose/token';
import type { KeyMaterial } from '../keys/key';

/** What a header asks for, where it asks for something that can be done. */
export interface CheckedEncryption {
  readonly header: JsonObject | undefined;
  readonly algorithm: KeyManagementAlgorithm | undefined;
  readonly encryption: ContentEncryption | undefined;
  readonly isCompressed: boolean;
  /** Each of them keeps the token from being made. */
  readonly problems: readonly Problem[];
}

/** Parameters that the encryption makes itself. */
const made: readonly string[] = ['epk', 'iv', 'tag', 'p2s'];
/** The most iterations of PBKDF2 a token is made with: what others open without asking. */
const iterationsMaximum = 1_000_000;

/** Reads the header of a token to be encrypted, and holds it against the key. Never throws. */
export function checkEncryption(headerText: string, material: KeyMaterial | 'password'): CheckedEncryption {
  const problems: Problem[] = [];
  const { node, problems: found } = readJson(headerText);
  for (const problem of found)
    problems.push(jsonProblem(problem, 'header', { start: problem.offset, end: problem.offset }));
  if (node && node.type !== 'object')
    problems.push({ code: 'json.notObject', facts: { segment: 'header', found: node.type } });
  const header = node?.type === 'object' ? node : undefined;
  if (header) checkParameters(headerText, header, problems);
  const algorithm = rowOf(header, 'alg', keyManagementAlgorithms, problems);
  const encryption = rowOf(header, 'enc', contentEncryptions, problems);
  if (algorithm?.caution)
    problems.push({ code: 'encryption.unknown', facts: { name: 'alg', value: algorithm.alg } });
  else if (algorithm && !fits(algorithm, material)) problems.push(mismatch(algorithm, material));
  return { header, algorithm, encryption, isCompressed: memberOf(header, 'zip') !== undefined, problems };
}

function checkParameters(text: string, object: JsonObject, problems: Problem[]): void {
  const header: JoseHeader = { text, node: object, segment: undefined, object };
  checkHeader({ header, span: object.span }, true, problems);
  checkCritical({ header, span: object.span }, [namesOf(header)], problems);
  for (const { name, value } of object.members) {
    const { span } = value;
    if (made.includes(name)) problems.push({ code: 'header.repeated', facts: { name }, span });
    if (name === 'zip' && value.type === 'string' && value.value !== 'DEF')
      problems.push({ code: 'encryption.unknown', facts: { name, value: value.value }, span });
    const isParty = name === 'apu' || name === 'apv';
    if (isParty && value.type === 'string' && !decodeBase64url(value.value))
      problems.push({ code: 'header.type', facts: { name, expected: 'base64url', found: 'string' }, span });
    if (name === 'p2c' && value.type === 'number' && value.value > iterationsMaximum) {
      const facts = { name, expected: `at most ${iterationsMaximum}`, found: value.text.slice(0, 30) };
      problems.push({ code: 'header.type', facts, span });
    }
  }
}

function rowOf<Row>(
  header: JsonObject | undefined,
  name: 'alg' | 'enc',
  rows: ReadonlyMap<string, Row>,
  problems: Problem[],
): Row | undefined {
  const node = memberOf(header, name);
  if (header && !node) problems.push({ code: 'header.missing', facts: { name } });
  // Another type was told with the header's other parameters.
  if (node?.type !== 'string') return undefined;
  const row = rows.get(node.value);
  if (!row)
    problems.push({ code: 'encryption.unknown', facts: { name, value: node.value }, span: node.span });
  return row;
}

function fits(algorithm: KeyManagementAlgorithm, material: KeyMaterial | 'password'): boolean {
  return material === 'password' ? algorithm.family === 'pbes2' : fitsKeyManagement(algorithm, material);
}

function mismatch(algorithm: KeyManagementAlgorithm, material: KeyMaterial | 'password'): Problem {
  const { alg, kty, curves } = algorithm;
  const found = material === 'password' ? 'password' : 'crv' in material ? material.crv : material.kty;
  return { code: 'alg.keyMismatch', facts: { alg, expected: curves?.join(', ') ?? kty, found } };
}
