/** What scripts/layers/ui.mjs prepared: a served VS Code with the packaged extension, open on a workspace of its own. */
export interface Session {
  /** The address that opens the workspace. */
  readonly url: string;
  /** The workspace's folder on disk: a copy of the samples. */
  readonly workspace: string;
  /** The server's process id. */
  readonly serverProcess: number;
  /** Where VS Code and the extensions write their logs. */
  readonly logsFolder: string;
  /** Where screenshots go. */
  readonly screenshots: string;
  /** There with `npm test -- --only ui --recorded`. */
  readonly recording?: Recording;
}

/** What is kept of a run that is recorded. */
export interface Recording {
  /** What VS Code’s processes did, as test/ui/recorder/hostRecorder.cjs writes it. */
  readonly record: string;
  /** Holds `home` and `tmp`, the folders that programs write to without being told. */
  readonly places: string;
}

/** @throws Error where the suite was started by itself: it needs what the script prepares */
export function readSession(): Session {
  const text = process.env['CLAIMCHECK_UI'];
  if (!text) throw new Error('Run these tests with: npm test -- --only package,ui');
  return JSON.parse(text) as Session;
}
