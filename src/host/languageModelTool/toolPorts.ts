import type { Log } from '../platform/log';
import type { Verifier } from '../verify/verifier';

/** What the tool for language models is given. */
export interface ToolPorts {
  readonly verifier: Pick<Verifier, 'verify'>;
  readonly log: Log;
  readonly isTrusted: () => boolean;
}
