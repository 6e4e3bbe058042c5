import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { replace, told, unsecured, untilCodes, whole, withSetting } from './remarks';
import { eventually, hs256, sample, tutorial, untitled } from './support';

describe('diagnostics', function () {
  this.timeout(120_000);

  it('hint that a token expired, on its payload, and link to the rule', async () => {
    const document = await untitled(`t = ${tutorial.expired}`);
    const [expired] = await untilCodes(document, 'expired');
    assert.equal(expired, `expired Hint ${tutorial.expired.split('.')[1]}`);
    const [{ code, message }] = vscode.languages.getDiagnostics(document.uri);
    assert.match(message, /It expired \d+ years ago/);
    const { target } = code as { target: vscode.Uri };
    assert.match(target.toString(true), /docs\/rules\.md#expired$/);
  });

  it('warn of an unsecured token', async () => {
    const document = await untitled(`t = ${unsecured}`);
    const [, warning] = await untilCodes(document, 'expired', 'unsecured');
    assert.match(warning, /^unsecured Warning eyJhbGciOiJub25lIn0$/);
  });

  it('follow what is typed', async () => {
    const document = await untitled('nothing yet');
    await replace(document, whole, `\n\n${tutorial.expired}`);
    await untilCodes(document, 'expired');
    await replace(document, whole, unsecured);
    await untilCodes(document, 'expired', 'unsecured');
    await replace(document, whole, '');
    await untilCodes(document);
  });

  it('warn of a token in force in a file of the workspace, and not on a scratch page', async () => {
    const live = await hs256({ sub: '42', exp: Math.floor(Date.now() / 1000) + 86_400 }, 'x'.repeat(64));
    const file = sample('live.txt');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(`${live}\n`));
    try {
      await untilCodes(await vscode.workspace.openTextDocument(file), 'liveToken');
      const scratch = await untitled(`${live} ${tutorial.expired}`);
      await untilCodes(scratch, 'expired');
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });

  it('say nothing where a comment or a glob says so', async () => {
    const document = await untitled(
      [
        '# claimcheck-ignore-next-line expired: a fixture',
        unsecured,
        `${unsecured} # claimcheck-ignore`,
        '# claimcheck-ignore-next-line',
        unsecured,
      ].join('\n'),
      'python',
    );
    await untilCodes(document, 'unsecured');
    const readme = await vscode.workspace.openTextDocument(sample('README.md'));
    await eventually(() => Promise.resolve(told(readme).length > 0 || undefined));
    await withSetting('ignore', ['README.*'], () => untilCodes(readme).then(() => undefined));
    await eventually(() => Promise.resolve(told(readme).length > 0 || undefined));
  });

  it('go by the levels set for rules', async () => {
    const document = await untitled(unsecured);
    await untilCodes(document, 'expired', 'unsecured');
    await withSetting('diagnostics.rules', { expired: 'off', unsecured: 'error' }, async () => {
      const [only] = await untilCodes(document, 'unsecured');
      assert.match(only, /^unsecured Error/);
    });
    await untilCodes(document, 'expired', 'unsecured');
  });

  for (const id of ['enabled', 'diagnostics.enabled'])
    it(`are gone when claimcheck.${id} is off`, async () => {
      const document = await untitled(unsecured);
      await untilCodes(document, 'expired', 'unsecured');
      await withSetting(id, false, () => untilCodes(document).then(() => undefined));
    });

  it('tell of a weak key once the user asked about the token', async () => {
    const token = await hs256({ sub: '42' }, 'short');
    const document = await untitled(`secret = "short"\ntoken = "${token}"\n`, 'python');
    const position = new vscode.Position(1, 30);
    // Keys are read for the hover, which tells the diagnostics.
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, position);
    await replace(document, new vscode.Range(0, 0, 0, 0), '\n');
    await untilCodes(document, 'noExpiry', 'weakKey');
  });

  it('say nothing of what only looks like a token', async () => {
    const nearMisses = Array.from(
      { length: 200 },
      (_, n) =>
        [
          `eyJ${n}.not.atoken`,
          `eyJhbGciOiJIUzI1NiJ9.${n}`,
          `a.b.c${n}`,
          `eyJhbGciOiJIUzI1NiJ9...${n}`,
          `1.${n}.3`,
        ][n % 5],
    );
    const document = await untitled(`${nearMisses.join('\n')}\n${tutorial.expired}`);
    const [only] = await untilCodes(document, 'expired');
    assert.match(only, /^expired/);
  });

  it('stop at so many tokens, and do not look at what a tool wrote', async () => {
    const generated = await untitled(`// @generated\n${unsecured}`);
    const many = await untitled(`${unsecured}\n`.repeat(600));
    await eventually(() => Promise.resolve(told(many).length > 0 || undefined));
    assert.equal(told(many).length, 1000);
    assert.deepEqual(told(generated), []);
  });
});
