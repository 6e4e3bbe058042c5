import * as vscode from 'vscode';
import { keyProblemText } from '../../core/present/keyWording';
import { isRemoteProblem, remoteProblemText } from '../../core/present/remoteWording';
import type { Translate } from '../../core/present/wording';
import type { KeyTrouble, StoreProblemCode } from './keyStore';

type Facts = Readonly<Record<string, string | number>>;

/** Sentences for what goes wrong before a key is read. A table of functions, so that each text is a literal to translate. */
const storeTexts: Readonly<Record<StoreProblemCode, (facts: Facts) => string>> = {
  'store.fileMissing': (facts) =>
    vscode.l10n.t(
      'There is no file {path}. Correct its path in claimcheck.keys, or remove the entry.',
      facts,
    ),
  'store.fileTooLarge': (facts) =>
    vscode.l10n.t('{path} has {size} bytes; key files are read up to {limit}.', facts),
  'store.notAFile': (facts) => vscode.l10n.t('{path} is no regular file, so it was not opened.', facts),
  'store.unreadable': (facts) => vscode.l10n.t('{path} could not be read. Check its permissions.', facts),
  'store.secretMissing': (facts) =>
    vscode.l10n.t('The secret “{name}” is not on this machine. Enter it once with “JWT: Add Key”.', facts),
  'store.reference': (facts) => referenceTexts[String(facts['fault'])]?.() ?? '',
  'store.tooManyFiles': (facts) =>
    vscode.l10n.t('More than {limit} files may hold keys. Narrow claimcheck.keyFiles.include.', facts),
  'store.profile': (facts) =>
    vscode.l10n.t('This profile is not used: correct its “{member}”, or remove it.', facts),
};

const referenceTexts: Readonly<Record<string, () => string>> = {
  notObject: () => vscode.l10n.t('An entry is an object with “file”, “secret” or “jwks”.'),
  noPlace: () => vscode.l10n.t('The entry names no “file”, “secret” or “jwks”.'),
  encoding: () => vscode.l10n.t('The encoding is one of utf8, base64, base64url, hex.'),
  holdsSecret: () =>
    vscode.l10n.t('Settings are no place for secrets. Remove it here and enter it with “JWT: Add Key”.'),
  outsideFolder: () =>
    vscode.l10n.t('The file lies outside the workspace folder. Choose it with “JWT: Add Key” instead.'),
};

/** What is wrong at a place that should have held a key, and what to do, in the user's language. */
export function troubleText(trouble: KeyTrouble): string {
  const { problem } = trouble;
  if (problem.code in storeTexts) return storeTexts[problem.code as StoreProblemCode](problem.facts as Facts);
  if (isRemoteProblem(problem)) return remoteProblemText(problem, translate);
  return keyProblemText(problem as Parameters<typeof keyProblemText>[0], translate);
}

const translate: Translate = (template, args) =>
  args ? vscode.l10n.t(template, { ...args }) : vscode.l10n.t(template);
