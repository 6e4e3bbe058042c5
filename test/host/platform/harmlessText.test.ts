import assert from 'node:assert/strict';
import { messageText } from '../../../src/host/platform/messageText';
import { plain } from '../../../src/host/platform/plain';

const blank = '\u200b';

describe('a name in a message', () => {
  for (const [text, shown] of [
    ['keys/a.pem', 'keys/a.pem'],
    ['[press](command:x) [me](command:y)', `[press]${blank}(command:x) [me]${blank}(command:y)`],
    ['a\u202eb', 'a⟨U+202E⟩b'],
    // What was put between the brackets does not hide them.
    [`[press]${blank}(command:x)`, '[press]⟨U+200B⟩(command:x)'],
  ] as const)
    it(`makes no link: ${JSON.stringify(text)}`, () => {
      assert.equal(messageText(text), shown);
    });
});

describe('a name in a menu', () => {
  for (const [text, shown] of [
    ['keys/a.pem', 'keys/a.pem'],
    ['$(check) $(key)', `$${blank}(check) $${blank}(key)`],
    ['a\nb', 'a⟨U+000A⟩b'],
    ['$5 (five)', '$5 (five)'],
  ] as const)
    it(`draws no icon: ${JSON.stringify(text)}`, () => {
      assert.equal(plain(text), shown);
    });
});
