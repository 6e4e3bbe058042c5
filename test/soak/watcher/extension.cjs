/**
 * An extension that sits beside ours in the extension host and counts what lives there, each time after a forced garbage
 * collection. It answers over http on this machine, to whoever knows the secret it was started with.
 */
const { writeFileSync, renameSync, readdirSync } = require('node:fs');
const { createServer } = require('node:http');
const { Session } = require('node:inspector');
const v8 = require('node:v8');
const vm = require('node:vm');
const { Worker } = require('node:worker_threads');
const vscode = require('vscode');

const secret = process.env['CLAIMCHECK_SOAK_SECRET'];
const portFile = process.env['CLAIMCHECK_SOAK_PORT'];

v8.setFlagsFromString('--expose-gc');
const collect = vm.runInNewContext('gc');

/** Class of VS Code's own -> what its living instances are called in the report. */
const classes = new Map();

/** What `deliberate` leaks hold on to. */
const leaked = [];

/** Ways to leak, to show that the soak notices: see `npm run soak -- --leak NAME`. */
const leaks = {
  listener: () => vscode.workspace.onDidChangeTextDocument(() => undefined),
  watcher: () => vscode.workspace.createFileSystemWatcher('**/*.leak'),
  memory: () => leaked.push(Array.from({ length: 20_000 }, (_, n) => ({ n }))),
};

/** VS Code hands out instances of classes that have no name in its API. */
function learnClasses() {
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.soak');
  const panel = vscode.window.createWebviewPanel('soak', 'Soak', { viewColumn: 1, preserveFocus: true });
  const quickPick = vscode.window.createQuickPick();
  classes.set('panels', panel.constructor);
  classes.set('watchers', watcher.constructor);
  classes.set('quick picks', quickPick.constructor);
  classes.set('disposables', vscode.Disposable);
  classes.set('cancellations', vscode.CancellationTokenSource);
  classes.set('emitters', vscode.EventEmitter);
  classes.set('workers', Worker);
  for (const one of [watcher, panel, quickPick]) one.dispose();
}

const post = (session, method, params) =>
  new Promise((resolve, reject) =>
    session.post(method, params, (error, result) => (error ? reject(error) : resolve(result))),
  );

/** Runs on the array of all objects that live: how many are instances of each class, and the listeners of all emitters. */
const countObjects = `function () {
  const { classes, Emitter } = globalThis.soak;
  const counts = Object.fromEntries([...classes.keys()].map((name) => [name, 0]));
  counts.listeners = 0;
  for (const one of this) {
    if (one instanceof Emitter) counts.listeners += one._size ?? 0;
    for (const [name, constructor] of classes) if (one instanceof constructor) counts[name]++;
  }
  return counts;
}`;

/** One walk over the heap, which begins with a full garbage collection: the host cannot answer anybody meanwhile. */
async function countLiving() {
  const session = new Session();
  session.connect();
  const group = { objectGroup: 'soak' };
  try {
    globalThis.soak = { classes, Emitter: vscode.EventEmitter };
    const { result } = await post(session, 'Runtime.evaluate', { expression: 'Object.prototype', ...group });
    const found = await post(session, 'Runtime.queryObjects', {
      prototypeObjectId: result.objectId,
      ...group,
    });
    const counted = await post(session, 'Runtime.callFunctionOn', {
      objectId: found.objects.objectId,
      functionDeclaration: countObjects,
      returnByValue: true,
    });
    if (counted.exceptionDetails) throw new Error(counted.exceptionDetails.exception.description);
    return counted.result.value;
  } finally {
    await post(session, 'Runtime.releaseObjectGroup', group);
    delete globalThis.soak;
    session.disconnect();
  }
}

const resources = (kind) => process.getActiveResourcesInfo().filter((one) => one === kind).length;

async function count() {
  const counts = await countLiving();
  counts['documents'] = vscode.workspace.textDocuments.length;
  counts['tabs'] = vscode.window.tabGroups.all.flatMap((group) => group.tabs).length;
  for (const kind of ['FSEventWrap', 'TCPSocketWrap', 'PipeWrap', 'ProcessWrap', 'MessagePort'])
    counts[kind] = resources(kind);
  if (process.platform === 'linux') counts['open files'] = readdirSync('/proc/self/fd').length;
  // What the walk itself made is let go of after it.
  await new Promise((resolve) => setTimeout(resolve, 100));
  collect();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { pid: process.pid, parent: process.ppid, counts, bytes: { heap: heapUsed, external, rss } };
}

const tasks = {
  count,
  leak: async ({ name }) => void leaks[name](),
  snapshot: async ({ file }) => v8.writeHeapSnapshot(file),
};

async function answer(body) {
  try {
    const asked = JSON.parse(body);
    if (!secret || asked.secret !== secret) throw new Error('not the soak');
    return { result: (await tasks[asked.task](asked)) ?? null };
  } catch (error) {
    return { error: String(error?.stack ?? error) };
  }
}

exports.activate = (context) => {
  learnClasses();
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    // Each answer ends its connection: none stays to be counted.
    request.on('end', async () => {
      response.setHeader('connection', 'close');
      response.end(JSON.stringify(await answer(Buffer.concat(chunks).toString('utf8'))));
    });
  });
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    writeFileSync(`${portFile}.part`, JSON.stringify({ port, pid: process.pid }));
    renameSync(`${portFile}.part`, portFile);
  });
  context.subscriptions.push({ dispose: () => server.close() });
};
