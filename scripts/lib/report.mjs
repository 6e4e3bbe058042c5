import { bold, say } from './say.mjs';

/**
 * Prints the table of layers.
 * @param {import('./runLayer.mjs').Outcome[]} outcomes
 * @param {import('./layers.mjs').Layer[]} left layers that were not asked for
 * @returns {number} how many tests failed, a layer that did not run counting as one
 */
export function report(outcomes, left) {
  say('');
  say(bold(row('layer', 'passed', 'failed', 'time')));
  for (const { name, passed, failed, seconds, about, excused } of outcomes) {
    say(row(name, excused ? '-' : passed, excused ? '-' : failed, seconds) + (excused ?? about ?? ''));
  }
  if (left.length > 0)
    say(`Not run, because only some layers were asked for: ${left.map((layer) => layer.name).join(', ')}`);
  return outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
}

/** @param {(string | number)[]} cells */
function row(...cells) {
  const [name = '', ...rest] = cells;
  return `${String(name).padEnd(14)}${rest.map((cell) => String(cell).padStart(8)).join('')}   `;
}
