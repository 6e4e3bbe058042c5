import type { TokenIndexes } from '../documents/tokenIndexes';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import type { Log } from '../platform/log';
import type { Verifier } from '../verify/verifier';

/** What the surfaces are given at the start. */
export interface SurfaceStart {
  readonly keys: WorkspaceKeys;
  readonly verifier: Verifier;
  readonly log: Log;
  /** Seconds since the epoch. */
  readonly now: () => number;
}

/** What each surface is given. */
export interface SurfacePorts extends SurfaceStart {
  readonly indexes: TokenIndexes;
}
