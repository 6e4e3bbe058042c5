import type { Bytes } from '../encoding/bytes';

/** Where a word comes from; people are told this, so that they know how a stranger would come by it. */
export type WordSource =
  /** Secrets that documentation, tutorials and defaults of frameworks print. */
  | 'knownSecrets'
  | 'commonPasswords'
  /** A list of the user's own choice. */
  | 'wordList'
  /** The token's own claims and header. */
  | 'token'
  | 'folderNames'
  /** Of a package or project file. */
  | 'projectNames'
  | 'environmentNames'
  | 'environmentValues'
  /** Names and texts around the token. */
  | 'surroundings';

/** How much is made of each word: nothing; the usual changes; those, and what people put before and behind. */
export type Thoroughness = 'asIs' | 'usual' | 'thorough';

/** Words of one source, to be tried in their order. Held in memory only. */
export interface WordList {
  readonly source: WordSource;
  readonly thoroughness: Thoroughness;
  /** As octets: a file's, UTF-8, one word a line. Whoever tries them splits them, so that no other thread has to. */
  readonly words: readonly string[] | Bytes;
}

/** The words themselves. An empty line is the empty word, but for the one behind the last line end. */
export function wordsOf({ words }: WordList): readonly string[] {
  if (!(words instanceof Uint8Array)) return words;
  const lines = new TextDecoder().decode(words).split(/\r?\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
