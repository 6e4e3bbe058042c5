import * as vscode from 'vscode';
import { claimPaths } from '../../core/editor/claimPaths';
import { redactToken } from '../../core/editor/redactToken';
import { memberOf, stringMember } from '../../core/encoding/jsonNode';
import { readJson } from '../../core/encoding/json';
import { writePretty } from '../../core/encoding/writeJson';
import { headerText, joseHeaders } from '../../core/jose/headers';
import { parseToken } from '../../core/jose/parseToken';
import type { Token } from '../../core/jose/token';
import {
  fillSnippet,
  fitsSnippet,
  type SnippetFacts,
  type SnippetTemplate,
} from '../../core/snippets/snippet';
import { shorten } from '../../core/present/shorten';
import { askForToken } from '../documents/askForToken';
import { plain } from '../platform/plain';

/** Something to copy: its text, or a question that leads to one. */
interface Form extends vscode.QuickPickItem {
  readonly text?: () => Promise<string | undefined>;
}

/** `JWT: Copy Token As…`: asks what of the token, and puts it on the clipboard. */
export async function copyTokenAs(argument: unknown): Promise<void> {
  const found = await askForToken(argument);
  if (!found) return;
  const token = parseToken(found.text);
  const form = await vscode.window.showQuickPick(await formsOf(token), {
    title: vscode.l10n.t('Copy Token As…'),
    placeHolder: vscode.l10n.t('What goes on the clipboard?'),
    matchOnDetail: true,
  });
  const text = await form?.text?.();
  if (text === undefined) return;
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied'), 3000);
}

/** Every form a token can be copied in; those that make no sense for it are left out. */
export async function formsOf(token: Token): Promise<readonly Form[]> {
  const [header] = joseHeaders(token);
  const payload = token.kind === 'jws' ? token.payload : undefined;
  const redacted = redactToken(token);
  const isCompact = token.kind !== 'malformed' && token.serialization === 'compact';
  return [
    ...textForm(vscode.l10n.t('Header'), header?.text && pretty(header.text)),
    ...textForm(vscode.l10n.t('Payload'), payload && !payload.isDetached ? pretty(payload.text) : undefined),
    ...(payload?.claims
      ? [
          { label: vscode.l10n.t('Path of a Claim…'), text: () => askForClaim(token, 'path') },
          { label: vscode.l10n.t('Value of a Claim…'), text: () => askForClaim(token, 'value') },
        ]
      : []),
    ...textForm(
      vscode.l10n.t('Redacted Token'),
      redacted,
      vscode.l10n.t('readable, and of no use to who finds it'),
    ),
    ...textForm(
      vscode.l10n.t('curl Header'),
      isCompact && isHarmlessInQuotes(token.text) ? `-H 'Authorization: Bearer ${token.text}'` : undefined,
      vscode.l10n.t('with the token in it'),
    ),
    ...(await snippetForms(token)),
  ];
}

/** Reading is forgiving: what stands for a token may hold a quote, and a shell would run what follows it. */
function isHarmlessInQuotes(text: string): boolean {
  return /^[\w.~+/=-]+$/.test(text);
}

function textForm(label: string, text: string | undefined, description?: string): readonly Form[] {
  if (text === undefined || text === '') return [];
  return [
    { label, ...(description === undefined ? {} : { description }), text: () => Promise.resolve(text) },
  ];
}

async function snippetForms(token: Token): Promise<readonly Form[]> {
  if (token.kind !== 'jws') return [];
  const [{ verifySnippets }, { signSnippets }] = await Promise.all([
    import('../../core/snippets/verifySnippets'),
    import('../../core/snippets/signSnippets'),
  ]);
  const facts = factsOf(token);
  const forms = (templates: readonly SnippetTemplate[]): readonly Form[] =>
    templates
      .filter((template) => fitsSnippet(template, facts))
      .map((template) => ({
        label: template.library,
        description: template.languageId,
        text: () => Promise.resolve(fillSnippet(template, facts)),
      }));
  const separator = (label: string): Form => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const verifying = forms(verifySnippets);
  const signing = forms(signSnippets);
  return [
    ...(verifying.length > 0
      ? [separator(vscode.l10n.t('Code that verifies such tokens')), ...verifying]
      : []),
    ...(signing.length > 0 ? [separator(vscode.l10n.t('Code that signs such tokens')), ...signing] : []),
  ];
}

function factsOf(token: Token): SnippetFacts {
  const claims = token.kind === 'jws' ? token.payload.claims : undefined;
  const audience = memberOf(claims, 'aud');
  const first = audience?.type === 'array' ? audience.items[0] : audience;
  return {
    alg: headerText(joseHeaders(token), 'alg') ?? '',
    iss: stringMember(claims, 'iss'),
    aud: first?.type === 'string' ? first.value : undefined,
    hasExpiry: memberOf(claims, 'exp') !== undefined,
  };
}

async function askForClaim(token: Token, what: 'path' | 'value'): Promise<string | undefined> {
  const claims = token.kind === 'jws' ? token.payload.claims : undefined;
  if (!claims) return undefined;
  const items = claimPaths(claims).map((claim) => ({
    label: plain(claim.path),
    description: plain(shorten(claim.value, 100)),
    claim,
  }));
  const choice = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Copy Token As…'),
    placeHolder: vscode.l10n.t('Which claim?'),
    matchOnDescription: true,
  });
  return choice?.claim[what];
}

function pretty(text: string): string {
  const { node } = readJson(text);
  return node ? writePretty(node) : text;
}
