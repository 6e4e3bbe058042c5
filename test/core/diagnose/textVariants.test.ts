import assert from 'node:assert/strict';
import type { CauseCode } from '../../../src/core/diagnose/codes';
import type { DiagnosisPort } from '../../../src/core/diagnose/diagnosis';
import { Pace } from '../../../src/core/diagnose/pace';
import type { Variant } from '../../../src/core/diagnose/stance';
import { textVariants } from '../../../src/core/diagnose/textVariants';
import { settingOf } from './aSetting';
import { b64, signed } from './signing';

const good = signed({ alg: 'HS256' }, { sub: 'ada' }, 'word');
const variantsOf = async (text: string): Promise<readonly Variant[]> =>
  textVariants(text, await settingOf(text));
const causesOf = async (text: string, wanted = good): Promise<readonly CauseCode[] | undefined> =>
  (await variantsOf(text)).find((each) => each.text === wanted)?.causes;

describe('texts that a token may be', () => {
  it('begin with the text as it stands, with its parts', async () => {
    const [first] = (await variantsOf(good)).map(({ text, causes, parts }) => [text, causes, parts.length]);
    assert.deepEqual(first, [good, [], 1]);
  });

  const [h = '', p = '', s = ''] = good.split('.');
  for (const [what, text, causes] of [
    ['escaped', good.replaceAll('.', '\\u002e'), ['token-escaped']],
    ['percent-encoded', good.replaceAll('.', '%2E'), ['token-url-encoded']],
    ['wrapped', Buffer.from(good).toString('base64'), ['token-base64-wrapped']],
    ['surrounded', `Bearer ${good}`, ['token-surrounded']],
    ['split', `${h}\n.${p}\n.${s}`, ['token-split']],
    ['padded', `${good}=`, ['token-padded']],
    ['escaped inside of percents', `"${good.replaceAll('.', '%5Cu002e')}"`, undefined],
    ['percents inside of escapes', good.replaceAll('.', '\\u00252E'), ['token-escaped', 'token-url-encoded']],
    [
      'wrapped inside of percents, with its scheme inside',
      Buffer.from(`Bearer ${good}`).toString('base64').replaceAll('=', '%3D').replaceAll('e', '%65'),
      ['token-url-encoded', 'token-base64-wrapped', 'token-surrounded'],
    ],
    [
      'behind a scheme, in lines, padded',
      `Bearer: "${h}.\n${p}.\n${s}=="`,
      ['token-surrounded', 'token-split', 'token-padded'],
    ],
    [
      'four causes, which are one too many',
      Buffer.from(`Bearer: "${h}.\n${p}.\n${s}=="`).toString('base64').replaceAll('e', '%65'),
      undefined,
    ],
  ] as const)
    it(`are made by as many causes as there are: ${what}`, async () => {
      assert.deepEqual(await causesOf(text), causes);
    });

  it('are each there once, under the fewest and first causes', async () => {
    for (const text of [`Bearer ${good} `, `${good.replaceAll('.', '%2E')}\n`, `"${good}="`]) {
      const all = await variantsOf(text);
      assert.equal(new Set(all.map((each) => each.text)).size, all.length);
      const counts = all.map(({ causes }) => causes.length);
      assert.deepEqual(
        counts,
        counts.toSorted((one, other) => one - other),
      );
    }
    // Both taking off what surrounds it and joining it lead there.
    assert.deepEqual(await causesOf(`${good} `), ['token-surrounded']);
  });

  it('are twenty-four of one cause from one text', async () => {
    const tokens = Array.from(
      { length: 30 },
      (_, index) => `${b64(`{"alg":"HS256","n":${index}}`)}.${p}.${s}`,
    );
    const all = await variantsOf(tokens.join(' '));
    const surrounded = all.filter(({ causes }) => causes.join() === 'token-surrounded');
    assert.equal(surrounded.length, 24);
  });

  it('are two hundred and forty in all', async () => {
    const tokens = Array.from(
      { length: 40 },
      (_, index) => `${b64(`{"alg":"HS256","n":${index}}`)}=.${p}=.${s}/`,
    );
    const text = tokens.join(' %20 &amp; \\u0020 ');
    const all = await variantsOf(`${text}${text.replaceAll('e', '%65')}`);
    assert.equal(all.length, 240);
  });

  it('have eight characters at least', async () => {
    const of = async (text: string): Promise<readonly string[]> =>
      (await variantsOf(text)).map((each) => each.text);
    assert.deepEqual(await of('abcdefg='), ['abcdefg=']);
    assert.deepEqual(await of('abcdefgh='), ['abcdefgh=', 'abcdefgh']);
  });

  it('are that text alone where it is longer than any token', async () => {
    const long = (length: number): string => `${'a'.repeat(length - 1)}=`;
    assert.equal((await variantsOf(long(262_144))).length, 2);
    assert.equal((await variantsOf(long(262_145))).length, 1);
  });

  it('are no more once the time is over or the search is stopped, and let others run meanwhile', async () => {
    let [pauses, now] = [0, 0];
    const port = (isCancelled: () => boolean, step: number): DiagnosisPort => ({
      isCancelled,
      pause: () => {
        pauses++;
        return Promise.resolve();
      },
      elapsed: () => (now += step),
    });
    const text = `Bearer%20"${good}="`;
    const setting = await settingOf(text);
    const whole = await textVariants(text, {
      ...setting,
      pace: new Pace(
        port(() => false, 9),
        1e9,
      ),
    });
    assert.ok(whole.length > 8 && pauses > whole.length, `${whole.length} texts, ${pauses} pauses`);
    const stopped = await textVariants(text, {
      ...setting,
      pace: new Pace(
        port(() => true, 9),
        1e9,
      ),
    });
    assert.ok(stopped.length < whole.length);
    const late = await textVariants(text, {
      ...setting,
      pace: new Pace(
        port(() => false, 50),
        1,
      ),
    });
    assert.ok(late.length < whole.length);
  });
});
