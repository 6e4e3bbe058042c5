import assert from 'node:assert/strict';
import { word } from '../../src/core/present/wording';
import { labels } from '../../src/inspector/labels';
import { translatorOf } from '../../src/inspector/translator';

describe('translatorOf', () => {
  const german = translatorOf({ 'Copy Token': 'Token kopieren', 'Show in {place}': 'In {place} zeigen' });

  it('puts a template into the language of the catalogue', () => {
    assert.equal(word(german, labels.copyToken), 'Token kopieren');
  });

  it('fills in facts where the translation wants them, and reads none of them as a template', () => {
    assert.equal(word(german, labels.reveal, { place: '{place}.md' }), 'In {place}.md zeigen');
  });

  it('leaves in English what the catalogue lacks', () => {
    assert.equal(word(german, labels.copied), 'Copied');
    assert.equal(word(translatorOf({}), labels.characters, { count: 1 }), '1 character');
    assert.equal(word(translatorOf({}), labels.characters, { count: 2 }), '2 characters');
  });

  it('takes nothing from the object every object comes from', () => {
    assert.equal(translatorOf({})('constructor'), 'constructor');
    assert.equal(translatorOf({})('__proto__'), '__proto__');
  });
});
