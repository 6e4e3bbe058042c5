import assert from 'node:assert/strict';
import { parseToken } from '../../../src/core/jose/parseToken';
import {
  projectNames,
  wordsOfName,
  wordsOfNames,
  wordsOfText,
  wordsOfToken,
} from '../../../src/core/strength/workspaceWords';
import { aCompactJwe, aCompactJws } from '../../support/aToken';
import { workTime } from '../../support/workTime';

describe('the words of a workspace', () => {
  it('are the texts and names around a token, texts first, without the token', () => {
    const words = wordsOfText(
      `const signingSecret = 'pumpkin pie';\nconst token = "eyJhbGciOiJIUzI1NiJ9.e30.c2ln"; // see acmeConfig`,
    );
    assert.equal(words[0], 'pumpkin pie');
    for (const word of ['signingSecret', 'acmeConfig', 'const']) assert.ok(words.includes(word), word);
    assert.ok(!words.some((word) => word.startsWith('eyJ')));
  });

  it('are the parts of a name, and those together', () => {
    const words = wordsOfName('acme-BillingService');
    for (const word of [
      'acme-BillingService',
      'acme',
      'Billing',
      'Service',
      'acmeBillingService',
      'acme_Billing_Service',
    ])
      assert.ok(words.includes(word), word);
  });

  it('are trimmed, and neither too short nor too long to be a secret', () => {
    assert.deepEqual(wordsOfText(`' pie ' "${'!'.repeat(129)}" '   ' 'ab'`), ['pie']);
  });

  for (const [file, text, names] of [
    ['package.json', '{ "name" : "acme-api", "author": "Jo Doe", "version": "1" }', ['acme-api', 'Jo Doe']],
    ['pyproject.toml', '[project]\nname = "billing"\nversion = "1"', ['billing']],
    ['go.mod', 'module example.com/acme/shop\n', ['example.com/acme/shop']],
    ['pom.xml', '<groupId>com.acme</groupId><artifactId>shop</artifactId>', ['com.acme', 'shop']],
    ['pubspec.yaml', 'name: counter\ndescription: none', ['counter']],
    ['any other', 'nameless modules', []],
  ] as const)
    it(`are the names in ${file}`, () => {
      assert.deepEqual(projectNames(text), names);
    });

  it('are no more than 32 names of one file', () => {
    const many = Array.from({ length: 50 }, (_, index) => `"name": "project-${index}"`).join('\n');
    assert.equal(projectNames(many).length, 32);
  });

  it('are the texts of a token, their addresses without the scheme', () => {
    const claims = { iss: 'https://acme.example/', aud: ['shop', 7, 'till'], n: 12, deep: { no: 'inner' } };
    const words = wordsOfToken(parseToken(aCompactJws({ alg: 'HS256', kid: 'key-one' }, claims)));
    for (const word of ['HS256', 'key-one', 'acme.example/', 'acme', 'shop', 'till'])
      assert.ok(words.includes(word), word);
    for (const word of ['https', 'inner', '12']) assert.ok(!words.includes(word), word);
  });

  it('are those of the header alone where the claims are encrypted or none', () => {
    const header = { alg: 'dir', enc: 'A128GCM', kid: 'key-two' };
    assert.ok(wordsOfToken(parseToken(aCompactJwe(header))).includes('key-two'));
    assert.deepEqual(wordsOfToken(parseToken('no token')), []);
  });

  it('are each there once, and not endless', () => {
    const words = wordsOfNames(Array.from({ length: 5000 }, (_, index) => `service-${index}`));
    assert.equal(new Set(words).size, words.length);
    assert.ok(words.length <= 400);
  });

  it('are found in linear time in hostile texts', () => {
    for (const text of ['"'.repeat(2e6), `"${'a'.repeat(2e6)}`, 'a'.repeat(2e6), `'"\``.repeat(5e5)])
      assert.ok(Math.min(...[1, 2].map(() => workTime(() => wordsOfText(text)))) < 500);
  });
});
