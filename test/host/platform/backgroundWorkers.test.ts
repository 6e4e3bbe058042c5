import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { NoWorker } from '../../../src/host/platform/backgroundWork';
import { BackgroundWorkers } from '../../../src/host/platform/backgroundWorkers';
import { longSearch, shortSearch, workers } from './workerSupport';

/** Milliseconds between the turns of a timer that asks for one every 5 ms, while something runs. */
async function turnsDuring(work: Promise<unknown>): Promise<readonly number[]> {
  const gaps: number[] = [];
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    gaps.push(now - last);
    last = now;
  }, 5);
  try {
    await work;
  } finally {
    clearInterval(timer);
  }
  return gaps.sort((a, b) => a - b);
}

describe('background workers', function () {
  this.timeout(120_000);

  it('find the reason of a failure, as core does', async () => {
    const diagnosis = await workers().run('diagnosis', await shortSearch());
    assert.ok(diagnosis.status === 'cause');
    assert.equal(diagnosis.code, 'secret-is-base64');
    assert.deepEqual(diagnosis.secretOctets, new TextEncoder().encode('umber-cedar-harbor-dcd0'));
  });

  it('leave the extension host its turns while they search long', async () => {
    const task = await longSearch();
    const worst: number[] = [];
    // On a machine busy with other things turns come late whatever we do: one quiet search of five is enough.
    for (let attempt = 0; attempt < 5 && !worst.some((gap) => gap <= 50); attempt++) {
      const gaps = await turnsDuring(workers().run('diagnosis', task));
      assert.ok(gaps.length >= 5, `the search was over after ${gaps.length} turns and shows nothing`);
      worst.push(gaps[Math.floor(gaps.length * 0.95)]);
    }
    assert.ok(
      worst.some((gap) => gap <= 50),
      `one turn in twenty came late: ${worst.join(', ')} ms`,
    );
  });

  it('end at once when cancelled', async () => {
    const task = await longSearch();
    const source = new vscode.CancellationTokenSource();
    const search = workers().run('diagnosis', task, { cancellation: source.token });
    await new Promise((resolve) => setTimeout(resolve, 300));
    // Five turns of the loop, whatever their length: no clock that a busy machine could make late.
    const turns = async (): Promise<void> => {
      for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
      throw new Error('It did not end at once.');
    };
    source.cancel();
    await assert.rejects(Promise.race([search, turns()]), vscode.CancellationError);
  });

  it('do not begin what was cancelled before', async () => {
    const source = new vscode.CancellationTokenSource();
    source.cancel();
    const search = workers().run('diagnosis', await shortSearch(), { cancellation: source.token });
    await assert.rejects(search, vscode.CancellationError);
  });

  it('say so where there is none', async () => {
    const nowhere = new BackgroundWorkers(vscode.Uri.file('/no/such/extension'));
    await assert.rejects(nowhere.run('diagnosis', await shortSearch()), NoWorker);
  });

  it('tell of a defect with its stack', async () => {
    const broken = { ...(await shortSearch()), keys: 7 as never };
    await assert.rejects(workers().run('diagnosis', broken), /TypeError/);
  });
});
