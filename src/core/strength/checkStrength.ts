import { utf8Bytes, type Bytes } from '../encoding/bytes';
import { hmacTester, type Digest } from './hmacTester';
import { candidatesOf, type RuleName } from './rules';
import type { StrengthTarget } from './strengthTarget';
import { wordsOf, type WordList, type WordSource } from './words';

/** What the check needs of its host. */
export interface StrengthPort {
  /** The target's hash. */
  readonly digest: Digest;
  /** Milliseconds since any fixed point. */
  elapsed(): number;
  isCancelled(): boolean;
  /** Lets others run, and takes how many secrets were tried so far; called every 8 ms of work. */
  pause(tried: number): Promise<void>;
}

/** Which words are whose, where several workers share a list: every `of`th one, beginning with `index`. */
export interface Share {
  readonly index: number;
  readonly of: number;
}

export interface StrengthTask {
  readonly target: StrengthTarget;
  readonly lists: readonly WordList[];
  readonly share?: Share;
}

/** The secret, and how it was found. The octets never leave host and worker; people see them only when they ask. */
export interface FoundSecret {
  readonly octets: Bytes;
  readonly source: WordSource;
  /** 1-based place of the word in its list. */
  readonly position: number;
  readonly rule: RuleName;
}

export interface StrengthResult {
  readonly found?: FoundSecret;
  readonly tried: number;
  /** Of the check itself. */
  readonly milliseconds: number;
  /** It was stopped before the end of the lists. */
  readonly isCut: boolean;
}

/** Milliseconds of work between two pauses, and how many secrets are tried between two looks at the clock. */
const sliceLength = 8;
const clockEvery = 512;

/** Words looked at of all lists together, and characters of one; beyond that they are not tried. */
export const strengthLimits = { words: 2_000_000, wordLength: 4096 } as const;

/**
 * Tries the secrets that the lists give, in their order, until one makes the token's HMAC. Finding none proves nothing.
 * Bounded by the lists; never throws but what the port throws.
 */
export async function checkStrength(
  { target, lists, share = { index: 0, of: 1 } }: StrengthTask,
  port: StrengthPort,
): Promise<StrengthResult> {
  const isSecret = hmacTester(target.hash, target.data, target.signature, port.digest);
  const started = port.elapsed();
  let sliceEnd = started + sliceLength;
  let tried = 0;
  let seen = 0;
  const result = (rest: { found?: FoundSecret; isCut: boolean }): StrengthResult => ({
    ...rest,
    tried,
    milliseconds: port.elapsed() - started,
  });
  for (const list of lists) {
    const { source, thoroughness } = list;
    for (const [index, word] of wordsOf(list).entries()) {
      if (seen++ % share.of !== share.index || word.length > strengthLimits.wordLength) continue;
      if (seen > strengthLimits.words) return result({ isCut: true });
      for (const { secret, rule } of candidatesOf(word, thoroughness)) {
        tried++;
        if (isSecret(secret)) {
          const octets = typeof secret === 'string' ? utf8Bytes(secret) : secret;
          return result({ found: { octets, source, position: index + 1, rule }, isCut: false });
        }
        if (tried % clockEvery !== 0 || port.elapsed() < sliceEnd) continue;
        await port.pause(tried);
        if (port.isCancelled()) return result({ isCut: true });
        sliceEnd = port.elapsed() + sliceLength;
      }
    }
  }
  return result({ isCut: false });
}
