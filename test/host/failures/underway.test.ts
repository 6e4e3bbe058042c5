import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import * as vscode from 'vscode';
import { eventually, hoverOver, sample, tutorial, untitled } from '../support';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a failure survived: while something is under way', function () {
  this.timeout(120_000);

  it('a key that is deleted is no longer verified with, and nothing breaks', async () => {
    const file = sample('keys/short-lived.pem');
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const pem = bytes(publicKey.export({ type: 'spki', format: 'pem' }).toString());
    const input = `${part({ alg: 'ES256' })}.${part({ sub: 'deleted' })}`;
    const signature = sign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' });
    const token = `${input}.${signature.toString('base64url')}`;
    const document = await untitled(`t = ${token}`);
    const text = async (): Promise<string> => (await hoverOver(document, token))!.text;
    try {
      for (let round = 0; round < 3; round++) {
        await vscode.workspace.fs.writeFile(file, pem);
        await eventually(async () =>
          /Signature valid with .*short-lived\.pem/.test(await text()) ? true : undefined,
        );
        // Asked before, during and after.
        const answers = [text(), text(), vscode.workspace.fs.delete(file), text(), text()];
        for (const answer of await Promise.all(answers))
          if (answer !== undefined) assert.match(answer, /ES256/);
        await eventually(async () => (/short-lived/.test(await text()) ? undefined : true));
      }
    } finally {
      await Promise.resolve(vscode.workspace.fs.delete(file)).catch(() => undefined);
    }
  });

  const settings = sample('.vscode/settings.json');
  const manifest = vscode.extensions.getExtension('claimcheck.claimcheck')!.packageJSON as {
    readonly contributes: { readonly configuration: readonly { readonly properties: object }[] };
  };
  const ids = manifest.contributes.configuration.flatMap(({ properties }) => Object.keys(properties));

  for (const [what, content] of [
    ['no JSON any more', '{ "claimcheck.keys": [ { "file": '],
    ['numbers', wrong(17)],
    ['texts', wrong('](command:workbench.action.quit) ${env:PATH}')],
    ['lists of everything', wrong([null, 1, 'x', { file: 7, secret: [], jwks: {} }, [[]]])],
    ['objects', wrong({ __proto__: null, enabled: 'no', x: { y: [] } })],
    ['nothing', wrong(null)],
  ] as const)
    it(`settings that turn into ${what} take nothing else away, and count again once mended`, async () => {
      const document = await vscode.workspace.openTextDocument(sample('README.md'));
      const token = /eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9\.[\w.-]+/.exec(document.getText())![0];
      const before = await Promise.resolve(vscode.workspace.fs.readFile(settings)).catch(() => undefined);
      const changed = new Promise<void>((resolve) => {
        const listener = vscode.workspace.onDidChangeConfiguration(() => {
          listener.dispose();
          resolve();
        });
        setTimeout(resolve, 3000);
      });
      await vscode.workspace.fs.writeFile(settings, bytes(content));
      try {
        await changed;
        const asked = await untitled(`secret = "${tutorial.secret}"\n${tutorial.hs256}`, 'python');
        assert.match((await hoverOver(asked, tutorial.hs256))!.text, /HS256[^]*Jessica Temporal/);
      } finally {
        if (before) await vscode.workspace.fs.writeFile(settings, before);
        else await vscode.workspace.fs.delete(settings);
      }
      await eventually(async () =>
        /Signature valid with .*tutorial_id_rsa/.test((await hoverOver(document, token))!.text)
          ? true
          : undefined,
      );
    });

  /** Every setting of ours with the same value, which is of no use to most. */
  function wrong(value: unknown): string {
    return JSON.stringify(Object.fromEntries(ids.map((id) => [id, value])));
  }
});
