/** The `source` of our diagnostics. */
export const diagnosticSource = 'claimcheck';
