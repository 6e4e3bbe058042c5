import { textsOf, type SettingReader } from '../platform/settingsFrom';
import { surfaceSettingIds as ids } from './surfaceIds';

/** Which tokens are coloured. */
export type ColoredTokens = 'off' | 'underCursor' | 'all';

/** What the settings say of the editor's surfaces, for one place. The master switch is worked in: off, each of them is. */
export interface SurfaceSettings {
  readonly diagnostics: boolean;
  /** Unchecked: `readLevels` judges it. */
  readonly rules: unknown;
  readonly codeActions: boolean;
  readonly codeLens: boolean;
  readonly inlayHints: boolean;
  readonly colors: ColoredTokens;
  readonly terminalLinks: boolean;
  readonly pasteAs: boolean;
  /** Glob patterns of files that are left alone. */
  readonly ignore: readonly string[];
}

/** Makes the snapshot of what was written; a value of the wrong type counts as its default. */
export function surfaceSettingsFrom(value: SettingReader): SurfaceSettings {
  const isEnabled = value(ids.enabled) !== false;
  const unlessOff = (id: string): boolean => isEnabled && value(id) !== false;
  const ifOn = (id: string): boolean => isEnabled && value(id) === true;
  return {
    diagnostics: unlessOff(ids.diagnosticsEnabled),
    rules: value(ids.diagnosticsRules),
    codeActions: unlessOff(ids.codeActionsEnabled),
    codeLens: ifOn(ids.codeLensEnabled),
    inlayHints: ifOn(ids.inlayHintsEnabled),
    colors: isEnabled ? colored(value(ids.colorsTokens)) : 'off',
    terminalLinks: unlessOff(ids.terminalLinksEnabled),
    pasteAs: unlessOff(ids.pasteAsEnabled),
    ignore: textsOf(value(ids.ignore)),
  };
}

function colored(value: unknown): ColoredTokens {
  return value === 'off' || value === 'all' ? value : 'underCursor';
}
