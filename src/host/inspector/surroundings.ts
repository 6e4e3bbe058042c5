import * as vscode from 'vscode';
import type { Surroundings } from '../../protocol/messages';
import type { Settings } from '../platform/settings';

/** How the page is to speak: as the rest of VS Code does here. */
export function surroundings(settings: Settings): Surroundings {
  const timeZone = settings.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { messages: messages(vscode.l10n.bundle ?? {}), locale: vscode.env.language, timeZone };
}

/** A catalogue entry is its translation, or an object that holds it beside comments. */
function messages(bundle: NonNullable<typeof vscode.l10n.bundle>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(bundle).map(([key, entry]: [string, unknown]) => [key, textOf(entry) ?? key]),
  );
}

function textOf(entry: unknown): string | undefined {
  if (typeof entry === 'string') return entry;
  const { message } = Object(entry) as { readonly message?: unknown };
  return typeof message === 'string' ? message : undefined;
}
