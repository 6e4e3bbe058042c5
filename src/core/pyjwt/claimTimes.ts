import { isRaised, Raised } from './exceptions';
import { pythonInt } from './python/pythonInt';
import { asObject, numeric, typeName, type PythonValue } from './python/pythonValue';
import { refuse, type RefusalCode } from './refusals';

export interface TimeRule {
  readonly noInteger: RefusalCode;
  readonly outside: RefusalCode;
  /** The border with leeway and the side of it that is outside: whole seconds of the claim against seconds with fraction. */
  readonly isOutside: (claim: bigint, now: number, leeway: number) => boolean;
}

/** `iat` and `nbf` may equal the border; `exp` may not. */
export const timeRules = {
  iat: {
    noInteger: 'iatNoInteger',
    outside: 'iatInFuture',
    isOutside: (claim, now, leeway) => claim > now + leeway,
  },
  nbf: {
    noInteger: 'nbfNoInteger',
    outside: 'nbfInFuture',
    isOutside: (claim, now, leeway) => claim > now + leeway,
  },
  exp: {
    noInteger: 'expNoInteger',
    outside: 'expired',
    isOutside: (claim, now, leeway) => claim <= now - leeway,
  },
} as const satisfies Record<string, TimeRule>;

/** Judges one time claim; `now` in seconds since the epoch, with fraction. */
export function checkTime(
  rule: TimeRule,
  claim: PythonValue,
  now: number,
  leeway: PythonValue,
): Raised | undefined {
  const seconds = pythonInt(claim);
  if (isRaised(seconds)) return refuse(rule.noInteger);
  const margin = leewaySeconds(leeway);
  if (isRaised(margin)) return margin;
  return rule.isOutside(seconds, now, margin) ? refuse(rule.outside) : undefined;
}

/** What Python adds to the time; only numbers and timedeltas can be added, and no int beyond the doubles. */
function leewaySeconds(leeway: PythonValue): number | Raised {
  const seconds = asObject(leeway, 'timedelta')?.seconds ?? numeric(leeway);
  if (seconds === undefined) {
    const operands = `'float' and '${typeName(leeway)}'`;
    return new Raised('TypeError', `unsupported operand type(s) for +: ${operands}`, 'prefix');
  }
  const margin = Number(seconds);
  if (typeof seconds === 'bigint' && !Number.isFinite(margin))
    return new Raised('OverflowError', 'int too large to convert to float');
  return margin;
}
