import * as vscode from 'vscode';
import { settingIds, settingsSection } from './ids';

/** The settings as one typed, plain snapshot; a value of the wrong type counts as its default. */
export interface Settings {
  readonly hoverEnabled: boolean;
  /** Unchecked: `readKeyReferences` judges each entry. */
  readonly keys: unknown;
  readonly keyFilesEnabled: boolean;
  readonly keyFilesInclude: readonly string[];
  readonly keyFilesExclude: readonly string[];
  readonly envFilesEnabled: boolean;
  readonly nearbyConstantsEnabled: boolean;
  /** Unchecked: `readProfiles` judges each entry. */
  readonly profiles: unknown;
  /** Seconds by which clocks may differ. */
  readonly clockTolerance: number;
  /** Whether headers are written with their names sorted, as PyJWT does since 2.7. */
  readonly sortHeader: boolean;
  /** IANA name; undefined for the zone of the machine. */
  readonly timeZone: string | undefined;
}

/** Reads the snapshot that holds for a place. */
export function readSettings(scope?: vscode.ConfigurationScope): Settings {
  const section = vscode.workspace.getConfiguration(settingsSection, scope);
  const boolean = (id: string): boolean => section.get<unknown>(id) !== false;
  const texts = (id: string): readonly string[] => {
    const value = section.get<unknown>(id);
    return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
  };
  const tolerance = section.get<unknown>(settingIds.clockTolerance);
  return {
    // The master switch of all that shows by itself.
    hoverEnabled: boolean('enabled') && boolean(settingIds.hoverEnabled),
    keys: section.get<unknown>(settingIds.keys),
    keyFilesEnabled: boolean(settingIds.keyFilesEnabled),
    keyFilesInclude: texts(settingIds.keyFilesInclude),
    keyFilesExclude: texts(settingIds.keyFilesExclude),
    envFilesEnabled: boolean(settingIds.envFilesEnabled),
    nearbyConstantsEnabled: boolean(settingIds.nearbyConstantsEnabled),
    profiles: section.get<unknown>(settingIds.profiles),
    clockTolerance: typeof tolerance === 'number' && tolerance >= 0 ? tolerance : 0,
    sortHeader: boolean(settingIds.sortHeader),
    timeZone: knownTimeZone(section.get<unknown>(settingIds.timeZone)),
  };
}

function knownTimeZone(value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return value;
  } catch {
    return undefined;
  }
}
