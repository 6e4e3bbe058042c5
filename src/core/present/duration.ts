/** Units from the greatest, with their seconds. Months and years have no one length, and are told in days. */
const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** Beyond so many, the exact number of a small unit says less than a rounded one of a greater. */
const mostUnits = 300;

/** A length of time in one unit: the greatest it is a whole number of, else the greatest it holds at least twice. `1 hour`, `90 minutes`. */
export function duration(seconds: number, locale: string | undefined): string {
  const whole = Math.round(seconds);
  const [unit, size] =
    units.find(([, each]) => whole >= each && whole % each === 0 && whole / each <= mostUnits) ??
    units.find(([, each]) => whole >= 2 * each) ??
    (['second', 1] as const);
  return format(Math.floor(whole / size), unit, locale);
}

function format(amount: number, unit: string, locale: string | undefined): string {
  const options = { style: 'unit', unit, unitDisplay: 'long' } as const;
  try {
    return new Intl.NumberFormat(locale, options).format(amount);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return new Intl.NumberFormat(undefined, options).format(amount);
  }
}
