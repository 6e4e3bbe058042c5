import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { moveToEnvFile } from '../../../src/host/codeActions/moveToEnvFile';
import { placeOf, sample, tutorial, untitled } from '../support';
import { answering, saying, yes } from './standIns';

describe('a failure survived: where a file cannot be opened', () => {
  it('an environment file that no editor can open is not emptied', async () => {
    const file = sample('.env');
    const binary = new Uint8Array([65, 61, 49, 10, 0, 255, 0, 254, 0, 1, 2, 3]);
    const document = await untitled(`token = "${tutorial.hs256}"\n`, 'python');
    await vscode.workspace.fs.writeFile(file, binary);
    try {
      await answering({ ...yes, showInputBox: () => Promise.resolve('TOKEN') }, () =>
        assert.rejects(moveToEnvFile(placeOf(document, 'eyJ')), saying(/\.env could not be read/)),
      );
      assert.deepEqual(new Uint8Array(await vscode.workspace.fs.readFile(file)), binary);
      assert.ok(document.getText().includes(tutorial.hs256));
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });
});
