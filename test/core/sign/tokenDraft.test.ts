import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { draftProblemText } from '../../../src/core/present/draftWording';
import { english, type Translate } from '../../../src/core/present/wording';
import { readTokenDraft } from '../../../src/core/sign/tokenDraft';
import { aPair } from '../../support/keyMaterial';

const now = 1_767_225_600;
const hs = '"header":{"alg":"HS256","typ":"JWT"}';
const catalogue = JSON.parse(readFileSync('l10n/bundle.l10n.json', 'utf8')) as Record<string, string>;
const strict: Translate = (template, args) => {
  assert.ok(Object.hasOwn(catalogue, template), template);
  return english(template, args);
};

/** The problems, as code and the text they stand at. */
function problemsOf(text: string): readonly string[] {
  const { problems } = readTokenDraft(text, now, { kty: 'oct', k: new Uint8Array(32) });
  for (const one of problems) assert.doesNotMatch(draftProblemText(one, strict), /\{\w*\}|undefined/);
  return problems.map(
    ({ problem, span, blocks }) =>
      `${blocks ? '!' : ''}${problem.code} ${text.slice(span.start, span.end).slice(0, 20)}`,
  );
}

describe('readTokenDraft', () => {
  it('gives header and payload compact, and otherwise as they are written', () => {
    const text =
      '{\n "header": {"typ": "JWT", "alg":\t"HS256"},\n "payload": {"b": 1.0, "a": "\\u0041 b", "big": 12345678901234567890}\n}';
    assert.deepEqual(readTokenDraft(text, now), {
      draft: {
        headerText: '{"typ":"JWT","alg":"HS256"}',
        payloadText: '{"b":1.0,"a":"\\u0041 b","big":12345678901234567890}',
      },
      payloadText: '{"b":1.0,"a":"\\u0041 b","big":12345678901234567890}',
      encryptionText: undefined,
      alg: 'HS256',
      encryptionAlg: undefined,
      problems: [],
    });
  });

  it('turns times as people write them into seconds, in claims that are times and in no other', () => {
    const text = `{${hs},"payload":{"iat":"now","exp": "+1h","nbf":"2026-01-01","auth_time":"-1 day","note":"now","sub":"+1h"}}`;
    assert.equal(
      readTokenDraft(text, now).payloadText,
      `{"iat":${now},"exp":${now + 3600},"nbf":${now},"auth_time":${now - 86_400},"note":"now","sub":"+1h"}`,
    );
  });

  it('takes what is to be encrypted besides, or alone', () => {
    const encryption = '"encryption":{"alg":"dir","enc":"A128GCM"}';
    const nested = readTokenDraft(`{${hs},"payload":{},${encryption}}`, now);
    assert.equal(nested.encryptionText, '{"alg":"dir","enc":"A128GCM"}');
    assert.equal(nested.encryptionAlg, 'dir');
    const alone = readTokenDraft(`{"payload":{"sub":"a"},${encryption}}`, now);
    assert.deepEqual([alone.draft, alone.payloadText, alone.problems], [undefined, '{"sub":"a"}', []]);
  });

  it('signs payloads that are no object too', () => {
    assert.deepEqual(readTokenDraft(`{${hs},"payload":["a"]}`, now).problems, []);
  });

  for (const [text, problems] of [
    ['{', ['!draft.notJson ']],
    ['[1]', ['!draft.notJson [1]']],
    ['{}', ['!draft.missing {', '!draft.missing {']],
    [`{${hs}}`, ['!draft.missing {']],
    ['{"payload":{}}', ['!draft.missing {']],
    ['{"header":7,"payload":{}}', ['!draft.notObject 7']],
    [`{${hs},"payload":{},"signature":"x"}`, ['draft.unknown "signature"']],
    [`{${hs},"payload":{"exp":"soon"}}`, ['!draft.time "soon"']],
    [`{${hs},"payload":{"exp":true}}`, ['draft.time true']],
    ['{"header":{"typ":"JWT"},"payload":{}}', ['!header.missing {']],
    ['{"header":{"alg":"HS257"},"payload":{}}', ['!alg.unknown "HS257"']],
    ['{"header":{"alg":"RS256"},"payload":{}}', ['!alg.keyMismatch "RS256"']],
    [`{${hs},"payload":{"sub":"a","sub":"b"}}`, ['json.duplicateName "sub"']],
  ] as const)
    it(`finds what is wrong with ${text}`, () => {
      assert.deepEqual(problemsOf(text), problems);
    });

  it('says that a public key cannot sign', () => {
    const { material } = aPair('P-256');
    assert.ok(material.kty === 'EC');
    const { kty, crv, x, y } = material;
    const text = '{"header":{"alg":"ES256"},"payload":{}}';
    const [found] = readTokenDraft(text, now, { kty, crv, x, y }).problems;
    assert.equal(found.problem.code, 'alg.keyMismatch');
  });
});
