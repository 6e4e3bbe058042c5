import assert from 'node:assert/strict';
import { decryptWithKeys } from '../../../src/core/decrypt/decryptWithKeys';
import { readContent } from '../../../src/core/decrypt/readContent';
import { encryptToken } from '../../../src/core/encrypt/encryptToken';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import { inspectToken } from '../../../src/core/inspect/inspectToken';
import { parseToken } from '../../../src/core/jose/parseToken';
import { tokenText, type TokenSubject } from '../../../src/core/present/tokenText';
import { english } from '../../../src/core/present/wording';
import { processSdJwt } from '../../../src/core/sdJwt/processSdJwt';
import { aReport, fullSummary, reportMoment } from '../../support/aReport';
import { aDisclosure, anSdJwt, digestOf } from '../../support/anSdJwt';
import { aCompactJws } from '../../support/aToken';
import { aKey } from '../../support/keyMaterial';

const words = { translate: english, locale: 'en', timeZone: 'UTC' };
const place = { name: 'notes.md', line: 7 };
const subjectOf = (text: string, more: Partial<TokenSubject> = {}): TokenSubject => {
  const token = parseToken(text);
  return { token, inspection: inspectToken(token, reportMoment), report: aReport(), ...more };
};
const claims = { iss: 'https://a.example', exp: reportMoment + 3600, nested: { list: [1, 2] } };
const token = aCompactJws({ alg: 'ES256', kid: 'service-2026' }, claims);

describe('tokenText', () => {
  it('says where it is from, the answers, the key and why it was chosen, the claims and their meanings', () => {
    const text = tokenText(subjectOf(token), place, words);
    const lines = text.split('\n');
    assert.equal(lines[0], 'From notes.md, line 7');
    assert.equal(lines[1], 'As of 1 Jan 2026, 00:00:00 UTC');
    for (const sentence of [
      /Signature valid with keys\/service\.pub:3/,
      /In force, expires in 60 minutes/,
      /^ {2}Chosen because its id is the token’s kid$/m,
      /^ {2}Thumbprint: oKIy/m,
      /certificate of this key ended/,
      /iss: "https:\/\/a\.example" — Who issued the token\./,
      /exp: \d+ — 1 Jan 2026, 01:00:00 UTC, in 60 minutes — When the token expires\./,
      /^Payload as JSON\n {2}\{\n {4}"iss"/m,
    ])
      assert.match(text, sentence);
    assert.ok(text.endsWith(`Token\n  ${token}\n`));
  });

  it('tells every check that was made, and no other', () => {
    const checks = [
      { claim: 'aud', outcome: 'failed', code: 'missing', facts: { expected: 'api' } },
      { claim: 'sub', outcome: 'passed', code: 'present', facts: { found: 'a' } },
      { claim: 'iss', outcome: 'notAsked', code: 'present', facts: { found: 'a' } },
    ] as const;
    const text = tokenText(subjectOf(token, { report: aReport(undefined, { checks }) }), place, words);
    assert.match(text, /^Checks\n {2}FAILED: “aud” is missing\n {2}passed: “sub” is there\n$/m);
  });

  it('tells the keys that were tried, and why none of them fits', () => {
    const report = aReport({ status: 'invalid', tried: [fullSummary] });
    const text = tokenText(subjectOf(token, { report, why: 'The secret is base64.' }), place, words);
    assert.match(text, /^Why\n {2}The secret is base64\.$/m);
    assert.match(text, /^Key that was tried\n {2}Name: service-2026$/m);
    assert.doesNotMatch(text, /[Vv]alid with/);
  });

  it('answers for each signature where there are several', () => {
    const [first] = aReport().signatures;
    const report = aReport(undefined, { signatures: [first, { status: 'unsecured' }] });
    const text = tokenText(subjectOf(token, { report }), place, words);
    assert.match(text, /^ {2}Signature 1: Signature valid with/m);
    assert.match(text, /^ {2}Signature 2: Unsecured/m);
  });

  it('explains a token where nothing can be verified, and says so', () => {
    const text = tokenText(subjectOf(token, { report: undefined }), undefined, words);
    assert.match(text, /Signatures cannot be checked in this host/);
    assert.match(text, /Who issued the token/);
    assert.doesNotMatch(text, /valid/);
  });

  it('tells what an SD-JWT discloses and how much it keeps back', async () => {
    const shown = aDisclosure('salt', 'given_name', 'Erika');
    const payload = { _sd: [digestOf(shown), digestOf('kept back')] };
    const subject = subjectOf(anSdJwt(payload, [shown]).text);
    assert.ok(subject.token.kind === 'jws');
    const text = tokenText({ ...subject, disclosures: await processSdJwt(subject.token) }, place, words);
    assert.match(text, /^Disclosures\n {2}given_name: "Erika"\n {2}One claim is kept back, or made up\.$/m);
    assert.match(text, /Payload with what was disclosed, as JSON/);
  });

  const decrypted = async (plaintext: Uint8Array): Promise<string> => {
    const key = aKey({ kty: 'oct', k: new Uint8Array(16) });
    const draft = { headerText: '{"alg":"dir","enc":"A128GCM"}', plaintext: new Uint8Array(plaintext) };
    const subject = subjectOf(await encryptToken(draft, key));
    assert.ok(subject.token.kind === 'jwe');
    const known = { id: 'k', key, origin: { from: 'secretStorage', name: 'my-key' } } as const;
    const answer = await decryptWithKeys({ token: subject.token, keys: [known], moment: reportMoment });
    assert.ok(answer.status === 'decrypted');
    const content = { answer, content: readContent(answer.plaintext), inner: 'From inside\nsecond line' };
    return tokenText({ ...subject, content }, place, words);
  };

  it('tells the claims of an encrypted token, with what key it was opened, and that this proves no author', async () => {
    const text = await decrypted(utf8Bytes('{"sub":"42"}'));
    assert.match(text, /^ {2}Decrypted with my-key/m);
    assert.match(text, /^ {2}sub: "42" — Whom or what the token is about\.$/m);
    assert.match(text, /Who wrote it is not proven/);
  });

  it('reads on in a token inside, indented', async () => {
    const text = await decrypted(utf8Bytes(token));
    assert.match(text, /^Token inside\n {2}From inside\n {2}second line$/m);
    assert.doesNotMatch(text, /Who wrote it is not proven/);
  });

  it('shows octets that are no text as digits', async () => {
    assert.match(await decrypted(Uint8Array.of(0xff, 0)), /2 bytes that are no text: ff00/);
  });

  it('names what cannot be seen, and keeps each fact on its line', () => {
    const text = tokenText(
      subjectOf(aCompactJws({ alg: 'HS256' }, { a: 'x\u202ey\nz', '\u202e': 1 })),
      place,
      words,
    );
    assert.doesNotMatch(text, /\u202e/);
    assert.match(text, /a: "x\\u202ey\\nz"/);
    assert.match(text, /⟨U\+202E⟩: 1/);
  });

  it('stays small and quick for tokens that are large or deep', () => {
    const deep = `${'['.repeat(900)}${'1,'.repeat(200_000)}1${']'.repeat(900)}`;
    const hostile = aCompactJws({ alg: 'HS256' }, 'X').replace(
      /\.[^.]*\./,
      `.${Buffer.from(`{"deep":${deep}}`).toString('base64url')}.`,
    );
    const text = tokenText(subjectOf(hostile), place, words);
    assert.ok(text.length < 5_000_000, `${text.length}`);
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`claim${index}`, index]));
    assert.match(tokenText(subjectOf(aCompactJws({ alg: 'HS256' }, many)), place, words), /claim4999/);
  });
});
