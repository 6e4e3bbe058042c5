/**
 * Reads the closing line `N passed, M failed` of a runner: the last line of that form, and the last line of all.
 * @param {string} output
 * @returns {import('./results.mjs').SuiteResult | undefined} nothing where the output ends otherwise
 */
export function closingLine(output) {
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  const match = /^(\d+) passed, (\d+) failed$/.exec(last.trim());
  return match ? { passed: Number(match[1]), failed: Number(match[2]), failures: [] } : undefined;
}
