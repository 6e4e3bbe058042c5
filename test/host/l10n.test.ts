import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { surroundings } from '../../src/host/inspector/surroundings';
import { readSettings } from '../../src/host/platform/settings';

type Catalogue = Readonly<Record<string, string>>;

describe('the catalogues of translations', () => {
  const extension = vscode.extensions.getExtension<unknown>('claimcheck.claimcheck')!;

  const read = async (...path: readonly string[]): Promise<Catalogue> => {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension.extensionUri, ...path));
    return JSON.parse(new TextDecoder().decode(bytes)) as Catalogue;
  };

  for (const language of ['de', 'es', 'fr', 'ja', 'pt-br', 'zh-cn'])
    it(`lie where VS Code looks for them (${language})`, async () => {
      // As VS Code puts the address together: the folder of the manifest, and the language by its own name.
      const { l10n } = extension.packageJSON as { readonly l10n: string };
      const bundle = await read(l10n, `bundle.l10n.${language}.json`);
      assert.notEqual(bundle['Signature not verified yet'] ?? '', '');
      assert.notEqual(bundle['Signature not verified yet'], 'Signature not verified yet');
      const manifest = await read(`package.nls.${language}.json`);
      assert.notEqual(manifest['command.verifyToken'] ?? '', '');
      assert.notEqual(manifest['command.verifyToken'], 'Verify Token');
    });

  it('are not needed in English, and the page is then given none', () => {
    assert.equal(vscode.env.language, 'en');
    assert.equal(vscode.l10n.bundle, undefined);
    assert.deepEqual(surroundings(readSettings()).messages, {});
  });
});
