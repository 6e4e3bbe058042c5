import type { TokenIndexes } from '../documents/tokenIndexes';
import type { Inspector } from '../inspector/inspector';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import type { Log } from '../platform/log';
import type { Verifier } from '../verify/verifier';
import type { TokenFinder } from '../workspaceTokens/tokenFinder';
import type { surfaceCommandIds } from './surfaceIds';

/** What the surfaces are given at the start. */
export interface SurfaceStart {
  readonly keys: WorkspaceKeys;
  readonly inspector: Pick<Inspector, 'show'>;
  readonly verifier: Verifier;
  readonly log: Log;
  /** Seconds since the epoch. */
  readonly now: () => number;
}

/** What each surface is given. */
export interface SurfacePorts extends SurfaceStart {
  readonly indexes: TokenIndexes;
  /** What looks through the workspace; made when it is first wanted. */
  readonly finder: () => Promise<TokenFinder>;
}

/** The surfaces' commands, without the section. */
export type SurfaceCommand = keyof typeof surfaceCommandIds;
/** Arguments come from anywhere, so each command checks its own. */
export type RunSurfaceCommand = (ports: SurfacePorts, ...args: readonly unknown[]) => unknown;
