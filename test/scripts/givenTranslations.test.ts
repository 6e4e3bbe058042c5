import assert from 'node:assert/strict';
import { emptyTranslations, strayTranslations, withGiven } from '../../scripts/lib/givenTranslations.mjs';

const english = { 'Which key?': 'Which key?', Copied: 'Copied' };

describe('translations given in one file', () => {
  it('are asked for, text by text, where a language lacks them', () => {
    const lacking = [
      { language: 'de', missing: ['Which key?', 'Copied'] },
      { language: 'fr', missing: ['Which key?'] },
    ];
    assert.deepEqual(emptyTranslations(lacking), { 'Which key?': { de: '', fr: '' }, Copied: { de: '' } });
  });

  it('go into the catalogue of their language, over what was there', () => {
    const given = { 'Which key?': { de: 'Welcher Schlüssel?', fr: 'Quelle clé ?' } };
    const translated = { 'Which key?': 'Welche?', Copied: 'Kopiert' };
    assert.deepEqual(withGiven('de', { english, translated }, given), {
      'Which key?': 'Welcher Schlüssel?',
      Copied: 'Kopiert',
    });
  });

  it('leave a catalogue alone that they are not for, or that has no such text', () => {
    const given = {
      'Which key?': { fr: 'Quelle clé ?', de: '' },
      Other: { de: 'Anderes' },
      toString: { de: 'x' },
    };
    assert.deepEqual(withGiven('de', { english, translated: { Copied: 'Kopiert' } }, given), {
      Copied: 'Kopiert',
    });
  });

  it('are told where they go nowhere', () => {
    const known = { keys: new Set(Object.keys(english)), languages: ['de', 'fr'] };
    const given = { Copied: { de: 'Kopiert', it: 'Copiato' }, Moved: { fr: 'Déplacé' } };
    assert.deepEqual(strayTranslations(given, known), [
      '“Copied”: no such language: it',
      '“Moved” is no English text of the sources and no key of package.nls.json',
    ]);
  });
});
