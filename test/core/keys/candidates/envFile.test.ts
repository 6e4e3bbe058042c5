import assert from 'node:assert/strict';
import { envValue, readEnvFile } from '../../../../src/core/keys/candidates/envFile';
import { workTime } from '../../../support/workTime';

describe('an environment file', () => {
  it('gives its assignments with the lines they stand on', () => {
    const text = '# comment\nJWT_SECRET=my_super_secret\n\nexport API_KEY = "x" # why\nno assignment\n';
    assert.deepEqual(readEnvFile(text), [
      { name: 'JWT_SECRET', raw: 'my_super_secret', line: 2 },
      { name: 'API_KEY', raw: ' "x" # why', line: 4 },
    ]);
  });

  it('lets a quoted value span lines', () => {
    const text = 'KEY="-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----"\nNEXT=1';
    const [key, next] = readEnvFile(text);
    assert.equal(envValue(key.raw), '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----');
    assert.deepEqual(next, { name: 'NEXT', raw: '1', line: 4 });
  });

  it('does not swallow the file behind a quote that is never closed', () => {
    assert.deepEqual(
      readEnvFile('A="open\nB=2').map((one) => one.name),
      ['A', 'B'],
    );
  });

  for (const [raw, value, note] of [
    ['  secret  ', 'secret', 'trimmed'],
    ['secret # comment', 'secret', 'a comment'],
    ['se#cret', 'se', 'unquoted, the first # begins a comment'],
    ['"se#cret"', 'se#cret', 'quoted, it does not'],
    ['"a\\nb"', 'a\nb', 'double quotes read \\n'],
    ["'a\\nb'", 'a\\nb', 'single quotes do not'],
    ['`a`', 'a', 'back-ticks are quotes'],
    ['"a" # b', 'a', 'a comment behind quotes'],
    ['"a" b', '"a" b', 'quotes in the middle are part of it'],
    ['"', '"', 'a lone quote'],
    ['', '', 'nothing'],
  ] as const) {
    it(`reads a value as dotenv does: ${note}`, () => assert.equal(envValue(raw), value));
  }

  it('reads a hundred thousand quotes in linear time', () => {
    assert.ok(workTime(() => readEnvFile('A="\n'.repeat(100_000))) < 10_000);
  });
});
