import * as vscode from 'vscode';
import { stringMember } from '../../core/encoding/jsonNode';
import { parseToken } from '../../core/jose/parseToken';
import type { RemoteProblem } from '../../core/keys/remote/remoteProblem';
import { remoteProblemText } from '../../core/present/remoteWording';
import { tokenInEditor } from '../documents/askForToken';
import { tokenOfArgument } from '../documents/placeArgument';
import { addReference } from '../keys/keyReferenceEdits';
import { referenceLevel } from '../keys/referenceLevel';
import type { KeyInventory } from '../keys/keyStore';
import { namedReferences } from '../keys/namedReferences';
import { troubleText } from '../keys/troubleText';
import type { Log } from '../platform/log';
import { messageText } from '../platform/messageText';
import { readSettings } from '../platform/settings';
import { UserError } from '../platform/userError';
import { words } from '../platform/words';
import { agree, whileShowing } from './agreement';
import { discoverKeys } from './discoverKeys';
import type { NetworkRules } from './networkRules';
import type { RemoteKeys } from './remoteKeys';
import { parseUrl } from './url';

/** Paths that hold a set rather than name an issuer. */
const setPath = /\.json$|jwks?\b|\/keys\/?$|\/certs\/?$/i;

/**
 * Fetches the keys of an issuer, by its metadata, or of a set, by its own address: the one an argument names, the one a
 * token at the cursor names as `iss`, or one that is typed. Nothing is asked of the network before the user agreed.
 * @throws UserError with the sentence for what went wrong
 */
export async function fetchIssuerKeys(
  argument: unknown,
  remote: RemoteKeys,
  rules: NetworkRules,
  log: Log,
): Promise<void> {
  if (!rules.isWorkspaceTrusted) {
    throw new UserError(
      vscode.l10n.t('Keys are fetched in trusted workspaces only. Trust this workspace first.'),
    );
  }
  const place = setOfArgument(argument) ?? (await askForIssuer(argument));
  if (place === undefined) return;
  const isSet = setOfArgument(argument) !== undefined || setPath.test(parseUrl(place)?.pathname ?? '');
  const jwksUri = isSet ? place : await discover(place, remote, rules);
  const url = parseUrl(jwksUri)?.href ?? jwksUri;
  const refused = await remote.sets.judge(url);
  if (refused) fail(refused);
  await agree([url], rules);
  const inventory = await whileShowing([url], () => remote.fetchSet(url, isSet ? undefined : place));
  log.info(`keys fetched: ${inventory.keys.length}`);
  tellResult(url, inventory);
}

async function discover(issuer: string, remote: RemoteKeys, rules: NetworkRules): Promise<string> {
  const found = await discoverKeys(issuer, {
    getDocument: (url) => whileShowing([url], () => remote.sets.getDocument(url)),
    agree: (urls) => agree(urls, rules),
    judge: (url) => remote.sets.judge(url),
  });
  return 'jwksUri' in found ? found.jwksUri : fail(found);
}

function fail(problem: RemoteProblem): never {
  throw new UserError(remoteProblemText(problem, words(readSettings()).translate));
}

/** Not awaited: the command is done when the keys are there, not when the message is put away. */
function tellResult(url: string, { keys, troubles }: KeyInventory): void {
  // A secret that was left out is told in the Keys view; all else of the network means that the fetch failed.
  const failure = troubles.find(
    ({ problem: { code } }) => code.startsWith('remote.') && code !== 'remote.secrets',
  );
  if (failure) throw new UserError(troubleText(failure));
  const text =
    keys.length === 1
      ? vscode.l10n.t('1 key fetched from {url}', { url })
      : vscode.l10n.t('{count} keys fetched from {url}', { count: keys.length, url });
  const keep = vscode.l10n.t('Keep in Settings');
  const offers = isNamed(url) ? [] : [keep];
  void vscode.window.showInformationMessage(messageText(text), ...offers).then(async (choice) => {
    if (choice === keep) await addReference({ jwks: url }, referenceLevel());
  });
}

function isNamed(url: string): boolean {
  return namedReferences().some(({ references }) =>
    references.some((one) => one.kind === 'jwks' && one.jwks === url),
  );
}

/** The address that a node of the Keys view, or a pick, stands for. Arguments come from anywhere: it is judged and asked about like any other. */
function setOfArgument(argument: unknown): string | undefined {
  const { jwks, summary, trouble } = (argument ?? {}) as {
    jwks?: unknown;
    summary?: { origin?: { url?: unknown } };
    trouble?: { place?: unknown };
  };
  return [jwks, summary?.origin?.url, trouble?.place].find((one) => typeof one === 'string');
}

async function askForIssuer(argument: unknown): Promise<string | undefined> {
  const found = tokenOfArgument(argument) ?? tokenInEditor();
  const token = found && parseToken(found.text);
  const iss = token?.kind === 'jws' ? stringMember(token.payload.claims, 'iss') : undefined;
  if (iss !== undefined && /^https?:\/\//i.test(iss) && parseUrl(iss)) return iss;
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Fetch Issuer’s Keys'),
    prompt: vscode.l10n.t(
      'The issuer, or the address of its JWK Set. You are asked before anything is fetched.',
    ),
    placeHolder: 'https://login.example.com',
    ignoreFocusOut: true,
    validateInput: (value) => (parseUrl(value.trim()) ? undefined : vscode.l10n.t('Write it as https://…')),
  });
  return typed?.trim();
}
