import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { servesHere } from './servedVsCode.mjs';

/**
 * Which VS Code runs the host tests: the desktop one where its download server answers within five seconds and a
 * display can be had, else the served one. CLAIMCHECK_VSCODE forces `desktop` or `served`; CLAIMCHECK_VSCODE_VERSION
 * names the desktop version (`stable`, `1.101.0`).
 * @typedef {{ kind: 'desktop', version: string, reason: string } | { kind: 'served', executable: string, reason: string }} Choice
 * @returns {Promise<Choice>}
 */
export async function chooseVsCode() {
  const forced = process.env['CLAIMCHECK_VSCODE'];
  const version = process.env['CLAIMCHECK_VSCODE_VERSION'] ?? 'stable';
  const executable = fileURLToPath(new URL('../codeLauncher.mjs', import.meta.url));
  if (forced === 'served') return { kind: 'served', executable, reason: 'asked for by CLAIMCHECK_VSCODE' };
  if (forced === 'desktop') return { kind: 'desktop', version, reason: 'asked for by CLAIMCHECK_VSCODE' };
  if (!servesHere) return { kind: 'desktop', version, reason: 'VS Code Server does not run on Windows' };
  if (!hasDisplay()) return { kind: 'served', executable, reason: 'there is no display for the desktop one' };
  if (!(await downloadAnswers()))
    return { kind: 'served', executable, reason: 'the download server does not answer' };
  return { kind: 'desktop', version, reason: 'the download server answers' };
}

/** Whether a desktop window must be given a display of its own. */
export function needsXvfb() {
  return process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
}

function hasDisplay() {
  return (
    !needsXvfb() ||
    (process.env['PATH'] ?? '').split(delimiter).some((at) => existsSync(join(at, 'xvfb-run')))
  );
}

async function downloadAnswers() {
  try {
    const url = 'https://update.code.visualstudio.com/api/releases/stable';
    return (await fetch(url, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}
