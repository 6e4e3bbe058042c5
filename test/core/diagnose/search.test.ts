import assert from 'node:assert/strict';
import { Checker, diagnosisLimits } from '../../../src/core/diagnose/checker';
import type { CauseCode } from '../../../src/core/diagnose/codes';
import type { DiagnosisPort, KeyConfiguration } from '../../../src/core/diagnose/diagnosis';
import { Pace } from '../../../src/core/diagnose/pace';
import { Search, type PlanResult } from '../../../src/core/diagnose/search';
import type { Setting } from '../../../src/core/diagnose/stance';
import { file, secret } from './aCase';
import { settingOf, variantOf } from './aSetting';
import { b64, publicPem, signature, signed, signer } from './signing';

const word = 'plain-harbor-umber-41f0';
const claims = { sub: 'ada' };
const good = signed({ alg: 'HS256' }, claims, word);
const app = secret('app', word);

/** What one set of causes finds in a text, or in one that others led to. */
async function run(
  text: string,
  others: readonly CauseCode[],
  keys: readonly KeyConfiguration[],
  more: Partial<Setting> & {
    readonly texts?: readonly CauseCode[];
    readonly siblings?: Setting['siblings'];
  } = {},
): Promise<PlanResult> {
  const { texts = [], ...rest } = more;
  const setting = { ...(await settingOf(text, keys)), ...rest };
  const plan = { variants: [variantOf(text, texts)], others, codes: [...texts, ...others] };
  return new Search(setting).run(plan);
}
const told = ({ proof, isCut }: PlanResult): readonly unknown[] => [
  isCut,
  proof && [proof.key?.id, proof.repaired, proof.alg, proof.facts],
];

describe('the search for one set of causes', () => {
  it('finds a text that verifies as it stands, and tells it as the repair where others led to it', async () => {
    assert.deepEqual(told(await run(good, [], [app])), [false, ['app', undefined, undefined, undefined]]);
    assert.deepEqual(told(await run(good, [], [app], { texts: ['token-padded'] })), [
      false,
      ['app', good, undefined, undefined],
    ]);
    assert.deepEqual(told(await run(good, [], [secret('no', 'other')])), [false, undefined]);
  });

  it('finds two causes together, the second behind the first', async () => {
    const mislabelled = signed({ alg: 'HS256' }, claims, 'word', { by: 'HS512' });
    const keys = [secret('app', Buffer.from('word').toString('hex'))];
    const both = await run(mislabelled, ['alg-mislabelled', 'secret-is-hex'], keys);
    assert.deepEqual(told(both), [false, ['app', undefined, 'HS512', undefined]]);
    for (const one of ['alg-mislabelled', 'secret-is-hex'] as const)
      assert.deepEqual(told(await run(mislabelled, [one], keys)), [false, undefined]);
  });

  it('asks other tokens for a cause alone, and not beside another', async () => {
    const bare = good.slice(0, good.lastIndexOf('.') + 1);
    const { siblings } = await settingOf(bare, [], [good]);
    assert.deepEqual(told(await run(bare, ['signature-missing'], [app], { siblings })), [
      false,
      ['app', good, undefined, undefined],
    ]);
    const two = await run(bare, ['signature-missing', 'secret-is-hex'], [app], { siblings });
    assert.deepEqual(told(two), [false, undefined]);
  });

  it('looks at no signature that a strict reader would not come to', async () => {
    const padded = `${good}=`;
    assert.deepEqual(told(await run(padded, [], [app])), [false, undefined]);
    const critical = signed({ alg: 'HS256', crit: ['x'], x: 1 }, claims, word);
    assert.deepEqual(told(await run(critical, [], [app])), [false, undefined]);
    assert.deepEqual(told(await run(critical, ['crit-not-understood'], [app])), [
      false,
      ['app', undefined, undefined, undefined],
    ]);
    assert.deepEqual(told(await run(good, ['crit-not-understood'], [app])), [false, undefined]);
  });

  it('takes a signature over the very form of a text that is not strict', async () => {
    const [h, p] = [b64('{"alg":"HS256"}'), b64('{"sub":"ad"}')];
    const input = `${h}=.${p}`;
    const token = `${input}.${b64(signature('HS256', word, input))}`;
    assert.deepEqual(told(await run(token, ['signed-other-base64'], [app])), [
      false,
      ['app', undefined, undefined, { form: 'asItStands' }],
    ]);
  });

  it('tells the salt of a PSS signature, where it is one that programs take', async () => {
    const keys = [file('web', publicPem('RSA-1024'))];
    const salted = (saltLength: number): string =>
      signed({ alg: 'PS256' }, claims, signer('RSA-1024'), { saltLength });
    const longest = 128 - 32 - 2;
    for (const salt of [0, 20, 48, 64, longest])
      assert.deepEqual(told(await run(salted(salt), ['pss-salt-length'], keys)), [
        false,
        ['web', undefined, undefined, { salt }],
      ]);
    for (const salt of [1, 19, 33, longest - 1])
      assert.deepEqual(told(await run(salted(salt), ['pss-salt-length'], keys)), [false, undefined]);
    // A secret that nobody could use for it is passed over.
    assert.deepEqual(told(await run(salted(20), ['pss-salt-length'], [app])), [false, undefined]);
  });

  it('tells that it came to no end once the budget of a secret is used up', async () => {
    const setting = await settingOf(good, [secret('app', 'WORD')]);
    const [known] = setting.keys.keys;
    assert.ok(known);
    const checker = new Checker();
    const algorithm = {
      alg: 'HS256',
      family: 'hmac',
      kty: 'oct',
      hash: 'SHA-256',
      signatureBytes: 32,
      rfc: '',
    } as const;
    for (let count = 0; count < diagnosisLimits.hmacsPerSecret; count++)
      checker.hmac(algorithm, known, Uint8Array.of(count >> 8, count));
    const keys = [secret('app', 'WORD')];
    assert.deepEqual(told(await run(good, ['secret-characters'], keys, { checker })), [true, undefined]);
    assert.deepEqual(told(await run(good, ['secret-characters'], keys)), [false, undefined]);
    assert.deepEqual(told(await run(good.slice(0, -9), ['token-truncated'], keys, { checker })), [
      true,
      undefined,
    ]);
  });

  it('tells that it came to no end once the budget of public keys is used up', async () => {
    class Spent extends Checker {
      override checkPublic(): Promise<'spent'> {
        return Promise.resolve('spent');
      }
    }
    const es = signed({ alg: 'ES256' }, claims, signer('P-256'));
    const gate = [file('gate', publicPem('P-256'))];
    assert.deepEqual(told(await run(es, [], gate, { checker: new Spent() })), [true, undefined]);
  });

  it('computes what it knows already but once', async () => {
    const setting = await settingOf(good, [secret('app', 'another')]);
    const search = new Search(setting);
    const plan = { variants: [variantOf(good)], others: [], codes: [] };
    for (let count = 0; count <= diagnosisLimits.hmacsPerSecret; count++)
      assert.deepEqual(told(await search.run(plan)), [false, undefined]);
  });

  it('ends where its time is over, and lets others run in between', async () => {
    let [now, pauses] = [0, 0];
    const port = (step: number): DiagnosisPort => ({
      isCancelled: () => false,
      pause: () => {
        pauses++;
        return Promise.resolve();
      },
      elapsed: () => (now += step),
    });
    const keys = [secret('app', 'another')];
    const late = await run(good, ['secret-characters'], keys, { pace: new Pace(port(10), 20) });
    assert.deepEqual(told(late), [true, undefined]);
    pauses = 0;
    const inTime = await run(good, ['secret-characters'], keys, { pace: new Pace(port(10), 1e6) });
    assert.deepEqual(told(inTime), [false, undefined]);
    assert.ok(pauses > 9, `${pauses} pauses`);
  });

  it('finds what is right among more candidates than are looked at together', async () => {
    const kinds = Array.from({ length: 30 }, (_, index) => secret(`s${index}`, `other ${index}`));
    const elsewhere = [...kinds, secret('app', word), ...kinds];
    assert.deepEqual(told(await run(good, [], elsewhere)), [false, ['app', undefined, undefined, undefined]]);
    const es = signed({ alg: 'ES256' }, claims, signer('P-256'));
    const wrong = Array.from({ length: 30 }, () => file('no', publicPem('P-384')));
    const right = [...wrong, file('gate', publicPem('P-256'))];
    assert.deepEqual(told(await run(es, [], right)), [false, ['gate', undefined, undefined, undefined]]);
    const rsa = signed({ alg: 'RS256' }, claims, signer('RSA-1024'));
    const hexed = `${rsa.slice(0, rsa.lastIndexOf('.') + 1)}${Buffer.from(rsa.split('.')[2] ?? '', 'base64url').toString('hex')}`;
    const web = [file('no', publicPem('RSA-2048')), file('web', publicPem('RSA-1024'))];
    assert.deepEqual(told(await run(hexed, ['signature-encoding'], web)), [
      false,
      ['web', rsa, undefined, undefined],
    ]);
  });
});
