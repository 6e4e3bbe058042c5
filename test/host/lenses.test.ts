import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { replace, whole, withSetting } from './remarks';
import { eventually, hs256, tutorial, untitled } from './support';

/** The titles of our lenses, all put into words. */
async function lenses(document: vscode.TextDocument): Promise<readonly string[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    1000,
  );
  return found.flatMap(({ command }) => (command?.command.startsWith('claimcheck.') ? [command.title] : []));
}

async function hints(document: vscode.TextDocument): Promise<readonly string[]> {
  const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    new vscode.Range(0, 0, document.lineCount, 0),
  );
  return found.map(({ label, position }) => `${position.line}: ${typeof label === 'string' ? label : ''}`);
}

/** Waits for as many. */
async function untilCount(count: number, ask: () => Promise<readonly string[]>): Promise<readonly string[]> {
  return await eventually(async () => {
    const found = await ask();
    return found.length === count ? found : undefined;
  }, 60_000);
}

describe('the editor’s surfaces: code lenses', function () {
  this.timeout(180_000);

  it('are none unless switched on', async () => {
    assert.deepEqual(await lenses(await untitled(tutorial.expired)), []);
  });

  it('tell what a token is and when it ends, and lead to the inspector and to verifying', async () => {
    const document = await untitled(`a\n${tutorial.expired}`);
    await withSetting('codeLens.enabled', true, async () => {
      const titles = await untilCount(2, () => lenses(document));
      assert.match(titles.join(), /HS256 · expired \d+ years ago/);
      assert.ok(titles.includes('Verify…'));
    });
    await untilCount(0, () => lenses(document));
  });

  it('follow what is typed, and leave out what a comment says', async () => {
    await withSetting('codeLens.enabled', true, async () => {
      const document = await untitled('');
      await replace(document, whole, `${tutorial.hs256}\n${tutorial.expired} claimcheck-ignore\n`);
      const titles = await untilCount(2, () => lenses(document));
      assert.ok(titles.includes('HS256 · never expires'), titles.join());
    });
  });

  it('are those of a hundred tokens at most', async () => {
    await withSetting('codeLens.enabled', true, async () => {
      const document = await untitled(`${tutorial.hs256}\n`.repeat(150));
      await untilCount(200, () => lenses(document));
    });
  });

  it('show no icon, control or direction of a token’s making', async () => {
    const token = await hs256({ sub: '42' }, 'x', { alg: 'HS256', typ: 'JWT' });
    const odd = `${Buffer.from('{"alg":"$(zap)\\u202e\\n9"}').toString('base64url')}.${token.split('.').slice(1).join('.')}`;
    await withSetting('codeLens.enabled', true, async () => {
      const document = await untitled(odd);
      const titles = await untilCount(2, () => lenses(document));
      assert.doesNotMatch(titles.join(), /\$\(|\p{Cf}|\n/u);
    });
  });
});

describe('the editor’s surfaces: inlay hints', function () {
  this.timeout(180_000);

  it('are none unless switched on', async () => {
    assert.deepEqual(await hints(await untitled(tutorial.expired)), []);
  });

  it('tell behind a token when it ends', async () => {
    const soon = await hs256({ exp: Math.floor(Date.now() / 1000) + 3630 }, 'x');
    const document = await untitled(`${tutorial.expired}\nnone\n${soon}`);
    await withSetting('inlayHints.enabled', true, async () => {
      const [past, future] = await untilCount(2, () => hints(document));
      assert.match(past, /^0: expired \d+ years ago$/);
      assert.match(future, /^2: expires in (59|60) minutes$/);
    });
  });

  it('are none where all is switched off', async () => {
    const document = await untitled(tutorial.expired);
    await withSetting('inlayHints.enabled', true, async () => {
      await untilCount(1, () => hints(document));
      await withSetting('enabled', false, async () => {
        await untilCount(0, () => hints(document));
      });
    });
  });
});
