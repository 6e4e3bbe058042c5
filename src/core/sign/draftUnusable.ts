import type { Problem } from '../jose/problem';

/** The draft cannot become a token: what is wrong with it, as facts. */
export class DraftUnusable extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(`The draft cannot become a token: ${problems.map(({ code }) => code).join(', ')}.`);
    this.name = 'DraftUnusable';
    this.problems = problems;
  }
}
