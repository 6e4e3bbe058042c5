import type * as vscode from 'vscode';
import { encodeHex } from '../../core/encoding/hex';
import type { Token } from '../../core/jose/token';

/** Picks remembered, at most; the one not used for longest goes first. */
const limit = 200;
const picksKey = 'claimcheck.picks';
const saltKey = 'claimcheck.picksSalt';

/** The least of a memento this needs. */
export type Memento = Pick<vscode.Memento, 'get' | 'update'>;

type RememberedPick = readonly [mark: string, keyId: string];

/**
 * Which key the user picked for tokens of an issuer and key id. What is written down is a salted SHA-256 of the two and
 * the id of the key: no claim in clear, no token, no key.
 */
export class RememberedPicks {
  readonly #memento: Memento;

  constructor(memento: Memento) {
    this.#memento = memento;
  }

  /** The id of the key picked for tokens like this one. */
  async keyId(token: Token): Promise<string | undefined> {
    const picks = this.#picks();
    if (picks.length === 0) return undefined;
    const mark = await this.#mark(token);
    const index = picks.findIndex(([one]) => one === mark);
    const keyId = picks[index]?.[1];
    // Used, so not the next to go. Only written where it could be: hovers read this often.
    if (keyId !== undefined && picks.length === limit && index < limit / 2) await this.remember(token, keyId);
    return keyId;
  }

  async remember(token: Token, keyId: string): Promise<void> {
    const mark = await this.#mark(token);
    const others = this.#picks().filter(([one]) => one !== mark);
    await this.#memento.update(picksKey, [...others, [mark, keyId]].slice(-limit));
  }

  /** True where there was a pick. */
  async forget(token: Token): Promise<boolean> {
    const mark = await this.#mark(token);
    const picks = this.#picks();
    const others = picks.filter(([one]) => one !== mark);
    await this.#memento.update(picksKey, others.length === 0 ? undefined : others);
    return others.length < picks.length;
  }

  /** Written by us, and checked all the same: it may come from another version. */
  #picks(): readonly RememberedPick[] {
    const stored = this.#memento.get<unknown>(picksKey);
    const isPick = (value: unknown): value is RememberedPick =>
      Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
    return Array.isArray(stored) ? stored.filter(isPick) : [];
  }

  async #mark(token: Token): Promise<string> {
    const [{ pickMark }, salt] = await Promise.all([import('./pickMark'), this.#salt()]);
    return await pickMark(token, salt);
  }

  async #salt(): Promise<string> {
    const known = this.#memento.get<unknown>(saltKey);
    if (typeof known === 'string') return known;
    const salt = encodeHex(crypto.getRandomValues(new Uint8Array(16)));
    await this.#memento.update(saltKey, salt);
    return salt;
  }
}
