import { settingIds } from './ids';

/** The settings as one typed, plain snapshot; a value of the wrong type counts as its default. */
export interface Settings {
  /** The address of the workspace folder they hold in; undefined outside of all. */
  readonly folder: string | undefined;
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

/** Tells the value of a setting, whatever was written there. */
export type SettingReader = (id: string) => unknown;

/** Makes the snapshot of what was written. */
export function settingsFrom(read: SettingReader, folder?: string): Settings {
  const boolean = (id: string): boolean => read(id) !== false;
  const texts = (id: string): readonly string[] => textsOf(read(id));
  const tolerance = read(settingIds.clockTolerance);
  return {
    folder,
    // The master switch of all that shows by itself.
    hoverEnabled: boolean('enabled') && boolean(settingIds.hoverEnabled),
    keys: read(settingIds.keys),
    keyFilesEnabled: boolean(settingIds.keyFilesEnabled),
    keyFilesInclude: texts(settingIds.keyFilesInclude),
    keyFilesExclude: texts(settingIds.keyFilesExclude),
    envFilesEnabled: boolean(settingIds.envFilesEnabled),
    nearbyConstantsEnabled: boolean(settingIds.nearbyConstantsEnabled),
    profiles: read(settingIds.profiles),
    clockTolerance: isSeconds(tolerance) ? tolerance : 0,
    sortHeader: boolean(settingIds.sortHeader),
    timeZone: knownTimeZone(read(settingIds.timeZone)),
  };
}

/** The texts of a list; what else is in it counts for nothing. */
export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** JSON can write a number without end (`1e999`), under which no token would ever expire. */
function isSeconds(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && Number.isFinite(value);
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
