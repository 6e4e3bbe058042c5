/** Where read-only texts of ours live: in memory, never on disk. */
export const textScheme = 'claimcheck-text';
