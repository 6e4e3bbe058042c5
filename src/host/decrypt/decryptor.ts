import * as vscode from 'vscode';
import type { Decryption } from '../../core/decrypt/decryption';
import type { DecryptionAnswer } from '../../core/decrypt/decryptionAnswer';
import { decryptToken } from '../../core/decrypt/decryptToken';
import { decryptWithKeys } from '../../core/decrypt/decryptWithKeys';
import { readContent, type DecryptedContent } from '../../core/decrypt/readContent';
import type { JweToken } from '../../core/jose/token';
import type { KnownKey } from '../../core/keys/key';
import type { TokenPlace } from '../documents/foundToken';
import { nearbyKeys } from '../keys/nearbyKeys';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import type { Cancellation } from '../verify/verifier';

/** What decrypting a token gave: the answer as facts, and the content read where there is one. Lives in memory only. */
export interface Decrypted {
  readonly answer: DecryptionAnswer;
  readonly content: DecryptedContent | undefined;
}

export interface DecryptOptions {
  /** Only this key is tried. */
  readonly picked?: KnownKey;
  /** Only this password is tried. */
  readonly password?: string;
  /** Where the token stands: constants near it are candidates too. */
  readonly place?: TokenPlace | undefined;
  /** Iterations of PBKDF2 that the user agreed to. */
  readonly pbes2Limit?: number;
  readonly cancellation?: Cancellation;
}

/** Reads encrypted tokens with the workspace's private keys and secrets. Asks nobody: `needsConsent` is an answer. */
export class Decryptor {
  readonly #keys: Pick<WorkspaceKeys, 'inventory'>;
  readonly #now: () => number;
  readonly #isTrusted: () => boolean;

  /** `now` gives seconds since the epoch. */
  constructor(keys: Pick<WorkspaceKeys, 'inventory'>, now: () => number, isTrusted: () => boolean) {
    this.#keys = keys;
    this.#now = now;
    this.#isTrusted = isTrusted;
  }

  async decrypt(token: JweToken, options: DecryptOptions = {}): Promise<Decrypted> {
    const { picked, password, pbes2Limit, cancellation } = options;
    const limits = pbes2Limit === undefined ? {} : { pbes2Limit };
    const answer =
      password === undefined
        ? await decryptWithKeys({
            token,
            keys: picked ? [picked] : await this.#candidates(options.place),
            picked: picked !== undefined,
            trusted: this.#isTrusted(),
            moment: this.#now(),
            options: limits,
            isCancelled: () => cancellation?.isCancellationRequested ?? false,
          })
        : byPassword(await decryptToken(token, { password }, limits));
    return {
      answer,
      content: answer.status === 'decrypted' ? readContent(answer.plaintext) : undefined,
    };
  }

  /** The workspace's keys, and behind them what stands near the token. */
  async #candidates(place: TokenPlace | undefined): Promise<readonly KnownKey[]> {
    const [inventory, nearby] = await Promise.all([this.#keys.inventory(), nearbyKeys(place)]);
    return [...inventory.keys, ...nearby];
  }
}

/** The decryptor of this window: as little state as a function, so that each feature makes its own when it first needs one. */
export function decryptorOf({ keys, verifier }: DecryptorPorts): Decryptor {
  return new Decryptor(
    keys,
    () => verifier.moment(),
    () => vscode.workspace.isTrusted,
  );
}

export interface DecryptorPorts {
  readonly keys: Pick<WorkspaceKeys, 'inventory'>;
  readonly verifier: { moment(): number };
}

function byPassword(decryption: Decryption): DecryptionAnswer {
  return decryption.status === 'decrypted'
    ? { ...decryption, key: undefined, chosenBy: undefined }
    : { ...decryption, tried: [] };
}
