import assert from 'node:assert/strict';
import { wordsOfName, wordsOfNames, wordsOfText } from '../../../src/core/strength/workspaceWords';
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
