import assert from 'node:assert/strict';
import { causeCodes, isCommon } from '../../../src/core/diagnose/codes';
import { diagnoseToken } from '../../../src/core/diagnose/diagnoseToken';
import type { DiagnosisPort } from '../../../src/core/diagnose/diagnosis';
import { realPort } from '../../support/realPort';
import { file, secret } from './aCase';
import { publicPem, signed, signer } from './signing';
import { workTimeOf } from '../../support/workTime';

const claims = { iss: 'https://id.example/', sub: 'ada', name: 'x'.repeat(200) };
const rsa = signed({ alg: 'RS256' }, claims, signer('RSA-1024'));
const web = file('web', publicPem('RSA-2048'));
const byStranger = signed({ alg: 'ES256' }, claims, signer('P-256'));
const gate = file('gate', publicPem('P-384'));

describe('diagnoseToken', () => {
  it('finds a common cause in the common tier, and leaves the others alone', async () => {
    const token = signed({ alg: 'HS256' }, claims, 'word');
    const keys = [secret('k', 'word ')];
    const found = await diagnoseToken({ token, keys, port: realPort(), tier: 'common' });
    assert.equal(found.status === 'cause' && found.code, 'secret-whitespace');
    const rare = await diagnoseToken({
      token,
      keys: [secret('k', 'WORD')],
      port: realPort(),
      tier: 'common',
    });
    assert.ok(rare.status === 'unknown');
    assert.deepEqual(rare.tried, causeCodes.filter(isCommon));
    assert.ok(rare.notReached.includes('secret-characters') && rare.notReached.includes('jwe'));
  });

  it('says of every cause that it was tried, where it came to the end', async () => {
    const found = await diagnoseToken({ token: rsa, keys: [web], port: realPort() });
    assert.deepEqual(found.status === 'unknown' && [found.tried.length, found.notReached], [
      causeCodes.length,
      [],
    ]);
  });

  it('stops when it is cancelled, and says what it did not get to', async () => {
    let pauses = 0;
    const port = {
      ...realPort(() => pauses > 1),
      pause: () => {
        pauses++;
        return Promise.resolve();
      },
    };
    const found = await diagnoseToken({ token: rsa, keys: [web], port });
    assert.ok(found.status === 'unknown' && found.notReached.includes('nested-token'));
  });

  it('stops when its time is over, and gives no form then', async () => {
    let [now, pauses] = [0, 0];
    const port: DiagnosisPort = {
      isCancelled: () => false,
      pause: () => {
        pauses++;
        return Promise.resolve();
      },
      elapsed: () => (now += 50),
    };
    const found = await diagnoseToken({ token: byStranger, keys: [gate], port });
    assert.ok(found.status === 'unknown' && found.notReached.length > 0);
    // Nothing more is begun then: there are hundreds of sets of causes.
    assert.ok(pauses < 60, `${pauses} pauses`);
    assert.ok(now < 10_000, `${now} ms`);
    const unhurried = await diagnoseToken({ token: byStranger, keys: [gate], port: realPort() });
    assert.equal(unhurried.status === 'cause' && unhurried.code, 'key-wrong-type');
  });

  it('lets others run at least every 16 milliseconds of its own work', async () => {
    let [last, longest] = [0, 0];
    const note = (): void => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    };
    const port = realPort();
    const watched = {
      ...port,
      pause: async () => {
        note();
        await port.pause();
        last = performance.now();
      },
    };
    // The libraries are loaded by the first one.
    await diagnoseToken({ token: rsa, keys: [web], port });
    let best = Infinity;
    // Other work on the same processor may lengthen a round, not all of them.
    for (let round = 0; round < 5 && best >= 100; round += 1) {
      longest = 0;
      last = performance.now();
      await diagnoseToken({ token: rsa, keys: [web], port: watched });
      note();
      best = Math.min(best, longest);
    }
    assert.ok(best < 200, `${Math.round(best)} ms`);
  });

  it('tells what looks suspicious apart from causes', async () => {
    const token = signed({ alg: 'HS256', kid: '../../dev/null' }, claims, 'another');
    const keys = [secret('k', 'c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0')];
    const found = await diagnoseToken({ token, keys, port: realPort() });
    assert.deepEqual(found.status === 'unknown' && found.noticed, ['kidLooksLikePath', 'secretLooksBase64']);
  });

  it('gives an answer to texts that are no tokens, and to very long ones', async () => {
    const texts = [
      '',
      '.',
      '..',
      '...',
      '{',
      '{}',
      'eyJ',
      'eyJhbGciOiJIUzI1NiJ9',
      '='.repeat(200_000),
      'eyJ'.repeat(60_000),
    ];
    const spoilt = [
      `${'.'.repeat(100_000)}x`,
      `"${'M'.repeat(100_000)}!`,
      '>'.repeat(100_000),
      '\\u002e'.repeat(30_000),
    ];
    for (const token of [...texts, ...spoilt]) {
      const took = await workTimeOf(async () => {
        const found = await diagnoseToken({ token, keys: [web, secret('k', 'word')], port: realPort() });
        assert.notEqual(found.status, 'none');
      });
      assert.ok(took < 8000, `${token.slice(0, 10)} took too long`);
    }
  });
});
