import * as vscode from 'vscode';
import type { InspectedRow, Inspection } from '../../core/inspect/inspection';
import type { KnownKey } from '../../core/keys/key';
import { ChannelError, type Answers } from '../../protocol/channel';
import type { RecipientAnswer } from '../../protocol/disclosuresShape';
import type { CopyParams, HostRequests, Surroundings, Tool } from '../../protocol/messages';
import type { BackendAnswers } from './askBackends';
import type { FoundToken } from '../documents/foundToken';
import { placeArgument } from '../documents/placeArgument';
import { commandIds } from '../platform/ids';
import { expectationAnswers, type ExpectingSession } from './expectationAnswers';
import type { InnerPlace } from './shownToken';

/** What answering needs of the session. */
export interface PageAnswersPorts {
  readonly session: ExpectingSession & {
    readonly revision: number;
    verify(picked: KnownKey | undefined): Promise<void>;
    verifyAgain(): Promise<void>;
    applyFix(): Promise<boolean>;
    pin(isPinned: boolean): void;
    openInner(place: InnerPlace): boolean;
    goBack(index: number): boolean;
  };
  readonly pickKey: (found: FoundToken) => Promise<KnownKey | undefined>;
  readonly inspect: (found: FoundToken) => { readonly inspection: Inspection };
  readonly askBackends: (found: FoundToken) => Promise<BackendAnswers>;
  readonly askRecipient: (found: FoundToken, index: number) => Promise<RecipientAnswer | undefined>;
  /** Shows a new page what there is, and says how it is to speak. */
  readonly welcome: () => Surroundings;
}

/** An answer to everything the page may ask. What speaks of another token than the one shown is refused as stale. */
export function pageAnswers(ports: PageAnswersPorts): Answers<HostRequests> {
  const { session } = ports;
  let programs: readonly string[] = [];
  const shown = (revision: number): FoundToken => {
    if (!session.found || session.revision !== revision) throw new ChannelError('stale');
    return session.found;
  };
  return {
    ...expectationAnswers(session, shown),
    ready: () => ports.welcome(),
    async verify({ revision, keys }) {
      shown(revision);
      await (keys === 'same' ? session.verifyAgain() : session.verify(undefined));
      return {};
    },
    async pickKey({ revision }) {
      const picked = await ports.pickKey(shown(revision));
      // While the user chose, the token may have been edited: the choice holds for what is there now.
      if (picked) await session.verify(picked);
      return {};
    },
    async addKey() {
      await vscode.commands.executeCommand(commandIds.addKey);
      return {};
    },
    async editProfiles() {
      const { openProfiles } = await import('../profiles/saveProfile');
      await openProfiles();
      return {};
    },
    async manageTrust() {
      await vscode.commands.executeCommand('workbench.trust.manage');
      return {};
    },
    openInner({ revision, from, index }) {
      shown(revision);
      if (!session.openInner({ from, ...(index === undefined ? {} : { index }) }))
        throw new ChannelError('stale');
      return {};
    },
    goBack({ revision, index }) {
      shown(revision);
      if (!session.goBack(index)) throw new ChannelError('stale');
      return {};
    },
    async askBackends({ revision }) {
      const { key, rows } = await ports.askBackends(shown(revision));
      programs = rows.map(({ reproduce }) => reproduce);
      return { rows, ...(key === undefined ? {} : { key }) };
    },
    async askRecipient({ revision, index }) {
      const answer = await ports.askRecipient(shown(revision), index);
      if (!answer) throw new ChannelError('stale');
      return answer;
    },
    setPinned({ isPinned }) {
      session.pin(isPinned);
      return {};
    },
    async applyFix({ revision }) {
      shown(revision);
      if (!(await session.applyFix())) throw new ChannelError('stale');
      return {};
    },
    async copy(params) {
      const found = shown(params.revision);
      const text =
        params.what === 'program'
          ? programs[params.index ?? -1]
          : copiedText(params.what, params.index, found, ports.inspect(found).inspection);
      if (text === undefined) throw new ChannelError('stale');
      await vscode.env.clipboard.writeText(text);
      return {};
    },
    async reveal({ revision, index }) {
      const found = shown(revision);
      await reveal(
        found,
        index === undefined ? undefined : ports.inspect(found).inspection.segments[index]?.span,
      );
      return {};
    },
    async useTool({ revision, tool }) {
      const place = placeArgument(shown(revision));
      // Without a place the command would take the token at the cursor, which is another one.
      if (!place) throw new ChannelError('stale');
      await vscode.commands.executeCommand(tools[tool], place);
      return {};
    },
  };
}

/** The command behind each tool. */
const tools: Readonly<Record<Tool, string>> = {
  edit: commandIds.editToken,
  extend: commandIds.extendToken,
  encode: commandIds.encodeToken,
  showText: commandIds.showTokenAsText,
  compare: commandIds.compareTokens,
};

function copiedText(
  what: Exclude<CopyParams['what'], 'program'>,
  index: number | undefined,
  found: FoundToken,
  inspection: Inspection,
): string | undefined {
  const texts: Readonly<Record<typeof what, () => string | undefined>> = {
    token: () => found.text,
    header: () => inspection.headerText,
    payload: () => inspection.payloadText,
    segment: () => {
      const span = inspection.segments[index ?? -1]?.span;
      return span && inspection.text.slice(span.start, span.end);
    },
    parameter: () => rowText(inspection.header[index ?? -1]),
    claim: () => rowText(inspection.claims[index ?? -1]),
  };
  return texts[what]();
}

/** A text as itself, anything else as JSON. */
function rowText(row: InspectedRow | undefined): string | undefined {
  return row?.value.type === 'string' ? row.value.value : row?.text;
}

/** Selects the token, or a stretch of it, in its document: in the editor that shows it already, if one does. */
async function reveal(
  found: FoundToken,
  span: { readonly start: number; readonly end: number } | undefined,
): Promise<void> {
  if (!found.place) return;
  const { uri, range } = found.place;
  const document = await vscode.workspace.openTextDocument(uri);
  const start = document.offsetAt(range.start);
  const selection = span
    ? new vscode.Range(document.positionAt(start + span.start), document.positionAt(start + span.end))
    : range;
  const showing = vscode.window.visibleTextEditors.find((one) => one.document === document);
  await vscode.window.showTextDocument(document, {
    selection,
    viewColumn: showing?.viewColumn ?? vscode.ViewColumn.One,
  });
}
