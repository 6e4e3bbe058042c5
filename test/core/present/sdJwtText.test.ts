import assert from 'node:assert/strict';
import { parseToken } from '../../../src/core/jose/parseToken';
import { showSdJwt, sdJwtMarkdown, type ShownSdJwt } from '../../../src/core/present/sdJwtShown';
import {
  disclosureAnswer,
  keyBindingAnswer,
  keyBindingCheckText,
  sdJwtText,
} from '../../../src/core/present/sdJwtText';
import { sdJwtWording } from '../../../src/core/present/sdJwtWording';
import { english } from '../../../src/core/present/wording';
import type { KeyBindingCheck } from '../../../src/core/sdJwt/keyBinding';
import { processSdJwt } from '../../../src/core/sdJwt/processSdJwt';
import type { KeyBindingVerification } from '../../../src/core/sdJwt/verifyKeyBinding';
import { aDisclosure, anSdJwt, digestOf } from '../../support/anSdJwt';
import { sampleSdJwtFaults } from '../../support/sampleFacts';

const name = aDisclosure('salt one', 'given_name', 'Ada');
const role = aDisclosure('salt two', 'admin');
const spare = aDisclosure('salt three', 'family_name', 'L');

async function shown(payload: object, disclosures: readonly string[], keyBinding = ''): Promise<ShownSdJwt> {
  const what = await showSdJwt(anSdJwt(payload, disclosures, keyBinding), english);
  assert.ok(what);
  return what;
}

describe('the words for selective disclosure', () => {
  for (const [code, fact] of Object.entries(sampleSdJwtFaults))
    it(`have a sentence for ${code}`, () => {
      const sentence = sdJwtText(fact, english);
      assert.match(sentence, /^[A-Z“].*\.$/);
      assert.doesNotMatch(sentence, /[{}]|undefined|\bmember\b/);
    });

  it('have a row for each code, and no other', () => {
    assert.deepEqual(Object.keys(sampleSdJwtFaults).sort(), Object.keys(sdJwtWording).sort());
  });

  it('say what is disclosed where, and what is kept back', async () => {
    const payload = { _sd: [digestOf(name), digestOf(spare)], roles: ['user', { '...': digestOf(role) }] };
    const { disclosed, rows, problems, keyBinding } = await shown(payload, [name, role]);
    assert.deepEqual(disclosed, {
      status: 'pass',
      text: '2 claims are disclosed. One digest stands for a claim kept back, or for none.',
    });
    assert.deepEqual(rows, [
      { place: 'given_name', value: '"Ada"', status: 'pass' },
      { place: 'roles[1]', value: '"admin"', status: 'pass' },
    ]);
    assert.deepEqual(problems, []);
    assert.equal(keyBinding, undefined);
  });

  it('say that nothing is disclosed', async () => {
    const { disclosed } = await shown({ _sd: [digestOf(spare)] }, []);
    assert.equal(
      disclosed.text,
      'Nothing is disclosed. One digest stands for a claim kept back, or for none.',
    );
  });

  it('say which disclosure does not belong, counted from one', async () => {
    const { disclosed, rows, problems } = await shown({ _sd: [digestOf(name)] }, [name, spare]);
    assert.equal(disclosed.status, 'fail');
    assert.match(disclosed.text, /refers to disclosure 2:/);
    assert.deepEqual(problems, [disclosed.text]);
    assert.deepEqual(
      rows.map(({ status, place }) => [status, place]),
      [
        ['pass', 'given_name'],
        ['fail', 'in no place'],
      ],
    );
  });

  it('name members that are no plain names in brackets', async () => {
    const odd = aDisclosure('s', 'https://a.example/role', 1);
    const { rows } = await shown({ a: { _sd: [digestOf(odd)] } }, [odd]);
    assert.equal(rows[0]?.place, 'a["https://a.example/role"]');
  });

  it('leave nothing of a hostile disclosure to Markdown', async () => {
    const hostile = aDisclosure('s', '**x**\u202e', '[y](command:z) $(error)');
    const what = await shown({ _sd: [digestOf(hostile)] }, [hostile]);
    const { list } = sdJwtMarkdown(what);
    assert.ok(!list.includes('\u202e') && !list.includes('[y](') && !list.includes(' $(error)'));
    assert.equal(list.split('\n').length, 1);
  });

  it('list no more than a hover holds', async () => {
    const many = Array.from({ length: 50 }, (_, index) => aDisclosure(`salt ${index}`, `n${index}`, index));
    const what = await shown({ _sd: many.map((one) => digestOf(one)) }, many);
    const { list } = sdJwtMarkdown(what);
    assert.equal(list.split('\n').length, 21);
    assert.match(list, /^- …$/m);
  });

  it('have nothing to say of a token without disclosures', async () => {
    const plain = parseToken('eyJhbGciOiJIUzI1NiJ9.e30.AAAA');
    assert.equal(plain.kind, 'jws');
    assert.equal(await showSdJwt(plain, english), undefined);
  });
});

describe('the words for key binding', () => {
  const verification = (more: Partial<KeyBindingVerification>): KeyBindingVerification => ({
    token: undefined,
    checks: [],
    holderKey: undefined,
    signature: undefined,
    isValid: false,
    ...more,
  });
  const failed: KeyBindingCheck = { code: 'kb.hash', passed: false };

  it('say valid of nothing but a verified signature', () => {
    const answers = [
      verification({}),
      verification({ checks: [failed] }),
      verification({ keyProblem: { code: 'jwkMissingMember', facts: { kty: 'EC', name: 'y' } } }),
      verification({ signature: { status: 'unverifiable', reason: { code: 'payloadDetached' } } }),
    ].map((one) => keyBindingAnswer(one, english));
    assert.deepEqual(
      answers.map(({ status }) => status),
      ['unknown', 'fail', 'unknown', 'unknown'],
    );
    for (const { text } of answers) assert.doesNotMatch(text, /\bvalid\b/);
  });

  it('tell the holder’s key from what the binding holds', () => {
    const valid = { status: 'valid' } as const;
    assert.equal(keyBindingAnswer(verification({ signature: valid, isValid: true }), english).status, 'pass');
    assert.match(
      keyBindingAnswer(verification({ signature: { status: 'invalid' } }), english).text,
      /not valid/,
    );
    const bound = keyBindingAnswer(verification({ signature: valid, checks: [failed] }), english);
    assert.equal(bound.status, 'fail');
    assert.match(bound.text, /still not to be accepted: It is bound to other disclosures/);
  });

  for (const code of ['wellFormed', 'type', 'algorithm', 'issuedAt', 'audience', 'nonce', 'hash'] as const)
    it(`have two sentences for kb.${code}`, () => {
      const [yes, no] = [true, false].map((passed) =>
        keyBindingCheckText({ code: `kb.${code}`, passed }, english),
      );
      assert.notEqual(yes, no);
      for (const sentence of [yes, no]) assert.match(sentence, /^[A-Z].*\.$/);
    });

  it('answer for a key binding that is no token', async () => {
    const { keyBinding } = await shown({}, [], 'no-token');
    assert.deepEqual(keyBinding, {
      status: 'fail',
      text: 'What stands for the key binding is no token with claims.',
    });
  });

  it('count disclosures of a report whose hash is unknown', async () => {
    const report = await processSdJwt(anSdJwt({ _sd_alg: 'md5', _sd: [digestOf(name)] }, [name]));
    assert.match(disclosureAnswer(report!, english).text, /“md5”, which is not understood/);
  });
});
