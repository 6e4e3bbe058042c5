import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ratios, summary } from './contest.mjs';
import { buildExtension, restingExtension, tinyExtension } from './served/extensions.mjs';
import { startupRow } from './served/startupTable.mjs';
import { withServedVsCode } from './served/windows.mjs';

const contenders = {
  ours: 'claimcheck.claimcheck',
  empty: 'bench.empty',
  'empty again': 'bench.emptyagain',
  'references-view': 'vscode.references-view',
};

/**
 * Goal 12: activation in a served VS Code, a fresh extension host each round, against an empty extension and one that VS Code
 * brings along. None begins by itself: the probe asks for each when the one before is done, another one first each round.
 */
export async function raceActivation({ folder, rounds }) {
  const workspace = join(folder, 'activation');
  mkdirSync(workspace);
  writeFileSync(join(workspace, 'notes.md'), '# Nothing here\n');
  const built = await buildExtension(folder);
  const nothing = 'exports.activate = () => undefined;\n';
  const extension = restingExtension(folder, built);
  const installed = ['empty', 'emptyagain'].map((name) => tinyExtension(folder, name, nothing));
  const names = Object.keys(contenders);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  return await withServedVsCode({ folder, installed }, async (served) => {
    let filesAtOnce = [];
    // One round before the first warms file caches up. Twice the rounds: a start happens once in each.
    for (let round = -1; round < 2 * rounds; round++) {
      const { ask, close } = await served.open({ workspace, extension });
      // What VS Code itself does at its start goes first.
      await sleep(3000);
      for (let place = 0; place < names.length; place++) {
        const name = names[(place + round + 1) % names.length];
        const took = await ask('activate', { id: contenders[name] });
        if (round >= 0) times[name].push(took);
        if (name === 'ours') filesAtOnce = await ask('loaded', { id: contenders.ours });
        await sleep(300);
      }
      await close();
    }
    return {
      vscode: served.version,
      control: ratios(times, 'empty', 'empty again'),
      ofEmpty: ratios(times, 'empty', 'ours'),
      ofReferences: ratios(times, 'references-view', 'ours'),
      entry: exactly(statSync(join(built, 'dist', 'extension.js')).size / 1024),
      files: exactly(filesAtOnce.length),
      milliseconds: Object.fromEntries(names.map((name) => [name, summary(times[name])])),
      asItShips: await asItShips(served, { workspace, built }),
    };
  });
}

/** The same from VS Code's own table, with the extension as it is installed: begun with the window, among all others. */
async function asItShips(served, { workspace, built }) {
  const { ask, close } = await served.open({ workspace, extension: built });
  await sleep(5000);
  await ask('activate', { id: contenders.empty });
  await ask('activate', { id: contenders['references-view'] });
  const loaded = await ask('loaded', { id: contenders.ours });
  const table = (await ask('startupTable')) ?? '';
  await close();
  return {
    loaded: loaded.join(', '),
    ...Object.fromEntries(
      ['ours', 'empty', 'references-view'].map((name) => [
        name,
        startupRow(table, contenders[name]) ?? 'not told',
      ]),
    ),
  };
}

function exactly(value) {
  return { min: value, median: value, max: value };
}
