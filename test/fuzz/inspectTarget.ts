import assert from 'node:assert/strict';
import { inspectToken } from '../../src/core/inspect/inspectToken';
import { parseToken } from '../../src/core/jose/parseToken';
import { hoverMarkdown } from '../../src/core/present/markdown';
import { mutated } from './mutate';
import type { Target } from './target';

const moment = 1_700_000_000;
/** The longest hover a token may get, in characters. */
const longestHover = 40_000;
const words = {
  translate: (template: string, args: Record<string, string | number> = {}): string =>
    template.replace(/\{(\w+)\}/g, (_, name: string) => String(args[name])),
  locale: 'en',
  timeZone: 'UTC',
  links: {},
};

/** Inspection is plain data about the text it was given, and can be shown. */
export const inspectTarget: Target = {
  make: mutated,
  run: (text, random) => {
    const inspection = inspectToken(parseToken(text), moment);
    assert.equal(inspection.text, text);
    for (const { span } of [...inspection.segments, ...inspection.findings, ...inspection.problems])
      if (span)
        assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, JSON.stringify(span));
    assert.equal(typeof JSON.stringify(inspection), 'string');
    // Dates are dear to write: a quarter of the hovers shows as much of the wording.
    if (random.below(4) > 0) return;
    const shown = hoverMarkdown(inspection, undefined, words);
    assert.ok(shown.length > 0 && shown.length <= longestHover, `${shown.length} characters`);
    assert.doesNotMatch(shown, /undefined|\[object/);
  },
};
