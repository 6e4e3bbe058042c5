import assert from 'node:assert/strict';
import fc from 'fast-check';
import ignore from 'ignore';
import { ignoreLine } from '../../../src/core/editor/ignoreLine';

describe('the line of a .gitignore for one file', () => {
  it('names it from the root', () => {
    assert.equal(ignoreLine('.env'), '/.env');
    assert.equal(ignoreLine('keys/a [b]*.pem '), '/keys/a \\[b\\]\\*.pem\\ ');
  });

  it('hides that file and no other, whatever its name', () => {
    const name = fc.string({
      unit: fc.constantFrom(...Array.from('ab*?[]!#. -^')),
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(name, name, (one, other) => {
        fc.pre(!/^\.{1,2}$/.test(one) && !/^\.{1,2}$/.test(other));
        const rules = ignore().add(ignoreLine(`keys/${one}`));
        assert.ok(rules.ignores(`keys/${one}`), ignoreLine(one));
        assert.equal(rules.ignores(`keys/${other}`), one === other);
        assert.ok(!rules.ignores(one));
      }),
    );
  });
});
