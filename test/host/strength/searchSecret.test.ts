import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  isStrengthRefusal,
  strengthTarget,
  type StrengthTarget,
} from '../../../src/core/strength/strengthTarget';
import type { WordList } from '../../../src/core/strength/words';
import { NoWorker } from '../../../src/host/platform/backgroundWork';
import { searchSecret, type SecretSearch } from '../../../src/host/strength/searchSecret';
import { shippedLists } from '../../../src/host/strength/shippedLists';
import { workspaceLists } from '../../../src/host/strength/workspaceLists';
import { workers } from '../platform/workerSupport';
import { eventually, hs256, sample, tutorial, untitled } from '../support';

function targetOf(token: string): StrengthTarget {
  const target = strengthTarget(token);
  assert.ok(!isStrengthRefusal(target));
  return target;
}

const strongSecret = 'Zr7-unlikely-Qm93_x0uv!kk2Vb8sWe';
const lines = (count: number): WordList => ({
  source: 'wordList',
  thoroughness: 'asIs',
  words: new TextEncoder().encode(Array.from({ length: count }, (_, index) => `word-${index}\n`).join('')),
});

async function search(
  token: string,
  lists: readonly WordList[],
  rest: Partial<SecretSearch> = {},
): ReturnType<typeof searchSecret> {
  return await searchSecret({
    target: targetOf(token),
    lists,
    workers: workers(),
    shares: 2,
    cancellation: { isCancellationRequested: false },
    onProgress: () => undefined,
    ...rest,
  });
}

const extensionUri = (): vscode.Uri => vscode.extensions.getExtension('claimcheck.claimcheck')!.extensionUri;

describe('the search for a secret', function () {
  this.timeout(120_000);

  it('finds what tutorials print, and common passwords, in the lists that ship', async () => {
    const lists = await shippedLists(extensionUri());
    const known = await search(tutorial.hs256, lists);
    assert.equal(known.found?.source, 'knownSecrets');
    // Two workers share the list: one may come upon it as another word with a beginning, before the other reads it.
    assert.ok(['asIs', 'beginning'].includes(known.found.rule), known.found.rule);
    const common = await search(await hs256({ sub: '42' }, 'Butterfly1'), lists.slice(1));
    assert.equal(common.found?.source, 'commonPasswords');
  });

  it('finds the words of the workspace, changed as people change them', async () => {
    const token = await hs256({ sub: '42', iss: 'https://quince-orchard.example/' }, 'quinceorchard-secret');
    const document = await untitled(`const mascot = 'puffling';\nconst token = '${token}';`, 'javascript');
    const place = { uri: document.uri, range: new vscode.Range(1, 15, 1, 20), version: document.version };
    const lists = await workspaceLists({ text: token, place });
    assert.ok(lists.some(({ words }) => Array.isArray(words) && words.includes('puffling')));
    const parts = await search(
      await hs256({ iss: 'https://quince-orchard.example/' }, 'orchard-jwt-secret'),
      lists,
    );
    assert.equal(parts.found?.source, 'token');
    const near = await search(await hs256({ sub: '42' }, 'Puffling!'), lists);
    assert.deepEqual([near.found?.source, near.found?.rule], ['surroundings', 'ending']);
  });

  it('tells the values of environment files, and their names', async () => {
    const file = sample('.env.strength');
    await vscode.workspace.fs.writeFile(
      file,
      new TextEncoder().encode('QUINCE_MODE=velvet-thursday # today\n'),
    );
    try {
      const lists = await eventually(async () => {
        const now = await workspaceLists({ text: tutorial.hs256 });
        return now.some(({ words }) => words.length > 0 && Array.from<unknown>(words).includes('QUINCE_MODE'))
          ? now
          : undefined;
      });
      const value = await search(await hs256({ sub: '42' }, 'velvet-thursday'), lists);
      assert.equal(value.found?.source, 'environmentValues');
      const name = await search(await hs256({ sub: '42' }, 'quince_mode'), lists);
      assert.equal(name.found?.source, 'environmentNames');
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });

  it('says how many it tried in vain', async () => {
    let told = 0;
    const result = await search(await hs256({ sub: '42' }, strongSecret), [lines(20_001)], {
      onProgress: (tried) => (told = tried),
    });
    assert.deepEqual([result.found, result.tried, result.isCut], [undefined, 20_001, false]);
    assert.ok(told <= 20_001);
  });

  it('tells its progress, and ends at once when cancelled', async () => {
    const source = new vscode.CancellationTokenSource();
    const token = await hs256({ sub: '42' }, strongSecret);
    const outcomes: Awaited<ReturnType<typeof search>>[] = [];
    const begun = new Promise<void>((resolve) => {
      const onProgress = (): void => resolve();
      const result = search(token, [lines(1_900_000)], { cancellation: source.token, onProgress });
      void result.then((ended) => outcomes.push(ended));
    });
    await begun;
    source.cancel();
    // Ten turns of the loop, whatever their length: no clock that a busy machine could make late.
    for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
    const [ended] = outcomes;
    assert.ok(ended, 'it went on');
    assert.equal(ended.isCut, true);
    assert.ok(ended.tried > 0 && ended.tried < 1_900_000);
  });

  it('does the same in slices where no worker can be had', async () => {
    const none = { run: () => Promise.reject(new NoWorker('none here')) };
    const result = await search(tutorial.hs256, await shippedLists(extensionUri()), {
      workers: none,
      shares: 1,
    });
    assert.equal(result.found?.source, 'knownSecrets');
  });
});
