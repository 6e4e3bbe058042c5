import assert from 'node:assert/strict';
import { defaultLevels, readLevels } from '../../src/core/editor/remark';
import { inspectToken } from '../../src/core/inspect/inspectToken';
import { parseToken } from '../../src/core/jose/parseToken';
import { anyOf } from '../../src/core/keys/candidates/globs';
import { hoverMarkdown } from '../../src/core/present/markdown';
import { readProfiles } from '../../src/core/verify/readProfiles';
import { isInsideFolder, readKeyReferences } from '../../src/host/keys/keyReference';
import { reportMoment } from '../support/aReport';
import { workTime } from '../support/workTime';
import { hostileSettings } from './corpus/settings';
import { plainHeader, signed } from './corpus/tokens/made';
import { words } from './subject';

/** Milliseconds of work, on a busy machine. */
const patience = 5000;
const levels: ReadonlySet<string> = new Set(['off', 'hint', 'information', 'warning', 'error']);

/** Reads a value as every setting there is; settings are checked by whoever uses them, whatever their type. */
function readAsAny(value: unknown): void {
  const { references, faults } = readKeyReferences(value);
  assert.equal(references.length + faults.length, Array.isArray(value) ? value.length : 0);
  for (const reference of references)
    if (reference.kind === 'file')
      assert.ok(isInsideFolder(reference.file) || /^[a-z][a-z0-9+.-]+:\/\//i.test(reference.file));
  const profiles = readProfiles(value);
  for (const { issuer } of profiles.profiles) assert.ok(typeof issuer === 'string' && issuer !== '*');
  const read = readLevels(value);
  assert.deepEqual(Object.keys(read), Object.keys(defaultLevels));
  for (const level of Object.values(read)) assert.ok(levels.has(level));
  const globs = Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
  assert.ok((anyOf(globs)?.length ?? 0) <= 1e6 + globs.reduce((sum, { length }) => sum + length + 1, 0));
}

describe('a hostile setting', function () {
  this.timeout(60_000);

  for (const { name, about, make } of hostileSettings)
    it(`is read soon, and changes nothing it should not: ${name} (${about})`, () => {
      const { value } = make();
      const took = workTime(() => readAsAny(value));
      assert.ok(took < patience, `${took} ms`);
      assert.equal(({} as { polluted?: unknown }).polluted, undefined);
    });

  for (const leeway of [0, 1e9, 1e308])
    it(`lets a clock differ by ${leeway} s, and still says when a token ends`, () => {
      const token = parseToken(signed(plainHeader, '{"iat":1516239022,"exp":1516239023}').text);
      const inspection = inspectToken(token, reportMoment, leeway);
      assert.match(hoverMarkdown(inspection, undefined, { ...words, links: {} }), /2018/);
    });
});
