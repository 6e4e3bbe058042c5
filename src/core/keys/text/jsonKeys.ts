import { placeOf, readJson, toPlainValue, type JsonReading } from '../../encoding/json';
import { memberOf, stringMember, type JsonNode, type JsonObject } from '../../encoding/jsonNode';
import { countLineEnds } from '../../encoding/pem';
import type { Key } from '../key';
import { isKeyProblem, keyProblem, type KeyProblem } from '../keyProblem';
import type { KeyReading } from '../keyReading';
import { checkedJwk, readJwk } from '../jwk';
import type { ReadingContext } from '../readingContext';
import { withoutComments } from './jsonComments';
import { readPemKeys } from './pemKeys';

/** JWKs of one set that are read, strings and objects of other JSON that are looked into, and how deep. */
const limits = { keys: 1000, nodes: 2000, depth: 12 } as const;

/** What is gathered on the way through one text. */
interface Gathering {
  readonly text: string;
  readonly context: ReadingContext;
  readonly keys: Key[];
  readonly problems: KeyProblem[];
  nodes: number;
}

/**
 * The keys of a JSON text: a JWK, a JWK Set, an array of JWKs, or other JSON with JWKs and PEM blocks inside, such as the
 * key file of a service account or a map from key id to certificate. Comments and commas before a bracket are let pass.
 */
export async function readJsonKeys(text: string, context: ReadingContext): Promise<KeyReading> {
  const strict = readJson(text);
  const reading = strict.node ? strict : readJson(withoutComments(text));
  if (!reading.node) return { keys: [], problems: [syntaxProblem(text, strict)] };
  const gathering: Gathering = { text, context, keys: [], problems: repeatedNames(text, reading), nodes: 0 };
  await look(reading.node, gathering, 0);
  const { keys, problems } = gathering;
  if (keys.length + problems.length === 0)
    problems.push(keyProblem('jsonNotAKey', { found: reading.node.type }));
  return { keys, problems };
}

function syntaxProblem(text: string, { problems }: JsonReading): KeyProblem {
  const [problem] = problems;
  if (problem?.code === 'tooDeep') return keyProblem('jsonTooDeep', { limit: problem.limit });
  const { line, column } = placeOf(text, problem?.offset ?? 0);
  return keyProblem('jsonSyntax', { line, column }, line);
}

function repeatedNames(text: string, { problems }: JsonReading): KeyProblem[] {
  return problems.flatMap((problem) =>
    problem.code === 'duplicateName'
      ? [keyProblem('jwkRepeatedMember', { name: problem.name }, placeOf(text, problem.offset).line)]
      : [],
  );
}

async function look(node: JsonNode, gathering: Gathering, depth: number): Promise<void> {
  if (depth > limits.depth || ++gathering.nodes > limits.nodes) return;
  if (node.type === 'array') for (const item of node.items) await look(item, gathering, depth + 1);
  if (node.type === 'string') await lookIntoString(node.value, {}, node, gathering);
  if (node.type !== 'object') return;
  if (memberOf(node, 'kty')) return lookAtJwk(node, gathering);
  const set = memberOf(node, 'keys');
  if (set) return lookAtSet(set, gathering);
  if (memberOf(node, 'ciphertext') && memberOf(node, 'iv'))
    return void gathering.problems.push(keyProblem('encryptedJwk', {}));
  await lookIntoObject(node, gathering, depth);
}

/** RFC 7517 §5. */
async function lookAtSet(set: JsonNode, gathering: Gathering): Promise<void> {
  const { problems } = gathering;
  if (set.type !== 'array')
    return void problems.push(
      keyProblem('jwkMemberType', { name: 'keys', expected: 'array', found: set.type }),
    );
  if (set.items.length === 0) return void problems.push(keyProblem('emptyKeySet', {}));
  for (const item of set.items.slice(0, limits.keys)) await lookAtJwk(item, gathering);
  if (set.items.length > limits.keys)
    problems.push(keyProblem('tooMany', { count: set.items.length, limit: limits.keys }));
}

async function lookAtJwk(node: JsonNode, { text, keys, problems }: Gathering): Promise<void> {
  const line = 1 + countLineEnds(text, 0, node.span.start);
  const key = await checkedJwk(readJwk(toPlainValue(node)));
  if (isKeyProblem(key)) problems.push({ ...key, line });
  else keys.push({ ...key, span: node.span, line });
}

/** JSON that is no JWK: its strings may be PEM, its objects JWKs. */
async function lookIntoObject(node: JsonObject, gathering: Gathering, depth: number): Promise<void> {
  const isMap = node.members.length > 0 && node.members.every(({ value }) => isPem(value));
  for (const { name, value } of node.members) {
    if (value.type !== 'string') {
      await look(value, gathering, depth + 1);
      continue;
    }
    // Service accounts name their key beside it; maps of certificates name each by its place.
    const kid = isMap ? name : name === 'private_key' ? stringMember(node, 'private_key_id') : undefined;
    await lookIntoString(value.value, kid === undefined ? {} : { kid }, value, gathering);
  }
}

function isPem(node: JsonNode): boolean {
  return node.type === 'string' && node.value.includes('-----BEGIN ');
}

async function lookIntoString(
  value: string,
  labels: Key['labels'],
  node: JsonNode,
  { text, context, keys, problems }: Gathering,
): Promise<void> {
  const reading = value.includes('-----BEGIN ') ? await readPemKeys(value, context) : undefined;
  if (!reading) return;
  const line = 1 + countLineEnds(text, 0, node.span.start);
  for (const key of reading.keys)
    keys.push({ ...key, labels: { ...key.labels, ...labels }, span: node.span, line });
  for (const problem of reading.problems) problems.push({ ...problem, line });
}
