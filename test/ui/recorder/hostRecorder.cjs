/**
 * Preloaded into every Node process of a served VS Code under test (NODE_OPTIONS), the extension host among them: writes
 * down each connection, look-up, child process and file that is opened for writing. One JSON object a line, into the file
 * that CLAIMCHECK_RECORD names. Nothing is held back or changed.
 */
const childProcess = require('node:child_process');
const dgram = require('node:dgram');
const dns = require('node:dns');
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
const net = require('node:net');
const { fileURLToPath } = require('node:url');
const workers = require('node:worker_threads');

const record = process.env['CLAIMCHECK_RECORD'];
// Opened before anything is watched; what is appended in one go by several processes does not mix.
const log = record ? fs.openSync(record, 'a') : -1;
const { writeSync } = fs;

/** Which of VS Code's processes this is: what it was started as, or the script it runs. */
const who =
  /--type=(\w+)/.exec(process.argv.join(' '))?.[1] ??
  String(process.argv[1]).split(/[\\/]/).slice(-3).join('/');

/** Whether code of the extension under test is among the callers, as far as the engine remembers them. */
function isOurs() {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 100;
  const { stack } = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  return /[\\/]extensions[\\/]claimcheck\.claimcheck-/.test(String(stack));
}

function note(kind, what) {
  const line = { at: Date.now(), who, pid: process.pid, kind, what, ours: isOurs() };
  writeSync(log, `${JSON.stringify(line)}\n`);
}

/** Puts a function in front of each of an object's that are named, and lets the original do its work. */
function before(object, names, look) {
  for (const name of names) {
    const original = object[name];
    if (typeof original !== 'function') continue;
    const watched = function (...args) {
      look(args, name);
      return new.target ? Reflect.construct(original, args, new.target) : Reflect.apply(original, this, args);
    };
    // What hangs on it (`promisify.custom`, `native`), and the prototype of a class.
    Object.defineProperties(watched, Object.getOwnPropertyDescriptors(original));
    object[name] = watched;
  }
}

const pathOf = (path) => {
  if (path instanceof URL) return fileURLToPath(path);
  return Buffer.isBuffer(path) ? path.toString() : String(path);
};

/** Flags of `open` under which bytes can be written. */
const { O_WRONLY, O_RDWR, O_CREAT, O_APPEND, O_TRUNC } = fs.constants;
const writes = (flags) =>
  typeof flags === 'number'
    ? (flags & (O_WRONLY | O_RDWR | O_CREAT | O_APPEND | O_TRUNC)) !== 0
    : typeof flags === 'string' && /[wa+]/.test(flags);

function watchFiles(api, suffix) {
  const named = (...names) => names.flatMap((name) => [name, `${name}${suffix}`]);
  before(api, named('open'), ([path, flags]) => writes(flags) && note('write', pathOf(path)));
  // A number is a file that was opened before.
  before(
    api,
    named('writeFile', 'appendFile', 'truncate', 'mkdir'),
    ([path]) =>
      (typeof path === 'string' || Buffer.isBuffer(path) || path instanceof URL) &&
      note('write', pathOf(path)),
  );
  before(api, named('rename', 'copyFile', 'cp', 'link', 'symlink'), ([, path]) =>
    note('write', pathOf(path)),
  );
}

function install() {
  before(net.Socket.prototype, ['connect'], ([first]) => {
    // Called by itself with what `net.connect` made of its arguments, or with the arguments themselves.
    const options = Array.isArray(first) ? first[0] : first;
    const { host = 'localhost', port, path } = typeof options === 'object' ? options : { port: options };
    note('connect', path === undefined || path === null ? `${host}:${port}` : `socket ${path}`);
  });
  before(dgram.Socket.prototype, ['send', 'connect'], (args, name) =>
    note(
      'datagram',
      `${name} ${args
        .slice(1)
        .filter((one) => typeof one !== 'function')
        .join(' ')}`,
    ),
  );
  const questions = [
    'lookup',
    'resolve',
    'resolve4',
    'resolve6',
    'resolveAny',
    'resolveTxt',
    'reverse',
    'lookupService',
  ];
  for (const api of [dns, dns.promises]) before(api, questions, ([name]) => note('lookup', String(name)));
  before(childProcess.ChildProcess.prototype, ['spawn'], ([options]) => {
    note('spawn', `${options.file} ${(options.args ?? []).slice(1).join(' ')}`.slice(0, 1000));
    // VS Code takes NODE_OPTIONS from its extension host.
    if (options.file === process.execPath)
      options.envPairs?.push(
        `NODE_OPTIONS=--require ${JSON.stringify(__filename)}`,
        `CLAIMCHECK_RECORD=${record}`,
      );
  });
  before(childProcess, ['spawnSync', 'execSync', 'execFileSync'], ([file]) => note('spawn', String(file)));
  watchFiles(fs, 'Sync');
  watchFiles(fs.promises, '');

  // A thread has modules of its own: it is watched too, whatever environment it is given.
  const { Worker } = workers;
  workers.Worker = class extends Worker {
    constructor(file, options = {}) {
      note('thread', String(file).slice(0, 1000));
      const execArgv = [...(options.execArgv ?? process.execArgv), '--require', __filename];
      const env =
        typeof options.env === 'object' ? { ...options.env, CLAIMCHECK_RECORD: record } : options.env;
      super(file, { ...options, execArgv, ...(env === undefined ? {} : { env }) });
    }
  };
  syncBuiltinESMExports();
}

if (record) install();
