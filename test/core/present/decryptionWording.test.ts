import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { DecryptionAnswer } from '../../../src/core/decrypt/decryptionAnswer';
import { contentEncryptions, keyManagementAlgorithms } from '../../../src/core/jose/encryptionAlgorithms';
import { decryptionAnswer, undecryptedText } from '../../../src/core/present/decryptionWording';
import { english, type Translate } from '../../../src/core/present/wording';
import { fullSummary } from '../../support/aReport';
import { sampleUndecrypted } from '../../support/sampleFacts';

const catalogue = JSON.parse(readFileSync('l10n/bundle.l10n.json', 'utf8')) as Record<string, string>;
const strict: Translate = (template, args) => {
  assert.ok(Object.hasOwn(catalogue, template), `not in the catalogue: ${template}`);
  return english(template, args);
};
const words = { translate: strict };

describe('the words for decrypting', () => {
  for (const [code, reason] of Object.entries(sampleUndecrypted))
    it(`say why nothing was decrypted: ${code}`, () => {
      const sentence = undecryptedText(reason, words);
      assert.ok(sentence.length > 5);
      assert.doesNotMatch(sentence, /\{\w*\}|undefined/);
      const answer = decryptionAnswer({ status: 'failed', reason, tried: [] }, words);
      assert.deepEqual(answer, { status: 'unknown', text: `Not decrypted: ${sentence}` });
    });

  it('name the key, and never say that anything is valid', () => {
    const decrypted: DecryptionAnswer = {
      status: 'decrypted',
      plaintext: new Uint8Array(),
      recipient: 0,
      algorithm: keyManagementAlgorithms.get('ECDH-ES')!,
      encryption: contentEncryptions.get('A128GCM')!,
      compressed: false,
      key: fullSummary,
      chosenBy: 'kid',
    };
    const { status, text } = decryptionAnswer(decrypted, words);
    assert.equal(status, 'pass');
    assert.match(text, /^Decrypted with keys\/service\.pub:3/);
    assert.doesNotMatch(text, /valid/i);
    const typed = decryptionAnswer({ ...decrypted, key: undefined, chosenBy: undefined }, words);
    assert.equal(typed.text, 'Decrypted with the password');
  });
});
