import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { performanceText } from './performanceText.mjs';

const file = fileURLToPath(new URL('results.json', import.meta.url));
const page = fileURLToPath(new URL('../docs/performance.md', import.meta.url));

/** Part -> the last run of it in full size. */
export function kept() {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Keeps a run of a part in place of the last one, and writes docs/performance.md anew. */
export async function keep(part, { machine, rows, speeds }) {
  const date = new Date().toISOString().slice(0, 10);
  const results = rounded({ ...kept(), [part]: { date, machine, rows, speeds } });
  const text = await format(JSON.stringify(results), { ...(await resolveConfig(file)), parser: 'json' });
  writeFileSync(file, text);
  writeFileSync(page, performanceText(JSON.parse(text)));
}

/** What was measured has four digits at most; the rest is noise. */
function rounded(value) {
  if (typeof value === 'number') return Number.isInteger(value) ? value : Number(value.toPrecision(4));
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, rounded(one)]));
}
