import { pythonInt } from '../python/pythonInt';
import { isRaised } from '../exceptions';
import { checkHeader } from '../headerChecks';
import { isList, isTruthy, type PythonDict, type PythonValue } from '../python/pythonValue';
import { note, type PyjwtNote } from './note';
import { has } from './textNotes';

/** Claim -> whether PyJWT's decode would take the value. */
const readable: Readonly<Record<string, (value: PythonValue) => boolean>> = {
  exp: (value) => !isRaised(pythonInt(value)),
  nbf: (value) => !isRaised(pythonInt(value)),
  iat: (value) => !isRaised(pythonInt(value)),
  sub: (value) => typeof value === 'string',
  jti: (value) => typeof value === 'string',
  aud: (value) =>
    (isList(value) ? value : [value]).every((each) => typeof each === 'string') || !isTruthy(value),
};

/** Header parameter -> whether the value is of the type its RFC asks for (RFC 7515 §4.1). */
const proper: Readonly<Record<string, (value: PythonValue) => boolean>> = {
  alg: (value) => typeof value === 'string' && value !== '',
  typ: (value) => typeof value === 'string',
  cty: (value) => typeof value === 'string',
};

/** What PyJWT's encode writes though the RFCs, or its own decode, would not have it. */
export function encodeNotes(header: PythonDict, payload: PythonDict): readonly PyjwtNote[] {
  const isInfinite = (value: PythonValue): boolean => typeof value === 'number' && !Number.isFinite(value);
  const wrong = (dict: PythonDict, rules: typeof readable): readonly string[] =>
    Object.keys(rules).filter((name) => dict.has(name) && !rules[name]?.(dict.get(name) ?? null));
  return [
    ...(has(header, isInfinite) ? [note('notJsonNumber', { part: 'header' })] : []),
    ...(has(payload, isInfinite) ? [note('notJsonNumber', { part: 'payload' })] : []),
    ...wrong(header, proper).map((parameter) => note('headerUnchecked', { parameter })),
    ...(checkHeader(header) ? [note('headerUnchecked', { parameter: 'crit' })] : []),
    ...wrong(payload, readable).map((claim) => note('claimUnchecked', { claim })),
  ];
}
