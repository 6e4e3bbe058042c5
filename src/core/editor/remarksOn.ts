import type { Inspection } from '../inspect/inspection';
import type { Level, Remark, RemarkCode, RemarkSubject } from './remark';
import type { Span } from '../jose/span';

/** What decides about remarks besides the token. */
export interface RemarkOptions {
  readonly levels: Readonly<Record<RemarkCode, Level>>;
  /** Whether the text is kept where others may come by it: a file, and no scratch page. */
  readonly isKept: boolean;
}

/** Remarks made on one token at most. */
const mostRemarks = 20;

/** What deserves a remark where a token stands, at the moment of its inspection. */
export function remarksOn(inspection: Inspection, { levels, isKept }: RemarkOptions): readonly Remark[] {
  const segment = (wanted: string): Span | undefined =>
    inspection.segments.find(({ name }) => name === wanted)?.span;
  const payload = segment('payload');
  const remark = (code: RemarkCode, span: Span | undefined, about: RemarkSubject): readonly Remark[] => {
    const level = levels[code];
    return level === 'off' ? [] : [{ code, severity: level, span, about }];
  };
  const exp = inspection.times.find(({ claim }) => claim === 'exp')?.at;
  const isSigned = inspection.form === 'signed' || inspection.form === 'sd-jwt';
  return [
    ...(inspection.standing === 'expired' && exp !== undefined
      ? remark('expired', payload, { type: 'time', at: exp })
      : []),
    ...(isKept && isSigned && inspection.standing === 'inForce' && exp !== undefined
      ? remark('liveToken', segment('header'), { type: 'time', at: exp })
      : []),
    ...inspection.problems.flatMap((problem) =>
      remark('malformed', problem.span, { type: 'problem', problem }),
    ),
    ...inspection.findings.flatMap((finding) =>
      remark(finding.code, finding.span, { type: 'finding', finding }),
    ),
  ].slice(0, mostRemarks);
}

/** The first moment behind that of the inspection at which something else may be remarked, in seconds since the epoch; Infinity for never. */
export function remarksChangeAt({ times, moment }: Inspection, leeway: number): number {
  // From leeway before to leeway behind, and the minutes besides by which clocks usually differ (`clockSkew`, `issuedInFuture`).
  const changes = times.flatMap(({ at }) =>
    [300, 60, 0].map((skew) => at - leeway - skew).concat(at, at + leeway),
  );
  return changes.reduce((next, at) => (at > moment && at < next ? at : next), Infinity);
}
