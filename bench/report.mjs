import { isQuiet, quietRange } from './contest.mjs';

/** Prints the rows of a part; answers how many missed their goals. */
export function report({ rows, speeds }, say) {
  for (const { number, what, value, unit, verdict, control, ...limits } of rows) {
    const measured = value ? `${range(value)}${unit ? ` ${unit}` : ''}` : '–';
    const controlled = control ? `A/A ${figure(control.median)}` : '';
    say(
      [
        number.padEnd(3),
        `${what}: ${measured}`.padEnd(84),
        wanted(limits).padEnd(10),
        verdict.padEnd(12),
        controlled,
      ].join(' '),
    );
  }
  for (const { what, value, unit } of speeds) say(`      ${what}: ${range(value)} ${unit} here`);
  const noisy = rows.filter(({ control }) => control && !isQuiet(control));
  if (noisy.length > 0)
    say(
      `THE MACHINE WAS TOO NOISY (A/A outside ${quietRange.join('–')}) for ${noisy.length} of these ${rows.length} rows.`,
    );
  return rows.filter(({ verdict }) => verdict === 'missed').length;
}

/** Minimum, median and maximum, or one figure where they are the same. */
export function range({ min, median, max }) {
  return min === max ? figure(median) : [min, median, max].map(figure).join(' / ');
}

/** What a row asks for. */
export function wanted({ least, most, stretch }) {
  const limit = least !== undefined ? `≥ ${least}` : most !== undefined ? `≤ ${most}` : '';
  return stretch === undefined ? limit : `${limit} (${stretch})`;
}

/** A number with three digits, or all of its whole ones. */
export function figure(value) {
  if (Math.abs(value) >= 100 || Number.isInteger(value)) return String(Math.round(value));
  return value.toPrecision(3);
}
