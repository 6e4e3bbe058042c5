import type { PyjwtDecodeRequest } from './decodeRequest';
import { PyJwk } from './pyJwk';
import { pythonLiteral } from './python/pythonLiteral';
import type { PythonValue } from './python/pythonValue';

/** The Python variables that stand for what must not be written out. */
export interface PythonNames {
  readonly token: string;
  readonly key: string;
  readonly detachedPayload: string;
}

const usualNames: PythonNames = { token: 'token', key: 'key', detachedPayload: 'payload' };

type Argument = 'algorithms' | 'options' | 'verify' | 'audience' | 'issuer' | 'subject' | 'leeway';

/** Arguments written out with their values, in the order of PyJWT's signature. */
const written: readonly Argument[] = [
  'algorithms',
  'options',
  'verify',
  'audience',
  'issuer',
  'subject',
  'leeway',
];

/**
 * One line of Python that asks PyJWT the same: `jwt.decode(token, key, algorithms=["HS256"])`. Token, key and detached
 * payload are named, never shown; what the caller expects of the claims is.
 */
export function reproduceDecode(request: PyjwtDecodeRequest, names: PythonNames = usualNames): string {
  const { key, instanceOptions, detachedPayload, extraArguments = [] } = request;
  const called = instanceOptions === undefined ? 'jwt' : `jwt.PyJWT(${pythonLiteral(instanceOptions)})`;
  const named = written.flatMap((name) => argument(name, request[name]));
  const payload =
    detachedPayload === undefined || detachedPayload === null
      ? argument('detached_payload', detachedPayload)
      : [`detached_payload=${names.detachedPayload}`];
  const unknown = extraArguments.map((name) => `${name}=...`);
  return `${called}.decode(${[names.token, ...keyArgument(key, names), ...named, ...payload, ...unknown].join(', ')})`;
}

function argument(name: string, value: PythonValue | undefined): readonly string[] {
  return value === undefined ? [] : [`${name}=${pythonLiteral(value)}`];
}

/** None and the empty text are no secrets, and make a difference. */
function keyArgument(key: PyjwtDecodeRequest['key'], names: PythonNames): readonly string[] {
  if (key === undefined) return [];
  if (key === null || key === '') return [pythonLiteral(key)];
  if (!(key instanceof PyJwk)) return [names.key];
  return [`jwt.PyJWK(${names.key}, ${pythonLiteral(key.algorithm.name)})`];
}
