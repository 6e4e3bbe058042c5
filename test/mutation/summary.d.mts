/**
 * Adds reports of Stryker up, per folder of the core: a change is noticed where any run noticed it. Samples count with
 * what they took; what they left out is in no row.
 * @param {readonly string[]} reports files `mutation.json`
 * @returns {string} a table in Markdown
 */
export function summarize(reports: readonly string[]): string;
