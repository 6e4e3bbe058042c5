import assert from 'node:assert/strict';
import { inspectToken } from '../../../src/core/inspect/inspectToken';
import type { Inspection } from '../../../src/core/inspect/inspection';
import { parseToken } from '../../../src/core/jose/parseToken';
import { innerToken, outermost, type InnerPlace, type Shown } from '../../../src/host/inspector/shownToken';
import { aCompactJws, segment, someSignature } from '../../support/aToken';

const inner = aCompactJws({ alg: 'HS256' }, { sub: '42' });
const shown = (text: string, inside?: string): Shown => ({
  ...{ found: { text }, outer: [], picked: undefined, chosen: undefined, disclosures: undefined },
  ...{ verification: { status: 'pending' }, content: { status: 'none' }, inside },
});
const inspected = (text: string): Inspection => inspectToken(parseToken(text), 1_700_000_000, 0);

describe('a token within the one shown', () => {
  const holder = aCompactJws({ alg: 'HS256' }, { iss: 'a', actor: inner, count: 7 });
  const wrapped = `${segment('{"alg":"HS256","cty":"JWT"}')}.${segment(` ${inner}\n`)}.${someSignature}`;

  for (const [note, text, inside, place, expected] of [
    ['is the whole payload', wrapped, undefined, { from: 'payload' }, { text: inner, step: '' }],
    ['is what was decrypted', holder, inner, { from: 'content' }, { text: inner, step: '' }],
    [
      'is a claim, by its row',
      holder,
      undefined,
      { from: 'claim', index: 1 },
      { text: inner, step: 'actor' },
    ],
    ['is no claim of another kind', holder, undefined, { from: 'claim', index: 0 }, undefined],
    ['is no number', holder, undefined, { from: 'claim', index: 2 }, undefined],
    ['is in no row there is not', holder, undefined, { from: 'claim', index: 3 }, undefined],
    ['is in no row that is not named', holder, undefined, { from: 'claim' }, undefined],
    ['is not the payload of claims', holder, undefined, { from: 'payload' }, undefined],
    ['is not there before it is decrypted', holder, undefined, { from: 'content' }, undefined],
    ['is no text that was decrypted', holder, 'hello', { from: 'content' }, undefined],
    ['is not in a text without a payload', 'no token', undefined, { from: 'payload' }, undefined],
  ] as const satisfies readonly (readonly [
    string,
    string,
    string | undefined,
    InnerPlace,
    object | undefined,
  ])[])
    it(note, () => {
      assert.deepEqual(innerToken(shown(text, inside), inspected(text), place), expected);
    });

  it('stands in the document where the outermost does', () => {
    const outer = ['a', 'b'].map((text) => ({ found: { text }, form: 'signed' as const, step: '' }));
    assert.equal(outermost({ ...shown('c'), outer }).text, 'a');
    assert.equal(outermost(shown('c')).text, 'c');
  });
});
