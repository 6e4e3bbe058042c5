import assert from 'node:assert/strict';
import { shortSearch, workers } from '../host/platform/workerSupport';

describe('in the web-worker host', () => {
  it('a worker of its own looks for the reason of a failure', async () => {
    const diagnosis = await workers().run('diagnosis', await shortSearch());
    assert.equal(diagnosis.status === 'cause' && diagnosis.code, 'secret-is-base64');
  });
});
