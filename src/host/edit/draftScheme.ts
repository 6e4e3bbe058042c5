/** Where decoded tokens are edited: a file system in memory. */
export const draftScheme = 'claimcheck-draft';

/** How the name of such a document ends; the manifest gives names that end so their schema. */
export const draftEnding = '.jwt-draft.json';

/** The schema's address, as the manifest names it. */
export const schemaScheme = 'claimcheck-schema';
