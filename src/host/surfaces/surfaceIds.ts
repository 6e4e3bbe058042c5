/** Ids of what is loaded after the start; the manifest and the code share them, and a test holds the two together. */
export const surfaceCommandIds = {} as const;

/** Setting names below the section. */
export const surfaceSettingIds = {
  enabled: 'enabled',
  ignore: 'ignore',
  diagnosticsEnabled: 'diagnostics.enabled',
  diagnosticsRules: 'diagnostics.rules',
} as const;
