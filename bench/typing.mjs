import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { contest, percentile, ratios, summary } from './contest.mjs';
import { makeLog } from './corpora.mjs';
import { buildExtension } from './served/extensions.mjs';
import { markTyping } from './served/pageMarks.mjs';
import { withServedVsCode } from './served/windows.mjs';

const documents = {
  '5,000 tokens': { length: 3_000_000, every: 580 },
  'a log of 20 MB': { length: 20_000_000, every: 10_000 },
};
const keysEach = 15;

/**
 * Typing in a served VS Code, from the press of a key until its letter is painted, in windows with the extension as it ships
 * and without it. There is no goal for it but that nobody notices.
 */
export async function raceTyping({ folder, rounds, seed }, say) {
  const workspace = join(folder, 'typing');
  mkdirSync(workspace);
  const built = await buildExtension(folder);
  const results = {};
  for (const [name, { length, every }] of Object.entries(documents)) {
    say(`  ${name} …`);
    const path = join(workspace, `${length}.log`);
    const log = makeLog({ seed, length, every });
    writeFileSync(path, log.bytes);
    const line = log.text.slice(0, length >> 1).split('\n').length;
    // A server for each: what one document left behind in memory is no part of the next.
    results[name] = await withServedVsCode({ folder }, async (served) => {
      const openWith = async (options) => {
        const window = await served.open({ workspace, init: markTyping, ...options });
        await window.ask('show', { path, line });
        await sleep(5000); // the rest of VS Code's start
        return window;
      };
      const windows = {
        with: await openWith({ extension: built }),
        without: await openWith({}),
        'without again': await openWith({}),
      };
      const slow = { with: [], without: [], 'without again': [] };
      const typing = (which) => async () => {
        const { page } = windows[which];
        await page.bringToFront();
        await windows[which].ask('run', { command: 'workbench.action.focusActiveEditorGroup' });
        await page.locator('.monaco-editor.focused').waitFor();
        const took = [];
        for (let key = 0; key < keysEach; key++) took.push(await typed(page));
        slow[which].push(percentile(took, 0.95));
        return percentile(took, 0.5);
      };
      const times = await contest(
        Object.fromEntries(Object.keys(windows).map((which) => [which, typing(which)])),
        rounds,
      );
      return {
        tokens: log.planted.length,
        vscode: served.version,
        control: ratios(times, 'without', 'without again'),
        ofWithout: ratios(times, 'without', 'with'),
        milliseconds: {
          with: summary(times.with),
          without: summary(times.without),
          'with, 95 of 100': summary(slow.with.slice(1)),
          'without, 95 of 100': summary(slow.without.slice(1)),
        },
      };
    });
  }
  return results;
}

async function typed(page) {
  await page.evaluate(() => window.benchListen());
  await page.keyboard.press('x');
  return await page.evaluate(() => window.benchTyped);
}
