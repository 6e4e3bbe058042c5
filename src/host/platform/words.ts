import * as vscode from 'vscode';
import type { Words } from '../../core/present/wording';
import type { Settings } from './settings';

/** How facts are worded here: the user's language, locale and time zone. */
export function words(settings: Settings): Words {
  return {
    translate: (template, args) => (args ? vscode.l10n.t(template, { ...args }) : vscode.l10n.t(template)),
    locale: vscode.env.language,
    timeZone: settings.timeZone,
  };
}
