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
  readonly words: readonly string[];
}
