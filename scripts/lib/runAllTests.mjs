import { parseArgs } from 'node:util';
import { chooseVsCode } from './chooseVsCode.mjs';
import { ensureInstalled } from './ensureInstalled.mjs';
import { layers } from './layers.mjs';
import { report } from './report.mjs';
import { runLayer } from './runLayer.mjs';
import { elapsed, say } from './say.mjs';
import { ensureServedVsCode } from './servedVsCode.mjs';

const help = `npm test                          all layers
npm test -- --only unit,host      some layers, and those they need: ${layers.map((layer) => layer.name).join(', ')}
npm test -- --only ui --grep TEXT only the tests whose title holds TEXT
npm test -- --only ui --recorded  with every request, process and write of VS Code held to have a reason`;

/**
 * Installs what is missing, runs the layers in order and closes with one line `N passed, M failed`.
 * @param {string[]} args
 * @returns {Promise<number>} the exit code: 0 only where every layer asked for ran and nothing failed
 */
export async function runAllTests(args) {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      grep: { type: 'string' },
      recorded: { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  });
  const wanted = values.only?.split(',');
  const unknown = wanted?.filter((name) => !layers.some((layer) => layer.name === name)) ?? [];
  if (values.help || unknown.length > 0) {
    say(unknown.length > 0 ? `No layer is called ${unknown.join(', ')}.\n${help}` : help);
    return values.help ? 0 : 2;
  }
  const chosen = layers.filter((layer) => !wanted || isWanted(layer.name, wanted));
  say(
    `Claimcheck's tests: ${chosen.map((layer) => layer.name).join(', ')}. Node.js ${process.versions.node}, ${process.platform}-${process.arch}`,
  );

  const refusal = await settled(ensureInstalled());
  if (refusal !== undefined) {
    say(`${refusal}\n0 passed, 1 failed`);
    return 1;
  }
  const choice = await chooseVsCode();
  if (chosen.some((layer) => layer.needs === 'chosen')) {
    say(`Host tests run in a ${choice.kind} VS Code: ${choice.reason}.`);
  }
  // The big install goes on beside the quick layers; who needs it waits for it.
  const vscode = chosen.some((layer) => layer.needs)
    ? settled(ensureServedVsCode())
    : Promise.resolve(undefined);

  /** @type {import('./runLayer.mjs').Outcome[]} */
  const outcomes = [];
  const env = { CLAIMCHECK_VSCODE: choice.kind, CLAIMCHECK_RECORDED: values.recorded ? '1' : '' };
  /** @param {import('./layers.mjs').Layer} layer */
  const run = async (layer) => {
    const isBlocked = outcomes.some(({ name, failed }) => name === layer.after && failed > 0);
    const missing = needsServed(layer, choice) ? await vscode : undefined;
    const problem = isBlocked ? `It cannot run without the ${layer.after} layer.` : missing;
    return await runLayer(layer, { problem, grep: values.grep, env });
  };
  for (const group of groupsOf(chosen)) outcomes.push(...(await Promise.all(group.map(run))));
  await vscode;

  const left = layers.filter((layer) => !chosen.includes(layer));
  const failed = report(outcomes, left);
  say(`${elapsed()} in all`);
  say(`${outcomes.reduce((sum, outcome) => sum + outcome.passed, 0)} passed, ${failed} failed`);
  return failed === 0 && outcomes.length > 0 ? 0 : 1;
}

/**
 * Layers in their order; those that may go on beside each other, together.
 * @param {readonly import('./layers.mjs').Layer[]} chosen
 */
function groupsOf(chosen) {
  /** @type {import('./layers.mjs').Layer[][]} */
  const groups = [];
  for (const layer of chosen) {
    const last = groups.at(-1);
    if (layer.beside !== undefined && last?.at(-1)?.beside === layer.beside) last.push(layer);
    else groups.push([layer]);
  }
  return groups;
}

/** Whether a layer was asked for, or makes what another asked for needs. @param {string} name @param {string[]} wanted */
const isWanted = (name, wanted) =>
  wanted.includes(name) || layers.some((layer) => layer.after === name && wanted.includes(layer.name));

/** @param {import('./layers.mjs').Layer} layer @param {import('./chooseVsCode.mjs').Choice} choice */
const needsServed = ({ needs, cannotRunHere }, { kind }) =>
  !cannotRunHere && (needs === 'served' || (needs === 'chosen' && kind === 'served'));

/**
 * Turns a promise into one that never rejects, to be looked at later.
 * @param {Promise<unknown>} promise
 * @returns {Promise<string | undefined>} what went wrong, if anything
 */
const settled = (promise) =>
  promise.then(
    () => undefined,
    (error) => String(error instanceof Error ? error.message : error),
  );
