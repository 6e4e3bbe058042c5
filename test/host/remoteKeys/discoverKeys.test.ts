import assert from 'node:assert/strict';
import type { RemoteProblem } from '../../../src/core/keys/remote/remoteProblem';
import { discoverKeys } from '../../../src/host/remoteKeys/discoverKeys';
import type { GetOutcome } from '../../../src/host/remoteKeys/httpGet';

const issuer = 'https://a.example/t';
const facts = { host: 'a.example' };
const places = [
  'https://a.example/t/.well-known/openid-configuration',
  'https://a.example/.well-known/oauth-authorization-server/t',
  'https://a.example/.well-known/openid-configuration/t',
] as const;
const body = (text: string): GetOutcome => ({ type: 'body', bytes: new TextEncoder().encode(text) });
const found = body(JSON.stringify({ issuer, jwks_uri: 'https://keys.example/jwks' }));
const failed = (problem: RemoteProblem): GetOutcome => ({ type: 'failed', problem });
const missing = failed({ code: 'remote.notFound', facts });

/** Asks for the keys of an issuer, whose places answer as given; what is asked and shown is written down. */
async function discover(
  answers: readonly GetOutcome[],
  { of = issuer, refused }: { readonly of?: string; readonly refused?: RemoteProblem } = {},
): Promise<{
  readonly result: unknown;
  readonly agreed: readonly string[];
  readonly asked: readonly string[];
}> {
  const [agreed, asked]: [string[], string[]] = [[], []];
  const result = await discoverKeys(of, {
    getDocument: (url) => Promise.resolve(answers[asked.push(url) - 1]),
    agree: (urls) => Promise.resolve(void agreed.push(...urls)),
    judge: () => Promise.resolve(refused),
  });
  return { result, agreed, asked };
}

describe('the keys of an issuer', () => {
  const keys = { jwksUri: 'https://keys.example/jwks' };
  for (const [note, answers, result] of [
    ['are where its metadata says', [found], keys],
    ['are looked for in the next place, where one has nothing', [missing, found], keys],
    [
      'are looked for in the next place, where one refuses',
      [failed({ code: 'remote.status', facts: { ...facts, status: 401 } }), found],
      keys,
    ],
    [
      'are looked for in the next place, where one answers everything with a page',
      [body('<p>Hi'), found],
      keys,
    ],
    [
      'are not asked for further where a place says that nothing changed',
      [{ type: 'notModified' }, found],
      keys,
    ],
    [
      'are nowhere, where no place has metadata',
      [missing, missing, missing],
      { code: 'remote.noMetadata', facts },
    ],
    [
      'are nowhere, and the last page that was no metadata tells why',
      [missing, body('{}'), missing],
      { code: 'remote.issuerDiffers', facts: { ...facts, found: '' } },
    ],
    [
      'are given up at once where the server cannot be reached',
      [failed({ code: 'remote.unreachable', facts }), found],
      { code: 'remote.unreachable', facts },
    ],
  ] as const satisfies readonly (readonly [string, readonly GetOutcome[], unknown])[])
    it(note, async () => {
      const { result: came, agreed, asked } = await discover(answers);
      assert.deepEqual(came, result);
      // The user saw every place that may be asked, and no other was.
      assert.deepEqual(agreed, places);
      assert.deepEqual(asked, places.slice(0, asked.length));
    });

  it('are asked for no further once they are found, or cannot be', async () => {
    assert.equal((await discover([found, found])).asked.length, 1);
    assert.equal(
      (await discover([failed({ code: 'remote.timeout', facts: { ...facts, seconds: 1 } }), found])).asked
        .length,
      1,
    );
  });

  it('are asked of nobody where the address is refused, or is none that has metadata', async () => {
    const refused: RemoteProblem = { code: 'remote.notHttps', facts };
    const notUrl = { code: 'remote.notUrl', facts: {} };
    for (const [options, result] of [
      [{ refused }, refused],
      [{ of: 'a.example' }, notUrl],
      [{ of: 'https://a.example/t?x=1' }, notUrl],
    ] as const) {
      const nothing = { result, agreed: [], asked: [] };
      assert.deepEqual(await discover([found], options), nothing);
    }
  });

  it('are asked of nobody where the user turned away', async () => {
    const asked = discoverKeys(issuer, {
      getDocument: () => assert.fail('asked all the same'),
      agree: () => Promise.reject(new Error('turned away')),
      judge: () => Promise.resolve(undefined),
    });
    await assert.rejects(asked, /turned away/);
  });
});
