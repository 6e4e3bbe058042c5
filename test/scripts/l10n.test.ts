import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { catalogueFiles, languages, readCatalogue } from '../../scripts/lib/catalogues.mjs';
import { checkCatalogues } from '../../scripts/lib/checkCatalogues.mjs';
import { pseudoCatalogue, pseudoText } from '../../scripts/lib/pseudoLocale.mjs';
import { alignedCatalogue, compareCatalogues, translationFault } from '../../scripts/lib/translations.mjs';

const english = catalogueFiles().map((file) => readCatalogue('.', file));
const texts = english.flatMap((catalogue) => Object.values(catalogue));

describe('a translation', () => {
  const sound: readonly (readonly [why: string, english: string, translated: string])[] = [
    [
      'orders placeholders anew',
      'Signed with {key}, put into {name}',
      'In {name} gesetzt, signiert mit {key}',
    ],
    ['ends as its script does', 'Which key signs it?', 'どの鍵で署名しますか？'],
    ['has the blank of its language before a mark', 'Which key?', 'Quelle clé\u00a0?'],
    ['has quotes of its own', 'No key has the id “{kid}”.', 'Kein Schlüssel hat die ID „{kid}“.'],
    [
      'keeps targets, code and names',
      '[Add](command:a.b) to `x`, see RFC 7523.',
      '`x`: [Ajouter](command:a.b), RFC 7523.',
    ],
  ];
  for (const [why, source, translated] of sound)
    it(`is sound where it ${why}`, () => {
      assert.equal(translationFault(source, translated), undefined);
    });

  const unsound: readonly (readonly [why: string, english: string, translated: string, fault: RegExp])[] = [
    ['loses a placeholder', 'Line {line}', 'Zeile', /placeholders: none instead of \["\{line\}"\]/],
    ['has one twice', 'Line {line}', 'Zeile {line} {line}', /placeholders/],
    ['renames one', 'Line {line}', 'Zeile {zeile}', /placeholders/],
    ['translates code', 'By `kid`.', 'Nach `id`.', /back-ticks/],
    ['translates what is typed', 'Write "now".', 'Écrire "maintenant".', /straight quotes/],
    ['changes a command', '[Add](command:a.b)', '[Ajouter](command:a.c)', /link targets/],
    ['adds a link', 'Add it', '[Ajouter](command:a.c)', /link targets/],
    ['loses an icon', '$(key) Add', 'Ajouter', /icons/],
    ['loses a bold mark', 'See **JWT: Add Key** there', 'Siehe **JWT: Schlüssel dort', /bold marks/],
    ['joins lines', 'One\nTwo', 'Un deux', /line breaks/],
    ['loses a name', 'Only HS256 has one', 'Nur HS hat eines', /lacks the name HS256/],
    [
      'loses a setting',
      'Turn on claimcheck.keys now',
      'Jetzt einschalten',
      /lacks the name claimcheck\.keys/,
    ],
    ['loses the ellipsis', 'Add Key…', 'Ajouter une clé', /does not end with an ellipsis/],
    ['ends in a stop of its own', 'Add Key', 'Ajouter une clé.', /ends with a full stop/],
    ['asks no more', 'Which key?', 'Quelle clé', /does not end with a question mark/],
    ['is empty', 'Add Key', ' ', /is empty/],
    ['has a blank at its end', 'Add Key', 'Ajouter ', /begins or ends with a blank/],
  ];
  for (const [why, source, translated, fault] of unsound)
    it(`is refused where it ${why}`, () => {
      assert.match(translationFault(source, translated) ?? 'nothing', fault);
    });

  it('that is the English text itself is sound, for every text', () => {
    for (const text of texts) assert.equal(translationFault(text, text), undefined);
  });
});

describe('a catalogue of translations', () => {
  const source = { one: 'One {n}', two: 'Two', three: 'Three' };
  const translated = { three: 'Drei', gone: 'Weg', one: 'Eins' };

  it('is compared with the English one', () => {
    assert.deepEqual(compareCatalogues(source, translated), {
      missing: ['two'],
      stale: ['gone'],
      faults: ['“one” has other placeholders: none instead of ["{n}"]'],
    });
  });

  it('is put into the order of the English one without what is stale', () => {
    assert.deepEqual(Object.entries(alignedCatalogue(source, translated)), [
      ['one', 'Eins'],
      ['three', 'Drei'],
    ]);
  });

  it('fails the check for what is stale or wrong, and for what is missing where that counts', () => {
    const files = [{ file: 'a.json', english: source, translated }];
    const lenient = checkCatalogues(files, { isMissingAFault: false });
    assert.deepEqual(lenient, {
      complaints: [
        'a.json: “one” has other placeholders: none instead of ["{n}"]',
        'a.json: “gone” is stale',
      ],
      translated: 2,
      missing: 1,
    });
    const strict = checkCatalogues(files, { isMissingAFault: true });
    assert.deepEqual(strict.complaints, [...lenient.complaints, 'a.json: “two” is missing']);
  });

  it('passes the check where it is whole', () => {
    const files = [{ file: 'a.json', english: source, translated: source }];
    assert.deepEqual(checkCatalogues(files, { isMissingAFault: true }).complaints, []);
  });
});

describe('the pseudo-locale', () => {
  it('accents the letters and keeps what is no text', () => {
    assert.equal(
      pseudoText('Add a key to `keys` of {name}…').replace(/^·+/, ''),
      'Ádd á kéý tö `keys` öf {name}…',
    );
  });

  it('makes every text longer by at least 40 percent and sound as a translation', () => {
    for (const text of texts) {
      const pseudo = pseudoText(text);
      assert.ok(pseudo.length >= text.length * 1.4, text);
      assert.equal(translationFault(text, pseudo), undefined);
    }
  });

  it('has every key, and no text as English has it', () => {
    for (const catalogue of english) {
      const pseudo = pseudoCatalogue(catalogue);
      assert.deepEqual(Object.keys(pseudo), Object.keys(catalogue));
      for (const [key, text] of Object.entries(pseudo)) assert.notEqual(text, catalogue[key]);
    }
  });
});

describe('each language', () => {
  it('is packed: the manifest names the folder and the list of what ships has the files', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { l10n?: string };
    assert.equal(manifest.l10n, './l10n');
    const packed = readFileSync('test/manifest/vsix-contents.txt', 'utf8').split('\n');
    for (const file of languages.flatMap((language) => catalogueFiles(language)))
      assert.ok(packed.includes(`extension/${file.replaceAll('\\', '/')}`), file);
  });

  /** The one word of each language for a signature that was verified. */
  const validWords: Readonly<Record<(typeof languages)[number], RegExp>> = {
    de: /(?<!end)gültig/i,
    es: /válid/i,
    fr: /valid[ei]s?\b/i,
    ja: /有効/,
    'pt-br': /válid/i,
    'zh-cn': /有效/,
  };
  for (const language of languages)
    it(`says “valid” of a verified signature only (${language})`, () => {
      const valid = validWords[language];
      const [bundle, manifest] = catalogueFiles(language).map((file) =>
        Object.entries(readCatalogue('.', file)),
      );
      for (const [key, text] of bundle) {
        if (valid.test(text)) assert.match(key, /\bvalid\b/, text);
        // What is not valid may have a word of its own.
        if (/(?<!not )\bvalid\b/.test(key)) assert.match(text, valid, key);
      }
      for (const [, text] of manifest) assert.doesNotMatch(text, valid);
    });
});
