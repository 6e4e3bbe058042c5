import { decodePercent } from '../../encoding/percent';

/** Row 2: the text percent-decoded once, twice, three times. */
export function* withoutPercents(text: string): Generator<string> {
  let current = text;
  for (let times = 0; times < 3 && current.includes('%'); times++) {
    const { text: decoded, count } = decodePercent(current);
    if (count === 0) return;
    yield (current = decoded);
  }
}
