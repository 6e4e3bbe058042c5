import { diagnoseToken } from '../core/diagnose/diagnoseToken';
import { serveTask } from './serveTask';

/** The worker that looks for the reason of a failure. It has a thread of its own: nobody waits for its pauses. */
void serveTask<'diagnosis'>(async ({ budget, ...request }) => {
  const started = performance.now();
  const elapsed = (): number => performance.now() - started;
  return await diagnoseToken({
    ...request,
    port: {
      isCancelled: () => budget !== undefined && elapsed() > budget,
      pause: () => Promise.resolve(),
      elapsed,
    },
  });
});
