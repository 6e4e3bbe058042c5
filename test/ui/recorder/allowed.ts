import type { Deed } from './recorder';

/** What may be done, and why. Paths begin with `server/`, `workspace/`, `home/` or `tmp/`; see `Places`. */
interface Reason {
  readonly kind: Deed['kind'];
  readonly who?: string;
  readonly what: RegExp;
  readonly why: string;
}

/** Where things are in this run: what stands in deeds for something that has another name each time. */
export interface Places {
  /** `http://127.0.0.1:PORT`, where VS Code is served, and what else that is called. */
  readonly origins: readonly string[];
  /** Folder -> the word that begins its paths. */
  readonly folders: Readonly<Record<string, 'server' | 'workspace' | 'home' | 'tmp' | 'program'>>;
}

/** No row says anything of the extension by itself: it asks for nothing and writes nothing that its user has not asked for. */
const reasons: readonly Reason[] = [
  { kind: 'request', what: /^origin\//, why: 'VS Code is served from there' },
  { kind: 'websocket', what: /^origin\//, why: 'the window speaks with its server' },
  { kind: 'request', what: /^(blob|data):/, why: 'made in the page itself' },
  {
    kind: 'request',
    what: /^https:\/\/vscode-remote\+127[\w-]+\.vscode-resource\.vscode-cdn\.net\/.*\/dist\/inspector\.(js|css)$/,
    why: 'the panel’s own files: answered by VS Code’s service worker, never sent',
  },
  {
    kind: 'request',
    what: /^https:\/\/open-vsx\.org\/vscode\//,
    why: 'VS Code asks its gallery about extensions',
  },
  { kind: 'lookup', who: 'server-main.js', what: /^open-vsx\.org$/, why: 'the same, from the server' },
  { kind: 'connect', who: 'server-main.js', what: /^open-vsx\.org:443$/, why: 'the same, from the server' },
  { kind: 'lookup', who: 'server-main.js', what: /^127\.0\.0\.1$/, why: 'where the server listens' },
  {
    kind: 'spawn',
    who: 'server-main.js',
    what: /^\S+ (--dns-result-order=\w+ )?program\/out\/bootstrap-fork --type=\w+/,
    why: 'VS Code’s own processes',
  },
  {
    kind: 'spawn',
    who: 'server-main.js',
    what: /^\S+ -i -l -c /,
    why: 'VS Code asks the user’s shell for its environment',
  },
  {
    kind: 'spawn',
    who: 'extensionHost',
    what: /^\S+ program\/extensions\/[\w-]+\/\S+ --node-ipc/,
    why: 'language servers of the extensions that VS Code brings',
  },
  {
    kind: 'spawn',
    who: 'extensionHost',
    what: /^program\/\S+\/rg --files /,
    why: 'VS Code lists files of the workspace for whoever asks it',
  },
  {
    kind: 'spawn',
    who: 'extensionHost',
    what: /^\/bin\/sh -c (ls -l \/proc\/|ps -F -A -l)/,
    why: 'VS Code looks for ports to forward',
  },
  {
    kind: 'thread',
    who: 'extensionHost',
    what: /^server\/extensions\/claimcheck\.claimcheck-[\d.]+\/dist\/workers\/\w+\.js$/,
    why: 'long work off the host’s thread',
  },
  { kind: 'write', what: /^server\/data\/logs(\/|$)/, why: 'logs' },
  {
    kind: 'write',
    what: /^server\/data\/(CachedProfilesData|User\/(caches|snippets|workspaceStorage|globalStorage\/vscode\.[\w-]+))(\/|$)/,
    why: 'what VS Code and its own extensions keep',
  },
  {
    kind: 'write',
    what: /^server\/data\/User\/(machineid|chatLanguageModels\.json|\w+ExtensionsCache\.json)$/,
    why: 'what VS Code keeps of itself',
  },
  {
    kind: 'write',
    what: /^server\/data\/User\/Backups(\/|$)/,
    why: 'VS Code’s copies of documents that are not saved',
  },
  {
    kind: 'write',
    what: /^server\/data\/User\/History(\/|$)/,
    why: 'VS Code’s copies of files that were saved',
  },
  { kind: 'write', what: /^home\/\.cache\/Microsoft\/DeveloperTools/, why: 'VS Code numbers the machine' },
  { kind: 'write', what: /^tmp\/\w{8}$/, why: 'VS Code tries whether files’ names have two cases' },
  { kind: 'write', what: /^workspace\/\.vscode\/settings\.json$/, why: 'commands that change a setting' },
];

/** What was done without a reason, in words; `testAt` tells the test that ran meanwhile. */
export function strayDeeds(
  deeds: readonly Deed[],
  places: Places,
  testAt: (moment: number) => string,
): readonly string[] {
  const strays = deeds
    .map((deed) => ({ ...deed, what: placed(deed, places) }))
    .filter((deed) => !reasons.some((reason) => allows(reason, deed)))
    .map(
      ({ at, who, kind, what, ours }) =>
        `${kind} ${what} by ${ours ? 'the extension in ' : ''}${who}, during: ${testAt(at)}`,
    );
  return [...new Set(strays)];
}

function allows({ kind, who, what }: Reason, deed: Deed): boolean {
  return kind === deed.kind && (who === undefined || deed.who.endsWith(who)) && what.test(deed.what);
}

function placed({ kind, what }: Deed, { origins, folders }: Places): string {
  if (kind === 'request' || kind === 'websocket') {
    const address = what.replace(/^ws:/, 'http:');
    const origin = origins.find((one) => address.startsWith(`${one}/`));
    return origin === undefined ? what : `origin${address.slice(origin.length)}`;
  }
  return Object.entries(folders).reduce(
    (text, [folder, word]) => text.replaceAll(folder, word),
    what.replace(/^file:\/\//, ''),
  );
}
