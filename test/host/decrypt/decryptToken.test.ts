import assert from 'node:assert/strict';
import { encryptToken } from '../../../src/core/encrypt/encryptToken';
import { closeTexts, hs256, placeOf, shownText, untitled } from '../support';

const secret = 'sixteen octets!!';
const octets = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));

/** What the text says of a token that holds this, beside the constant with its secret. */
async function textOf(content: string): Promise<string> {
  const key = { material: { kty: 'oct', k: octets(secret) }, labels: {}, format: 'secret' } as const;
  const headerText = '{"alg":"dir","enc":"A128GCM"}';
  const token = await encryptToken({ headerText, plaintext: octets(content) }, key);
  const source = await untitled(`jwtSecret = '${secret}'\ntoken = '${token}'\n`);
  return (await shownText('claimcheck.decryptToken', placeOf(source, token))).getText();
}

describe('JWT: Decrypt Token', () => {
  afterEach(closeTexts);

  it('shows the claims, and the key that opened them', async () => {
    const text = await textOf('{"sub":"42","exp":1516239022}');
    assert.match(text, /Decrypted with jwtSecret/);
    assert.match(text, /sub: "42" — Whom or what/);
    assert.match(text, /exp: 1516239022 — .*2018/);
    assert.match(text, /Who wrote it is not proven/);
    assert.doesNotMatch(text, new RegExp(secret));
  });

  it('reads on in a token inside, and verifies it', async () => {
    const text = await textOf(await hs256({ sub: 'inner' }, secret));
    assert.match(text, /Token inside/);
    assert.match(text, /Signature valid with jwtSecret/);
    assert.match(text, /sub: "inner"/);
  });

  it('shows a text that is no JSON as it is', async () => {
    assert.match(await textOf('The true sign of intelligence'), /\n {2}The true sign of intelligence\n/);
  });
});
