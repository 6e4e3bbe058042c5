import assert from 'node:assert/strict';
import { wholeCharacters } from '../../src/inspector/parts/foldedText';

describe('wholeCharacters', () => {
  it('cuts where it is told', () => {
    assert.equal(wholeCharacters('abcdef', 3), 3);
  });

  it('ends with the text', () => {
    assert.equal(wholeCharacters('abc', 10), 3);
    assert.equal(wholeCharacters('', 10), 0);
  });

  it('cuts no character in two', () => {
    assert.equal('a👍b'.slice(0, wholeCharacters('a👍b', 2)), 'a');
    assert.equal('a👍b'.slice(0, wholeCharacters('a👍b', 3)), 'a👍');
  });
});
