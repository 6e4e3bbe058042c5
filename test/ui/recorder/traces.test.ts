import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tutorial } from '../support/tutorial';
import { hiddenIn, keyMaterialIn, TraceSearch, type Hidden } from './traces';

const secret = 'granite-willow-compass-31';
const hidden: readonly Hidden[] = [...hiddenIn(`token: ${tutorial.hs256}`), ['a secret', secret]];
const search = new TraceSearch(hidden);
const bytesOf: Readonly<Record<string, (text: string) => Buffer>> = {
  'as it is': (text) => Buffer.from(text),
  'in UTF-16': (text) => Buffer.from(text, 'utf16le'),
  'in hexadecimal': (text) => Buffer.from(Buffer.from(text).toString('hex')),
  'in base64': (text) => Buffer.from(Buffer.from(text).toString('base64')),
  'in base64, behind one octet': (text) => Buffer.from(Buffer.from(`x${text}.`).toString('base64')),
  'in base64url, behind two octets': (text) => Buffer.from(Buffer.from(`xx${text}..`).toString('base64url')),
};

describe('the search for traces', () => {
  it('knows a token and the telling values of its claims', () => {
    assert.deepEqual(hiddenIn(`a ${tutorial.hs256} b`), [
      ['a token', tutorial.hs256],
      ['a claim', 'Jessica Temporal'],
    ]);
  });

  it('knows the lines of a private key in PEM, and the secret members of a JWK', () => {
    const line = (letter: string): string => letter.repeat(64);
    const pem = `-----BEGIN PRIVATE KEY-----\n${['A', 'B', 'C', 'D'].map(line).join('\n')}\n-----END PRIVATE KEY-----`;
    assert.deepEqual(keyMaterialIn(pem), [
      ['a line of a private key', line('B')],
      ['a line of a private key', line('C')],
    ]);
    assert.deepEqual(keyMaterialIn(`{"kty":"oct","k":"${'k'.repeat(22)}","kid":"${'i'.repeat(22)}"}`), [
      ['a private member of a JWK', 'k'.repeat(22)],
    ]);
  });

  for (const [how, spell] of Object.entries(bytesOf))
    for (const [name, text] of hidden)
      it(`finds ${name} ${how}`, () => {
        const found = search.of(Buffer.concat([Buffer.from('\0\xff '), spell(text), Buffer.from(' ')]));
        assert.ok(
          found.some((one) => one.startsWith(name)),
          found.join(),
        );
      });

  it('finds what JSON spells otherwise', () => {
    const said = 'she said "no",\nand left';
    const log = JSON.stringify({ message: said });
    assert.deepEqual(new TraceSearch([['a claim', said]]).of(log).length, 1);
  });

  for (const [what, text] of [
    ['a token nobody told it of', tutorial.expired],
    ['a private key nobody told it of', '-----BEGIN EC PRIVATE KEY-----'],
    ['a private JWK nobody told it of', `{"kty":"OKP","d":"${'d'.repeat(43)}"}`],
  ] as const)
    it(`finds ${what}`, () => assert.equal(new TraceSearch([]).of(`log: ${text}`).length, 1));

  it('finds nothing in a text that holds none', () => {
    assert.deepEqual(search.of('verified: HS256, valid, 3 ms; kid "2026"'), []);
  });

  it('names the file, and leaves out the places that it is told to', () => {
    const folder = mkdtempSync(join(tmpdir(), 'claimcheck-traces-'));
    try {
      mkdirSync(join(folder, 'kept'));
      for (const file of ['kept/a.txt', 'stray.bin']) writeFileSync(join(folder, file), `\0${secret}\0`);
      assert.deepEqual(search.below(folder, ['kept/']), [`stray.bin: a secret: ${secret}`]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
