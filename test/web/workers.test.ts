import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { isStrengthRefusal, strengthTarget } from '../../src/core/strength/strengthTarget';
import { shippedLists } from '../../src/host/strength/shippedLists';
import { shortSearch, workers } from '../host/platform/workerSupport';
import { tutorial } from '../host/support';

describe('in the web-worker host', () => {
  it('a worker of its own looks for the reason of a failure', async () => {
    const diagnosis = await workers().run('diagnosis', await shortSearch());
    assert.equal(diagnosis.status === 'cause' && diagnosis.code, 'secret-is-base64');
  });

  it('a worker of its own looks for the secret of a token', async () => {
    const target = strengthTarget(tutorial.hs256);
    assert.ok(!isStrengthRefusal(target));
    const { extensionUri } = vscode.extensions.getExtension('claimcheck.claimcheck')!;
    const { found } = await workers().run('strength', { target, lists: await shippedLists(extensionUri) });
    assert.equal(found?.source, 'knownSecrets');
  });
});
