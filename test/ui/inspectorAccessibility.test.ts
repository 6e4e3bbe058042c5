import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { workbench } from './support/hooks';
import { tutorial } from './support/tutorial';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 AA, and what axe holds to be good practice besides. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

describe('the inspector, to people who see or move differently', () => {
  it('has no violation that axe can find, in any kind of theme', async () => {
    const window = workbench();
    await window.openFile('README.md');
    await window.editor.putCursor(tutorial.rs256Start, 5);
    await window.runCommand('JWT: Inspect Token');
    const page = await window.webviewFrame('.verdict');
    await page.locator('[data-question="signature"]', { hasText: 'Signature valid' }).waitFor();
    await page.evaluate(axeSource);
    for (const theme of ['light', 'dark', 'hcLight', 'hcDark'] as const) {
      await window.setTheme(theme);
      const found = await page.evaluate(async (only) => {
        for (const details of document.querySelectorAll('details')) details.open = true;
        const { axe } = globalThis as unknown as {
          axe: { run(options: { runOnly: readonly string[] }): Promise<AxeResults> };
        };
        const { violations } = await axe.run({ runOnly: only });
        return violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join('; ')}`,
        );
      }, rules);
      assert.deepEqual(found, [], theme);
    }
  });
});
