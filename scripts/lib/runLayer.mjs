import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './children.mjs';
import { closingLine } from './closingLine.mjs';
import { logs } from './paths.mjs';
import { readResult, resultFile, suiteMark } from './results.mjs';
import { bold, dim, elapsed, green, red, say } from './say.mjs';

/**
 * @typedef {object} Outcome
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 * @property {string} seconds
 * @property {string} [about] which VS Code it was
 * @property {string} [excused] why it did not run, where a rule says so
 */

/**
 * Runs one layer, prints one line about it, and on failure what failed.
 * @param {import('./layers.mjs').Layer} layer
 * @param {{ problem: string | undefined, grep: string | undefined, env: Record<string, string> }} context `problem` says what
 *   the layer needs and has not
 * @returns {Promise<Outcome>} a layer that did not come to its end, or ran no test, counts as one failure at least
 */
export async function runLayer(layer, { problem, grep, env }) {
  if (layer.cannotRunHere) {
    say(`${bold(layer.name)}: not on this system: ${layer.cannotRunHere}`);
    return { name: layer.name, passed: 0, failed: 0, seconds: '', excused: layer.cannotRunHere };
  }
  if (problem !== undefined) return refused(layer, problem);
  say(`${bold(layer.name)}: ${layer.proves}`);
  const since = performance.now();
  const heartbeat = setInterval(() => say(dim(`${layer.name} ... ${elapsed(since)} so far`)), 30_000);
  const logFile = join(logs, `${layer.name}.log`);
  const resultPath = resultFile(layer.name);
  const grepArgs = grep !== undefined && layer.takesGrep ? ['--grep', grep] : [];
  const { code, output } = await runChild(process.execPath, [...layer.command, ...grepArgs], {
    logFile,
    // A recorded run is wanted whole, however busy the machine is.
    timeout: layer.minutes * 60_000 * (env['CLAIMCHECK_RECORDED'] ? 3 : 1),
    env: { ...env, CLAIMCHECK_RESULT: resultPath, CLAIMCHECK_GREP: grep },
    onLine: (line) => line.startsWith(suiteMark) && say(dim(`  ${line.slice(suiteMark.length)}`)),
  });
  clearInterval(heartbeat);
  const seconds = elapsed(since);
  const counted = count(layer, code, output, resultPath);
  rmSync(resultPath, { force: true });
  const isGreen = counted.failed === 0;
  say(
    `${isGreen ? green('ok') : red('FAILED')} ${layer.name}: ${counted.passed} passed, ${counted.failed} failed in ${seconds}` +
      (counted.about ? dim(` (${counted.about})`) : ''),
  );
  for (const { title, error } of counted.retried ?? []) say(`  ↻ tried again: ${title}\n${indent(error)}`);
  if (!isGreen) explain(counted.failures, output, logFile);
  return { name: layer.name, seconds, ...counted };
}

/**
 * @param {import('./layers.mjs').Layer} layer
 * @param {number} code
 * @param {string} output
 * @param {string} resultPath
 * @returns {import('./results.mjs').SuiteResult}
 */
function count(layer, code, output, resultPath) {
  if (layer.counts === 'command')
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, failures: [] };
  const result = layer.counts === 'closingLine' ? closingLine(output) : readResult(resultPath);
  if (!result) return oneFailure(`it ended with code ${code} and never reported a result`);
  if (result.passed + result.failed === 0) return oneFailure('it ran no test');
  if (result.failed === 0 && code !== 0) {
    return {
      ...result,
      ...oneFailure(`nothing failed, yet it ended with code ${code}`),
      passed: result.passed,
    };
  }
  return result;
}

/** @param {string} error @returns {import('./results.mjs').SuiteResult} */
const oneFailure = (error) => ({ passed: 0, failed: 1, failures: [{ title: 'the layer', error }] });

/** @param {import('./layers.mjs').Layer} layer @param {string} problem @returns {Outcome} */
function refused(layer, problem) {
  say(`${red('FAILED')} ${layer.name}: it did not run. ${problem}`);
  return { name: layer.name, passed: 0, failed: 1, seconds: '' };
}

/**
 * @param {import('./results.mjs').SuiteResult['failures']} failures
 * @param {string} output
 * @param {string} logFile
 */
function explain(failures, output, logFile) {
  for (const { title, error } of failures.slice(0, 50)) say(`${red('  ✗')} ${title}\n${indent(error)}`);
  if (failures.length > 50) say(`  … and ${failures.length - 50} more`);
  const tail = output
    .trimEnd()
    .split('\n')
    .slice(failures.length > 1 ? -15 : -60);
  say(dim(`  --- the end of ${logFile}`));
  say(indent(tail.join('\n')));
}

/** @param {string} text */
const indent = (text) => text.replace(/^/gm, '    ');
