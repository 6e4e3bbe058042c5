import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseToken } from '../../../src/core/jose/parseToken';
import type { Expected } from '../../../src/core/verify/expected';
import { verifyToken } from '../../../src/core/verify/verifyToken';
import { tokenAtPosition } from '../../../src/host/documents/documentTokens';
import { expectations } from '../../../src/host/profiles/expectations';
import type { ShownExpected, ShownReport } from '../../../src/protocol/messages';
import { reportMoment } from '../../support/aReport';
import { eventually, hs256, untitled } from '../support';
import { Bench, inDocument, readAtMoment, withCode, type Verify } from './sessionBench';

const issuer = 'https://panel.example/';
const setting = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('claimcheck');
const setProfiles = async (profiles: unknown): Promise<void> =>
  await setting().update('profiles', profiles, vscode.ConfigurationTarget.Workspace);

/** Verifies without keys, and holds the claims against what is expected. */
const verify: Verify = async (text, settings, options) => {
  const token = parseToken(text);
  const { policy } = expectations(token, settings, [], options?.chosen);
  return {
    ...readAtMoment(text),
    report: await verifyToken({ token, keys: [], policy, moment: reportMoment }),
  };
};

/** A panel that shows a token of an issuer. */
async function opened(claims: object): Promise<Bench> {
  const bench = new Bench(verify);
  const document = await untitled(`token: ${await hs256({ iss: issuer, ...claims }, 'a secret')}\n`);
  const found = tokenAtPosition(document, new vscode.Position(0, 12));
  assert.ok(found);
  await bench.open(found);
  return bench;
}

function told({ panel }: Bench): ShownExpected['expectations'] {
  const event = panel.last('showExpected');
  assert.ok(event);
  return event.expectations;
}

function outcome({ panel }: Bench, claim: string): string | undefined {
  const { verification } = panel.last('showReport') as ShownReport;
  assert.ok(verification.status === 'done');
  return verification.report.checks.find((check) => check.claim === claim)?.outcome;
}

async function expect(bench: Bench, expected?: Expected): Promise<void> {
  const { revision } = bench.panel.last('showToken')!;
  await bench.panel.page.request('setExpected', { revision, ...(expected ? { expected } : {}) });
  await bench.panel.wireSettled();
}

describe('expectations, edited in the panel', () => {
  after(async () => {
    await setProfiles(undefined);
  });

  it('begin with what the settings say, and are asked of the token as they are changed', async () => {
    const bench = await opened({ sub: '42', aud: 'api' });
    assert.deepEqual(told(bench), { source: 'settings', expected: { leeway: 0 }, profiles: [] });
    assert.equal(outcome(bench, 'sub'), 'notAsked');
    await expect(bench, { subject: '43', audience: ['api'], leeway: 0 });
    assert.equal(told(bench).source, 'panel');
    assert.deepEqual([outcome(bench, 'sub'), outcome(bench, 'aud')], ['failed', 'passed']);
    await expect(bench);
    assert.deepEqual(told(bench), { source: 'settings', expected: { leeway: 0 }, profiles: [] });
    assert.equal(outcome(bench, 'sub'), 'notAsked');
  });

  it('judge time by their leeway, on the page too', async () => {
    const bench = await opened({ exp: reportMoment - 60 });
    await expect(bench, { leeway: 120 });
    assert.equal(bench.panel.last('showToken')?.leeway, 120);
    assert.equal(outcome(bench, 'exp'), 'passed');
    await expect(bench, {});
    assert.equal(bench.panel.last('showToken')?.leeway, 0);
    assert.equal(outcome(bench, 'exp'), 'failed');
  });

  it('are refused where they cannot be asked, and where they speak of another token', async () => {
    const bench = await opened({});
    await assert.rejects(expect(bench, { leeway: -1 }), withCode('malformedParams'));
    await assert.rejects(expect(bench, { algorithms: ['RS265'] }), withCode('malformedParams'));
    assert.equal(told(bench).source, 'settings');
    const { page } = bench.panel;
    const revision = bench.panel.last('showToken')!.revision - 1;
    await assert.rejects(page.request('setExpected', { revision }), withCode('stale'));
    await assert.rejects(page.request('useProfile', { revision }), withCode('stale'));
    await assert.rejects(page.request('saveProfile', { revision }), withCode('stale'));
  });

  it('go to no other token', async () => {
    const bench = await opened({ sub: '42' });
    await expect(bench, { subject: '42', leeway: 0 });
    const { found } = await inDocument();
    await bench.session.show(found);
    await bench.panel.wireSettled();
    assert.equal(told(bench).source, 'settings');
  });

  it('are those of a profile that is chosen', async () => {
    await setProfiles([
      { issuer, audience: 'api' },
      { issuer: 'https://other.example/', subject: '7' },
    ]);
    const bench = await opened({ sub: '42', aud: 'api' });
    assert.equal(told(bench).profile, issuer);
    assert.deepEqual(told(bench).profiles, [issuer, 'https://other.example/']);
    const { revision } = bench.panel.last('showToken')!;
    const use = async (other?: string): Promise<void> => {
      await bench.panel.page.request('useProfile', {
        revision,
        ...(other === undefined ? {} : { issuer: other }),
      });
      await bench.panel.wireSettled();
    };
    await use('https://other.example/');
    assert.deepEqual([told(bench).source, told(bench).profile], ['profile', 'https://other.example/']);
    assert.deepEqual([outcome(bench, 'iss'), outcome(bench, 'sub')], ['failed', 'failed']);
    await use();
    assert.deepEqual([outcome(bench, 'iss'), outcome(bench, 'aud')], ['notAsked', 'notAsked']);
    await use(issuer);
    assert.equal(told(bench).source, 'settings', 'the one for its issuer is what the settings say');
    await assert.rejects(use('https://nobody.example/'), withCode('stale'));
  });

  it('are saved as a profile, beside those there are', async () => {
    await setProfiles([{ issuer: 'https://other.example/', subject: '7' }]);
    const bench = await opened({ sub: '42' });
    await assert.rejects(
      bench.panel.page.request('saveProfile', { revision: bench.panel.last('showToken')!.revision }),
      withCode('malformedParams'),
      'not without an issuer',
    );
    await expect(bench, { issuer, subject: '42', leeway: 0 });
    const { revision } = bench.panel.last('showToken')!;
    await bench.panel.page.request('saveProfile', { revision });
    assert.deepEqual(setting().get('profiles'), [
      { issuer: 'https://other.example/', subject: '7' },
      { issuer, subject: '42' },
    ]);
    await eventually(async () => {
      await bench.session.showAgain(false);
      await bench.panel.wireSettled();
      return told(bench).source === 'settings' ? true : undefined;
    });
    assert.equal(told(bench).profile, issuer);
    assert.equal(outcome(bench, 'sub'), 'passed');
  });
});
