import assert from 'node:assert/strict';
import { disclosureSections } from '../../../src/core/present/disclosureSections';
import { english } from '../../../src/core/present/wording';
import { processSdJwt } from '../../../src/core/sdJwt/processSdJwt';
import { aDisclosure, anSdJwt, digestOf } from '../../support/anSdJwt';

const words = { translate: english, locale: 'en', timeZone: 'UTC' };
const name = aDisclosure('salt one', 'given_name', 'Ada');
const element = aDisclosure('salt two', 'admin');

async function sections(payload: object, disclosures: readonly string[]): Promise<string> {
  const report = await processSdJwt(anSdJwt(payload, disclosures));
  assert.ok(report);
  return disclosureSections(report, words).join('\n');
}

describe('the disclosures in the text of a token', () => {
  it('are named, or called elements, with what is kept back and the payload as it becomes', async () => {
    const payload = { _sd: [digestOf(name), 'x'.repeat(43)], roles: [{ '...': digestOf(element) }] };
    const text = await sections(payload, [name, element]);
    assert.match(text, /^ {2}given_name: "Ada"$/m);
    assert.match(text, /: "admin"$/m);
    assert.match(text, /^ {2}One claim is kept back/m);
    assert.match(text, /"given_name": "Ada"/);
  });

  it('stand as they are where they cannot be read, and nothing is said to be kept back where all is told', async () => {
    const text = await sections({ _sd: [digestOf('bm90IEpTT04')] }, ['bm90IEpTT04']);
    assert.match(text, /^ {2}bm90IEpTT04$/m);
    const whole = await sections({ _sd: [digestOf(name)] }, [name]);
    assert.doesNotMatch(whole, /kept back/);
  });
});
