import { isDeepStrictEqual } from 'node:util';
import { isA, isRaised } from '../../src/core/pyjwt/exceptions';
import { readPythonJson } from '../../src/core/pyjwt/python/pythonJsonRead';
import { isDict, isList, type PythonList } from '../../src/core/pyjwt/python/pythonValue';
import type { PyjwtRefusal } from '../../src/core/pyjwt/verdict';
import { answers, sameJsonText, verifies, type Answer, type PyjwtCase } from './pyjwtAnswers';
import type { CaseResult, Place } from './runner';

/** What PyJWT did, as the file has it. */
interface Expectation {
  readonly ok: boolean;
  readonly exception?: string;
  readonly bases?: readonly string[];
  readonly message?: string;
  readonly message_match?: 'exact' | 'prefix' | 'pattern' | 'class-only';
  readonly message_prefix?: string;
  readonly message_pattern?: string;
  readonly native_error?: boolean;
  readonly deterministic?: boolean;
  readonly roundtrip?: object;
  readonly warnings?: readonly object[];
  readonly [member: string]: unknown;
}

/**
 * Runs a `pyjwt-conformance/1` file: every case gives PyJWT's result, or its exception with class, bases and message,
 * and its warnings. Of Python's own exceptions only that there is one counts. No case is left out.
 */
export async function* runPyjwt(file: unknown, place?: Pick<Place, 'text'>): AsyncGenerator<CaseResult> {
  const exact = place ? exactCases(place.text) : [];
  const { cases } = file as { cases: readonly PyjwtCase[] };
  for (const [index, vector] of cases.entries()) {
    const same = exact.at(index);
    yield runCase(isDict(same) ? { ...vector, exact: same } : vector);
  }
}

/** The file's cases with all that JavaScript's own parser drops. */
function exactCases(text: string): PythonList {
  const file = readPythonJson(text);
  const cases = !isRaised(file) && isDict(file) ? file.get('cases') : undefined;
  return isList(cases) ? cases : [];
}

async function runCase(vector: PyjwtCase): Promise<CaseResult> {
  const expected = JSON.stringify(vector['expect']);
  try {
    const answer = await answers.get(vector.op)?.(vector);
    const differences = answer
      ? await judge(vector['expect'] as Expectation, answer)
      : [`no such operation: ${vector.op}`];
    return { id: vector.id, passed: differences.length === 0, expected, got: differences.join('; ') };
  } catch (thrown) {
    return { id: vector.id, passed: false, expected, got: String(thrown) };
  }
}

async function judge(expected: Expectation, answer: Answer): Promise<readonly string[]> {
  if (expected.ok !== answer.accepted) return [answer.accepted ? 'accepted' : describe(answer)];
  const differences = answer.accepted ? await judgeMembers(expected, answer) : judgeRefusal(expected, answer);
  const warnings = (answer.accepted ? answer.members.warnings : answer.warnings) ?? [];
  if (!isDeepStrictEqual(warnings, expected.warnings ?? []))
    differences.push(`warnings ${JSON.stringify(warnings)}`);
  return differences;
}

/** How a file's message may be matched. */
const matches: Readonly<
  Record<NonNullable<Expectation['message_match']>, (expected: Expectation, message: string) => boolean>
> = {
  exact: (expected, message) => message === expected.message,
  prefix: (expected, message) => message.startsWith(expected.message_prefix ?? ''),
  pattern: (expected, message) => new RegExp(expected.message_pattern ?? '').test(message),
  'class-only': () => true,
};

function judgeRefusal(expected: Expectation, refusal: PyjwtRefusal): string[] {
  if (expected.native_error) return [];
  const bases = refusal.bases.filter((base) => isA(base, 'PyJWTError'));
  const isRight =
    refusal.exception === expected.exception &&
    isDeepStrictEqual(bases, expected.bases ?? bases) &&
    matches[expected.message_match ?? 'exact'](expected, refusal.message);
  return isRight ? [] : [describe(refusal)];
}

/** Members that say how to compare, not what is right. */
const instructions: ReadonlySet<string> = new Set(['ok', 'warnings', 'deterministic', 'roundtrip', 'steps']);

async function judgeMembers(
  expected: Expectation,
  { members }: Extract<Answer, { accepted: true }>,
): Promise<string[]> {
  const differences = Object.entries(expected)
    // Null stands where JSON has no words: its text beside it is compared instead.
    .filter(([name, value]) => !instructions.has(name) && !(value === null && `${name}_json` in expected))
    .filter(
      ([name, value]) =>
        !isDeepStrictEqual(members[name], name.endsWith('_json') ? sameJsonText(value) : value),
    )
    .map(([name]) => `${name} ${JSON.stringify(members[name])}`);
  if (expected.roundtrip) {
    const { token, detached } = members as { token: string; detached?: string };
    const verified = await verifies(token, detached, expected.roundtrip);
    const payload = (expected.roundtrip as { payload?: unknown }).payload;
    if (!verified.accepted) differences.push(`does not verify: ${describe(verified)}`);
    else if (!isDeepStrictEqual(verified.members['payload'], payload)) differences.push('another payload');
  }
  return 'steps' in expected ? [...differences, ...judgeSteps(expected, members['steps'])] : differences;
}

interface Step {
  readonly ok: boolean;
  readonly fetches: number;
  readonly refusal?: PyjwtRefusal;
}

function judgeSteps(expected: Expectation, steps: unknown): string[] {
  const played = steps as readonly Step[];
  return (expected['steps'] as readonly (Expectation & Step)[]).flatMap((step, index) => {
    const got = played.at(index);
    if (got?.ok !== step.ok || got.fetches !== step.fetches) return [`step ${index}: ${JSON.stringify(got)}`];
    const isSame = got.refusal ? judgeRefusal(step, got.refusal).length === 0 : isDeepStrictEqual(got, step);
    return isSame ? [] : [`step ${index}: ${JSON.stringify(got)}`];
  });
}

function describe({ exception, message }: PyjwtRefusal): string {
  return `${exception}: ${message}`;
}
