import assert from 'node:assert/strict';
import type { BackendNoteCode, BackendVerdict } from '../../../src/core/backends/backendVerdict';
import { backendReport, backendRows } from '../../../src/core/present/backendText';
import { backendNoteText } from '../../../src/core/present/backendWording';
import { english } from '../../../src/core/present/wording';
import { sampleBackendNotes } from '../../support/sampleFacts';

const accepted: BackendVerdict = {
  backend: 'pyjwt',
  version: '1.2.3',
  outcome: { status: 'accepted' },
  reproduce: 'print(1)\n',
  notes: [{ code: 'typeUnchecked', facts: { parameter: 'typ' }, reference: 'RFC 8725 §3.11' }],
};
const refused: BackendVerdict = {
  backend: 'jose',
  version: '6.0.0',
  outcome: {
    status: 'refused',
    className: 'JWTExpired',
    code: 'ERR_JWT_EXPIRED',
    message: '"exp" claim timestamp check failed',
    messageKind: 'exact',
  },
  reproduce: 'console.log(1);\n',
  notes: [],
};

describe('the answers of the libraries in words', () => {
  for (const [code, facts] of Object.entries(sampleBackendNotes))
    it(`have a sentence for ${code}`, () => {
      const sentence = backendNoteText({ code: code as BackendNoteCode, facts }, english);
      assert.match(sentence, /^[A-Z“].*\.$/);
      assert.doesNotMatch(sentence, /[{}]|undefined/);
    });

  it('name the library, its version, and the error as a log would show it', () => {
    const rows = backendRows([accepted, refused], english);
    assert.deepEqual(
      rows.map(({ library, status, answer }) => [library, status, answer]),
      [
        ['PyJWT 1.2.3', 'pass', 'Accepts the token'],
        ['jose 6.0.0', 'fail', 'JWTExpired [ERR_JWT_EXPIRED]: "exp" claim timestamp check failed'],
      ],
    );
    assert.deepEqual(rows[0]?.notes, ['The header’s “typ” is not checked. (RFC 8725 §3.11)']);
  });

  it('say where words are the runtime’s', () => {
    const { outcome } = refused;
    assert.equal(outcome.status, 'refused');
    const varying = { ...refused, outcome: { ...outcome, messageKind: 'varies' as const } };
    assert.match(backendRows([varying], english)[0].notes[0], /differ between its versions/);
  });

  it('name in one line what cannot be seen, and keep a message from leaving its block', () => {
    const message = 'alg \u202e```\n# Title is not supported';
    const hostile = { ...refused, outcome: { ...refused.outcome, message } as BackendVerdict['outcome'] };
    const [row] = backendRows([hostile], english);
    assert.ok(row.answer.includes('⟨U+202E⟩') && !row.answer.includes('\n'));
    const report = backendReport([hostile], english);
    assert.ok(!report.includes('\u202e'));
    assert.match(report, /^````text$/m);
  });

  it('make a document with every program in it', () => {
    const report = backendReport([accepted, refused], english);
    assert.match(report, /^# What my backend would say$/m);
    assert.match(report, /^```python\nprint\(1\)\n```$/m);
    assert.match(report, /^```js\nconsole\.log\(1\);\n```$/m);
  });
});
