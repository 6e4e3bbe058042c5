/** A time of the token on the picture. */
export interface TimelineMark {
  readonly claims: readonly string[];
  /** Per cent of the width. */
  readonly x: number;
}

/** Where everything stands on a picture of a token's times, in per cent of its width. */
export interface Timeline {
  readonly marks: readonly TimelineMark[];
  /** The stretch the token is in force; it runs to the edge where it has no beginning or no end. */
  readonly inForce: { readonly from: number; readonly to: number } | undefined;
  /** What leeway adds at both ends. */
  readonly leeway: readonly { readonly from: number; readonly to: number }[];
  readonly now: number;
  /** Now lies so far away that the line is broken between. */
  readonly isBroken: 'before' | 'after' | undefined;
}

interface TimelineTime {
  readonly claim: 'iat' | 'nbf' | 'exp';
  /** Seconds since the epoch. */
  readonly at: number;
}

/** Where times stand; outside there is room for what has no end, or lies far away. */
const left = 12;
const right = 88;
/** Now farther away than so many times the token's own span is shown behind a break. */
const farthest = 1.5;
/** Marks nearer than this share one label. */
const nearest = 7;
/** Times in milliseconds by mistake have no place beside others. */
const latest = 1e11;

/** Lays out the times of a token, now and the leeway. Undefined where there is nothing to draw; never throws. */
export function layOutTimeline(
  times: readonly TimelineTime[],
  now: number,
  leeway: number,
): Timeline | undefined {
  const drawn = times.filter(({ at }) => Math.abs(at) < latest);
  if (drawn.length === 0) return undefined;
  const points = drawn.map(({ at }) => at);
  const [low, high] = [Math.min(...points), Math.max(...points)];
  const span = Math.max(high - low, leeway, high === low ? Math.min(Math.abs(now - low), 86_400) : 0, 1);
  const isBroken =
    now < low - farthest * span ? 'before' : now > high + farthest * span ? 'after' : undefined;
  const from = isBroken ? low : Math.min(low, now);
  const to = Math.max(isBroken ? high : Math.max(high, now), from + 1);
  const place = (at: number): number =>
    Math.min(100, Math.max(0, left + ((at - from) / (to - from)) * (right - left)));
  const at = new Map(drawn.map((one) => [one.claim, one.at]));
  const begin = at.get('nbf') ?? at.get('iat');
  const end = at.get('exp');
  const isEmpty = begin !== undefined && end !== undefined && end <= begin;
  return {
    marks: marksOf(drawn, place),
    inForce: isEmpty
      ? undefined
      : { from: begin === undefined ? 0 : place(begin), to: end === undefined ? 100 : place(end) },
    leeway: isEmpty || leeway <= 0 ? [] : leewayOf(at.get('nbf'), end, leeway, place),
    now: isBroken === 'before' ? 4 : isBroken === 'after' ? 96 : place(now),
    isBroken,
  };
}

/** RFC 7519 §4.1.4-5: leeway works in the token's favour, before it begins and after it ends. */
function leewayOf(
  nbf: number | undefined,
  exp: number | undefined,
  leeway: number,
  place: (at: number) => number,
): Timeline['leeway'] {
  return [
    ...(nbf === undefined ? [] : [{ from: place(nbf - leeway), to: place(nbf) }]),
    ...(exp === undefined ? [] : [{ from: place(exp), to: place(exp + leeway) }]),
  ];
}

function marksOf(times: readonly TimelineTime[], place: (at: number) => number): readonly TimelineMark[] {
  const marks: { claims: string[]; x: number }[] = [];
  for (const { claim, at } of times.toSorted((one, other) => one.at - other.at)) {
    const x = place(at);
    const last = marks.at(-1);
    if (last && x - last.x < nearest) last.claims.push(claim);
    else marks.push({ claims: [claim], x });
  }
  return marks;
}
