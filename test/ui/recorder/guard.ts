import assert from 'node:assert/strict';
import { readFileSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { unescape } from 'node:querystring';
import { insecureHost } from '../../../scripts/lib/browser.mjs';
import { serverPackage } from '../../../scripts/lib/paths.mjs';
import { browserStorage } from '../support/browserStorage';
import type { Recording, Session } from '../support/session';
import type { Workbench } from '../support/workbench';
import { strayDeeds, type Places } from './allowed';
import { Recorder, type Deed } from './recorder';
import { noted, noteWorkspace } from './noted';
import { TraceSearch } from './traces';

/** The recorder of the whole suite, which test/ui/support/hooks.ts starts and asks at the end. */
export const recorder = new Recorder();

/** Places that hold texts of documents because VS Code keeps them there for its user, and why. */
const keptForTheUser = {
  'data/User/Backups/': 'documents that were not saved, when VS Code was about to end',
  'data/User/History/': 'what files held when the user saved them',
  'extensions/': 'the package as it was installed; nothing is written there (allowed.ts)',
};

/**
 * What VS Code itself writes of documents into the window's log at trace level, and why: each up to the date of the next line. A
 * row of the browser’s storage holds a log as JSON, with its line ends escaped.
 */
const loggedByVsCode = {
  'DialogService#prompt Do you want to save ':
    'the title of a document that has no file: its first line, when it is asked whether to save it',
  '_performTextEdits ': 'what a command puts into a document through a workspace edit, as its user asked',
};
const loggedLines = new RegExp(
  `(?:${Object.keys(loggedByVsCode).join('|')}).*?(?=\\\\n\\d{4}-\\d\\d-\\d\\d |$)`,
  'gm',
);

/**
 * Problems as VS Code logs them in the extension host at trace level: the words that the Problems view shows. Two of ours quote
 * the header (an address of keys, the type), and these alone are passed over; no sentence of ours quotes a claim’s text.
 */
const loggedProblems =
  /"message":"(?:\\.|[^"\\])*"(?=,"source":"claimcheck","code":\{"value":"(?:remoteKey|typeUnexpected)")/g;
const withoutProblems = (text: string): string => text.replaceAll(loggedProblems, '');

/** What browsers stored for windows that are closed by now: a context that closes forgets it. */
const storedBefore: string[] = [];
const storedIn = ({ page }: Workbench): Promise<string> => page.evaluate<string>(browserStorage);

/** Has what a browser stores for this window looked at before the window closes, whoever closes it. */
export function keepStorageOf(window: Workbench): void {
  const context = window.page.context();
  const close = context.close.bind(context);
  context.close = async (...options) => {
    storedBefore.push(await storedIn(window));
    await close(...options);
  };
}

/** At the end of any run: fails where a token, a claim or a secret that a test used was in what a page asked a network for. */
export function assertNothingAsked(): void {
  const search = new TraceSearch(noted());
  const found = recorder
    .deeds()
    .flatMap(({ what, body = '', at }) =>
      search.of(`${unescape(what)}\n${body}`).map((one) => `asked during ${recorder.testAt(at)}: ${one}`),
    );
  assert.ok(found.length === 0, found.join('\n'));
}

/**
 * At the end of the suite: fails where anything was asked of a network, started or opened for writing without a reason, and
 * where a token, a claim or a secret that a test used is in what the browser stores or in any file but the documents.
 */
export async function assertNothingLeft(
  session: Session,
  { record, places: searched }: Recording,
  window: Workbench,
): Promise<void> {
  noteWorkspace(session.workspace);
  const dataDir = join(session.logsFolder, '..', '..');
  const { origin } = new URL(session.url);
  const places: Places = {
    origins: [origin, origin.replace('127.0.0.1', insecureHost)],
    folders: {
      [dataDir]: 'server',
      [session.workspace]: 'workspace',
      [join(searched, 'home')]: 'home',
      [join(searched, 'tmp')]: 'tmp',
      [realpathSync(serverPackage)]: 'program',
    },
  };
  const deeds = recorder.deeds(record);
  for (const who of ['page', 'extensionHost'])
    assert.ok(
      deeds.some((deed) => deed.who === who),
      `nothing was recorded of the ${who}`,
    );
  assert.match(logText(session.logsFolder), /\[trace\]/, 'the logs are written at trace level');
  const strays = strayDeeds(deeds, places, (moment) => recorder.testAt(moment));

  const search = new TraceSearch(noted());
  const stored = [...storedBefore, await storedIn(window)];
  const rows = stored.flatMap((text) => text.replaceAll(loggedLines, '').split('\n'));
  const traces = [
    ...rows.flatMap((row) => search.of(row).map((found) => `${row.slice(0, 100)}: ${found}`)),
    ...search.below(dataDir, Object.keys(keptForTheUser), withoutProblems),
    ...search.below(searched),
    ...search.below(join(session.workspace, '.vscode')),
  ];
  console.log(figuresOf(deeds, search.searched));
  // Whole, where a difference of two values would be cut short.
  assert.ok(strays.length + traces.length === 0, [...strays, ...traces].join('\n'));
}

/** How much was recorded and looked through, in a line. */
function figuresOf(deeds: readonly Deed[], searched: number): string {
  const kinds = [...new Set(deeds.map(({ kind }) => kind))];
  const counts = kinds.map((one) => `${one} ${deeds.filter(({ kind }) => kind === one).length}`).join(', ');
  const ours = deeds.filter((deed) => deed.ours).length;
  return [
    `recorded: ${counts}, by ${new Set(deeds.map(({ who }) => who)).size} kinds of processes`,
    `${ours} of them with the extension among the callers`,
    `looked for ${noted().length} texts in ${Math.round(searched / 1e6)} MB`,
  ].join('; ');
}

const logText = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('remoteexthost.log'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
