import { isRaised } from '../exceptions';
import { isOn } from '../options';
import { pythonInt } from '../python/pythonInt';
import { isTruthy, type PythonDict } from '../python/pythonValue';
import { note, type PyjwtNote } from './note';
import type { NoteContext } from './noteContext';

const timeClaims = ['iat', 'nbf', 'exp'] as const;
type TimeClaim = (typeof timeClaims)[number];

/** Above this a NumericDate is past the year 5000, or in milliseconds. */
const farFuture = 100_000_000_000n;

/** What PyJWT passes over in the claims. */
export function claimNotes(context: NoteContext): readonly PyjwtNote[] {
  if (!context.token || !context.options || context.payload.size === 0) return expiryNote(context);
  return [
    ...timeClaims.flatMap((claim) => timeNotes(context.payload, claim)),
    ...crossed(context.payload),
    ...expiryNote(context),
    ...identityNotes(context),
  ];
}

function timeNotes(payload: PythonDict, claim: TimeClaim): readonly PyjwtNote[] {
  const value = payload.get(claim);
  const seconds = value === undefined ? undefined : pythonInt(value);
  if (seconds === undefined || isRaised(seconds)) return [];
  const isExact = typeof value !== 'number' || Number.isSafeInteger(value);
  return [
    ...(typeof value === 'string' || typeof value === 'boolean' ? [note('timeNotNumber', { claim })] : []),
    ...(isExact ? [] : [note('timeFractionDropped', { claim })]),
    ...(seconds >= farFuture ? [note('timeInMilliseconds', { claim })] : []),
  ];
}

function crossed(payload: PythonDict): readonly PyjwtNote[] {
  const at = (claim: TimeClaim): bigint | undefined => {
    const seconds = payload.has(claim) ? pythonInt(payload.get(claim) ?? null) : undefined;
    return isRaised(seconds) ? undefined : seconds;
  };
  const exp = at('exp');
  if (exp === undefined) return [];
  return (['nbf', 'iat'] as const)
    .filter((claim) => (at(claim) ?? exp - 1n) >= exp)
    .map((claim) => note('timesCrossed', { claim }));
}

function expiryNote({ token, payload }: NoteContext): readonly PyjwtNote[] {
  return token && !payload.has('exp') ? [note('expiryMissing', { claim: 'exp' })] : [];
}

function identityNotes({ request, options, payload }: NoteContext): readonly PyjwtNote[] {
  const { subject = null, issuer = null } = request;
  const isChecking = (name: 'verify_sub'): boolean => options !== undefined && isOn(options, name);
  const isLooseIssuer = issuer === null && payload.has('iss') && typeof payload.get('iss') !== 'string';
  const isFalsyAudience = payload.has('aud') && !isTruthy(payload.get('aud'));
  return [
    ...(subject !== null && !payload.has('sub') && isChecking('verify_sub')
      ? [note('subjectMissing', { claim: 'sub' })]
      : []),
    ...(isLooseIssuer ? [note('issuerTypeUnchecked', { claim: 'iss' })] : []),
    ...(isFalsyAudience ? [note('audienceFalsy', { claim: 'aud' })] : []),
  ];
}
