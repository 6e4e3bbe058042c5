import { checkStrength } from '../core/strength/checkStrength';
import { hostDigest } from './hostDigest';
import { serveTask } from './serveTask';

/** Milliseconds between two tellings of how many were tried. */
const tellEvery = 100;

/** The worker that tries secrets. It has a thread of its own: nobody waits for its pauses. */
void serveTask<'strength'>(async (task, tell) => {
  let told = performance.now();
  return await checkStrength(task, {
    digest: await hostDigest(task.target.hash),
    elapsed: () => performance.now(),
    isCancelled: () => false,
    pause(tried) {
      const now = performance.now();
      if (now - told >= tellEvery) {
        told = now;
        tell(tried);
      }
      return Promise.resolve();
    },
  });
});
