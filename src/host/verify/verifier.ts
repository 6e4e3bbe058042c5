import type { Inspection } from '../../core/inspect/inspection';
import type { Token } from '../../core/jose/token';
import type { KnownKey } from '../../core/keys/key';
import type { VerificationReport } from '../../core/verify/report';
import { nearbyKeys } from '../keys/nearbyKeys';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import type { TokenPlace } from '../documents/foundToken';
import type { Settings } from '../platform/settings';

/** Everything the surfaces show of one token, said for one moment. */
export interface TokenAnswer {
  readonly token: Token;
  readonly inspection: Inspection;
  readonly report: VerificationReport;
}

/** The least a request to stop must tell; VS Code's cancellation token is one. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
}

export interface VerifyOptions {
  /** Only this key is asked. */
  readonly picked?: KnownKey;
  /** Where the token stands: constants near it are candidates too. */
  readonly place?: TokenPlace | undefined;
  readonly cancellation?: Cancellation;
}

/** Answers the questions about a token with the workspace's keys. */
export class Verifier {
  readonly #keys: WorkspaceKeys;
  readonly #now: () => number;
  readonly #isTrusted: () => boolean;

  /** `now` gives seconds since the epoch. */
  constructor(keys: WorkspaceKeys, now: () => number, isTrusted: () => boolean) {
    this.#keys = keys;
    this.#now = now;
    this.#isTrusted = isTrusted;
  }

  /** The moment everything is judged at that is asked now, in seconds since the epoch. */
  moment(): number {
    return this.#now();
  }

  /** The whole answer, with the keys of the workspace in their order, or with the one that was picked. */
  async verify(text: string, settings: Settings, options: VerifyOptions = {}): Promise<TokenAnswer> {
    const [{ inspectText }, { verifyToken }, keys] = await Promise.all([
      import('./inspectText'),
      import('../../core/verify/verifyToken'),
      options.picked ? [options.picked] : this.#candidates(options.place),
    ]);
    const moment = this.#now();
    const { token, inspection } = inspectText(text, settings, moment);
    const report = await verifyToken({
      token,
      keys,
      picked: options.picked !== undefined,
      trusted: this.#isTrusted(),
      moment,
      policy: { leeway: settings.clockTolerance },
      isCancelled: () => options.cancellation?.isCancellationRequested ?? false,
    });
    return { token, inspection, report };
  }

  /** The workspace's keys, and behind them what stands near the token. */
  async #candidates(place: TokenPlace | undefined): Promise<readonly KnownKey[]> {
    const [inventory, nearby] = await Promise.all([this.#keys.inventory(), nearbyKeys(place)]);
    return [...inventory.keys, ...nearby];
  }
}
