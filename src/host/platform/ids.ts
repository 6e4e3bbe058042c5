/** Every id the manifest and the code share; a test holds the two together. */
export const commandIds = {
  inspectToken: 'claimcheck.inspectToken',
  verifyToken: 'claimcheck.verifyToken',
  encodeToken: 'claimcheck.encodeToken',
  editToken: 'claimcheck.editToken',
  compareTokens: 'claimcheck.compareTokens',
  extendToken: 'claimcheck.extendToken',
  signDraft: 'claimcheck.signDraft',
  copyDraft: 'claimcheck.copyDraft',
  pickDraftKey: 'claimcheck.pickDraftKey',
  explainFailure: 'claimcheck.explainFailure',
  compareBackends: 'claimcheck.compareBackends',
  checkSecretStrength: 'claimcheck.checkSecretStrength',
  fixToken: 'claimcheck.fixToken',
  showTokenAsText: 'claimcheck.showTokenAsText',
  decryptToken: 'claimcheck.decryptToken',
  addKey: 'claimcheck.addKey',
  forgetSecrets: 'claimcheck.forgetSecrets',
  showKeys: 'claimcheck.showKeys',
  copyKey: 'claimcheck.copyKey',
  revealKey: 'claimcheck.revealKey',
  setKeyId: 'claimcheck.setKeyId',
  removeKey: 'claimcheck.removeKey',
  unlockKey: 'claimcheck.unlockKey',
  generateKey: 'claimcheck.generateKey',
  fetchIssuerKeys: 'claimcheck.fetchIssuerKeys',
  pickKey: 'claimcheck.pickKey',
  showLog: 'claimcheck.showLog',
} as const;

export const settingsSection = 'claimcheck';

/** Setting names below the section. */
export const settingIds = {
  hoverEnabled: 'hover.enabled',
  keys: 'keys',
  keyFilesEnabled: 'keyFiles.enabled',
  keyFilesInclude: 'keyFiles.include',
  keyFilesExclude: 'keyFiles.exclude',
  envFilesEnabled: 'candidates.envFiles',
  nearbyConstantsEnabled: 'candidates.nearbyConstants',
  allowedHosts: 'network.allowedHosts',
  allowLoopback: 'network.allowLoopback',
  profiles: 'profiles',
  clockTolerance: 'verify.clockTolerance',
  sortHeader: 'encode.sortHeader',
  timeZone: 'time.zone',
  aiEnabled: 'ai.enabled',
} as const;

/** Views of the Explorer. */
export const viewIds = { keys: 'claimcheck.keysView' } as const;

/** The panel's view type, as the serializer knows it. */
export const inspectorViewType = 'claimcheck.inspector';

/** Tools for language models. */
export const toolNames = { inspectToken: 'claimcheck_inspect_token' } as const;

/** Context keys that tick a step of the walkthrough where no command does. */
export const stepContexts = { hovered: 'claimcheck.hovered', keysKnown: 'claimcheck.keysKnown' } as const;
