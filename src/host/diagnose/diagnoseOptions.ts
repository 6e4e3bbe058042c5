import type { WorkspaceKeys } from '../keys/workspaceKeys';
import type { Cancellation } from '../platform/backgroundWork';
import type { BackgroundWorkers } from '../platform/backgroundWorkers';

export interface DiagnoseOptions {
  /** `common`: what is cheap enough for a hover, and is done at once. `all`: the rest too, in a worker. */
  readonly tier: 'common' | 'all';
  readonly cancellation?: Cancellation;
  /** Milliseconds after which the search ends with what it has. */
  readonly budget?: number;
}

export interface DiagnoserPorts {
  readonly keys: WorkspaceKeys;
  /** Milliseconds since any fixed point. */
  readonly clock: () => number;
  readonly workers: Pick<BackgroundWorkers, 'run'>;
}
