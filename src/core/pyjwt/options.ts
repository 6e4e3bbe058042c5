import { Raised } from './exceptions';
import { isDict, isTruthy, typeName, type PythonDict, type PythonValue } from './python/pythonValue';

/** The claims that have a `verify_…` switch of their own. */
const claimSwitches = [
  'verify_exp',
  'verify_nbf',
  'verify_iat',
  'verify_aud',
  'verify_iss',
  'verify_sub',
  'verify_jti',
] as const;

export type ClaimSwitch = (typeof claimSwitches)[number];

/** PyJWT 2.15.1's options, with what stands where nothing is given. */
const defaults: PythonDict = new Map<string, PythonValue>([
  ['verify_signature', true],
  ...claimSwitches.map((name): [string, PythonValue] => [name, true]),
  ['require', []],
  ['strict_aud', false],
  ['enforce_minimum_key_length', false],
]);

/** Whether PyJWT looks at an option of that name; any other it passes over without a word. */
export function isOption(name: string): boolean {
  return defaults.has(name);
}

/** The options of one call, after those of its `PyJWT` object and the defaults. */
export interface DecodeOptions {
  readonly values: PythonDict;
  /** Of the call alone: what the `PyJWT` object was given for it counts for nothing. */
  readonly verifySignature: PythonValue;
}

/** Puts a call's options together as PyJWT does; None stands for no options. Raises what Python raises for no dict. */
export function decodeOptions(
  call: PythonValue | undefined,
  instance: PythonValue | undefined,
): DecodeOptions | Raised {
  const base = merge(defaults, instance ?? null);
  if (base instanceof Raised) return base;
  const values = merge(base, call ?? null);
  if (values instanceof Raised) return values;
  const isGiven = isDict(call) && call.has('verify_signature');
  return { values, verifySignature: isGiven ? (call.get('verify_signature') ?? null) : true };
}

/** Turned off, `verify_signature` takes every claim's switch with it that is not given beside it. */
function merge(base: PythonDict, given: PythonValue): PythonDict | Raised {
  if (given === null) return base;
  if (!isDict(given))
    return new Raised('AttributeError', `'${typeName(given)}' object has no attribute 'get'`, 'prefix');
  const isOff = given.has('verify_signature') && !isTruthy(given.get('verify_signature'));
  const silenced = isOff ? claimSwitches.filter((name) => !given.has(name)) : [];
  return new Map([...base, ...given, ...silenced.map((name): [string, PythonValue] => [name, false])]);
}

/** Whether an option is on: Python asks for truth, not for `True`. */
export function isOn(
  options: DecodeOptions,
  name: ClaimSwitch | 'strict_aud' | 'enforce_minimum_key_length',
): boolean {
  return isTruthy(options.values.get(name));
}
