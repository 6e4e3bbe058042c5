import assert from 'node:assert/strict';
import { withContentType, withKeyId } from '../../../src/host/edit/headerEdits';

describe('a header that is signed anew', () => {
  for (const [note, header, kid, expected] of [
    ['names the key behind what was written', '{"alg":"HS256"}', 'k', '{"alg":"HS256","kid":"k"}'],
    ['names it where nothing was written', '{}', 'k', '{"kid":"k"}'],
    ['keeps its layout', '{\n  "alg": "HS256"\n}\n', 'k', '{\n  "alg": "HS256","kid":"k"}'],
    ['spells a name that needs it', '{}', 'a"b', String.raw`{"kid":"a\"b"}`],
    ['keeps the key it names already', '{"kid":"old"}', 'k', '{"kid":"old"}'],
    ['names none where the key has no id', '{"alg":"HS256"}', undefined, '{"alg":"HS256"}'],
    ['is left alone where it is no object', '["alg"]', 'k', '["alg"]'],
    ['is left alone where it is no JSON', '{"alg":', 'k', '{"alg":'],
  ] as const)
    it(note, () => {
      assert.equal(withKeyId(header, kid), expected);
    });

  it('says that an encrypted token holds a token, unless it says something already', () => {
    assert.equal(withContentType('{"alg":"dir"}'), '{"alg":"dir","cty":"JWT"}');
    assert.equal(withContentType('{"cty":"json"}'), '{"cty":"json"}');
  });
});
