import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './paths.mjs';

/**
 * Child processes that never outlive us. The outermost script gives each child a process group of its own and ends
 * the whole group; scripts it starts leave their children in that group, so that nothing is lost when one is killed.
 */
const isOutermost = process.env['CLAIMCHECK_CHILD'] !== '1';
const hasGroups = process.platform !== 'win32';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * @typedef {object} ChildOptions
 * @property {string} [cwd] the project's root when absent
 * @property {Record<string, string | undefined>} [env] laid over our own environment
 * @property {string} [logFile] absolute path of a file that receives everything the child prints
 * @property {(line: string) => void} [onLine] told of each line the child prints
 * @property {boolean} [shell] needed for `.cmd` files on Windows
 */

/**
 * @param {string} command
 * @param {string[]} args
 * @param {ChildOptions} [options]
 */
export function startChild(command, args, options = {}) {
  const child = spawn(command, args, {
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env, CLAIMCHECK_CHILD: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: isOutermost && hasGroups,
    shell: options.shell ?? false,
  });
  running.add(child);
  if (options.logFile) mkdirSync(dirname(options.logFile), { recursive: true });
  // Written at once: what a child said last must be there however soon we end.
  const log = options.logFile ? openSync(options.logFile, 'w') : undefined;
  for (const stream of [child.stdout, child.stderr]) forward(stream, log, options.onLine);
  child.once('close', () => {
    running.delete(child);
    if (log !== undefined) closeSync(log);
  });
  return child;
}

/**
 * Runs a child to its end. Never rejects: a command that cannot start gives code 127, one that takes longer than
 * `timeout` milliseconds is ended and gives code 124.
 * @param {string} command
 * @param {string[]} args
 * @param {ChildOptions & { timeout?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>} the exit code and the last 200 kB of what was printed
 */
export function runChild(command, args, options = {}) {
  return new Promise((resolve) => {
    let output = '';
    const child = startChild(command, args, options);
    /** @param {Buffer} chunk */
    const keep = (chunk) => (output = (output + chunk.toString('utf8')).slice(-200_000));
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      void endChild(child);
    }, options.timeout ?? 600_000);
    child.once('error', (error) => {
      clearTimeout(timer);
      resolve({ code: 127, output: `${output}\n${error.message}` });
    });
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      if (timedOut)
        output += `\nEnded after ${(options.timeout ?? 600_000) / 1000} seconds without an end of its own.`;
      else if (signal) output += `\nEnded by ${signal}.`;
      resolve({ code: timedOut ? 124 : (code ?? 1), output });
    });
  });
}

/** Asks a child and all it started to end, and insists after five seconds. @param {import('node:child_process').ChildProcess} child */
export async function endChild(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  signal(child, 'SIGTERM');
  const ended = new Promise((resolve) => child.once('close', resolve));
  await Promise.race([ended, sleep(5000, undefined, { ref: false })]);
  signal(child, 'SIGKILL');
}

/** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} name */
function signal(child, name) {
  if (child.pid === undefined) return;
  if (!hasGroups) {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(isOutermost ? -child.pid : child.pid, name);
  } catch {
    // It was gone already, which is what we want.
  }
}

/**
 * @param {import('node:stream').Readable | null} stream
 * @param {number | undefined} log a file descriptor
 * @param {((line: string) => void) | undefined} onLine
 */
function forward(stream, log, onLine) {
  let rest = '';
  stream?.on('data', (/** @type {Buffer} */ chunk) => {
    if (log !== undefined) writeSync(log, chunk);
    if (!onLine) return;
    const lines = (rest + chunk.toString('utf8')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line.trimEnd());
  });
  stream?.on('end', () => rest && onLine?.(rest));
}

process.on('exit', () => {
  for (const child of running) signal(child, 'SIGKILL');
});
for (const [name, code] of /** @type {const} */ ([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
])) {
  process.on(name, () => process.exit(code));
}
