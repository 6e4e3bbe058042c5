/** Ids of what is loaded after the start; the manifest and the code share them, and a test holds the two together. */
export const surfaceCommandIds = {
  redactToken: 'claimcheck.redactToken',
  moveToEnvFile: 'claimcheck.moveToEnvFile',
  turnOffRule: 'claimcheck.turnOffRule',
  ignoreFile: 'claimcheck.ignoreFile',
  copyTokenAs: 'claimcheck.copyTokenAs',
  findTokens: 'claimcheck.findTokens',
  reportTokens: 'claimcheck.reportTokens',
} as const;

/** Setting names below the section. */
export const surfaceSettingIds = {
  enabled: 'enabled',
  ignore: 'ignore',
  diagnosticsEnabled: 'diagnostics.enabled',
  diagnosticsRules: 'diagnostics.rules',
  codeActionsEnabled: 'codeActions.enabled',
  codeLensEnabled: 'codeLens.enabled',
  inlayHintsEnabled: 'inlayHints.enabled',
  colorsTokens: 'colors.tokens',
  terminalLinksEnabled: 'terminalLinks.enabled',
  pasteAsEnabled: 'pasteAs.enabled',
} as const;

/** Views of the Explorer. */
export const surfaceViewIds = { foundTokens: 'claimcheck.foundTokensView' } as const;
