import type { Inspection } from '../../core/inspect/inspection';
import type { Token } from '../../core/jose/token';
import type { KnownKey } from '../../core/keys/key';
import type { VerificationReport } from '../../core/verify/report';
import { nearbyKeys } from '../keys/nearbyKeys';
import type { RememberedPicks } from '../keys/rememberedPicks';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import type { TokenPlace } from '../documents/foundToken';
import type { ChosenExpectations } from '../profiles/expectations';
import type { Settings } from '../platform/settings';
import type { RemoteKeys } from '../remoteKeys/remoteKeys';

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
  /** What is expected of this token in place of what the settings say. */
  readonly chosen?: ChosenExpectations | undefined;
  readonly cancellation?: Cancellation;
}

/** What is known besides of which key belongs to which token. */
export interface KeyHints {
  readonly picks: Pick<RememberedPicks, 'keyId'>;
  readonly remote: Pick<RemoteKeys, 'ofIssuer'>;
}

/** Answers the questions about a token with the workspace's keys. */
export class Verifier {
  readonly #keys: WorkspaceKeys;
  readonly #now: () => number;
  readonly #isTrusted: () => boolean;
  readonly #hints: KeyHints;

  /** `now` gives seconds since the epoch. */
  constructor(keys: WorkspaceKeys, now: () => number, isTrusted: () => boolean, hints: KeyHints) {
    this.#keys = keys;
    this.#now = now;
    this.#isTrusted = isTrusted;
    this.#hints = hints;
  }

  /** The moment everything is judged at that is asked now, in seconds since the epoch. */
  moment(): number {
    return this.#now();
  }

  /** The whole answer, with the keys of the workspace in their order, or with the one that was picked. */
  async verify(text: string, settings: Settings, options: VerifyOptions = {}): Promise<TokenAnswer> {
    const [{ inspectText }, { expectations, issuerOf }, { verifyToken }, keys] = await Promise.all([
      import('./inspectText'),
      import('../profiles/expectations'),
      import('../../core/verify/verifyToken'),
      options.picked ? [options.picked] : this.#candidates(options.place),
    ]);
    const moment = this.#now();
    const { token, inspection } = inspectText(text, settings, moment);
    const { policy, keys: named } = expectations(token, settings, keys, options.chosen);
    const preferred = options.picked ? undefined : await this.#hints.picks.keyId(token);
    const issuerKeys = named ?? this.#hints.remote.ofIssuer(issuerOf(token), keys);
    const report = await verifyToken({
      token,
      keys,
      picked: options.picked !== undefined,
      trusted: this.#isTrusted(),
      moment,
      policy,
      ...(issuerKeys ? { issuerKeys } : {}),
      ...(preferred === undefined ? {} : { preferred: new Set([preferred]) }),
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
