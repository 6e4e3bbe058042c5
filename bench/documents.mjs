import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contest, ratios, summary } from './contest.mjs';
import { makeLog } from './corpora.mjs';
import { withServedVsCode } from './served/windows.mjs';

/**
 * Goals 6 and 7, in the extension host of a served VS Code: what following an edit costs in a large document, and the first
 * scan of one, against one `getText()` of it.
 */
export async function raceDocuments({ folder, rounds, seed }) {
  const workspace = join(folder, 'documents');
  mkdirSync(workspace);
  const files = Object.fromEntries(
    [1, 10].map((megabytes) => {
      const path = join(workspace, `${megabytes}.log`);
      writeFileSync(path, makeLog({ seed, length: megabytes * 1e6, every: 10_000 }).bytes);
      return [megabytes, path];
    }),
  );
  const [path, small] = [files[10], files[1]];
  return await withServedVsCode({ folder }, async ({ open, version }) => {
    const { ask } = await open({ workspace });
    for (const file of Object.values(files)) await ask('show', { path: file });
    const edits = await contest(
      {
        edit: () => ask('handlerTime', { path }),
        'edit again': () => ask('handlerTime', { path }),
        'edit, 1 MB': () => ask('handlerTime', { path: small }),
        'edit, left alone': () => ask('handlerTime', { path, isIndexed: false }),
        getText: () => ask('getTextTime', { path }),
      },
      rounds,
    );
    const longest = [];
    const scan = async () => {
      const scanned = await ask('firstScan', { path });
      longest.push(scanned.longest);
      return scanned.total;
    };
    const scans = await contest(
      { scan, 'scan again': scan, getText: () => ask('getTextTime', { path, isTop: true }) },
      rounds,
    );
    return {
      vscode: version,
      edit: {
        control: ratios(edits, 'edit', 'edit again'),
        // Part of the other's time: below 1 is faster than it.
        ofGetText: ratios(edits, 'getText', 'edit'),
        ofSmall: ratios(edits, 'edit, 1 MB', 'edit'),
        leftAlone: ratios(edits, 'getText', 'edit, left alone'),
      },
      scan: {
        control: ratios(scans, 'scan', 'scan again'),
        ofGetText: ratios(scans, 'getText', 'scan'),
        // The round that does not count warms this up too.
        longest: summary(longest.slice(2)),
      },
      milliseconds: {
        'edit followed, 10 MB': summary(edits.edit),
        'edit followed, 1 MB': summary(edits['edit, 1 MB']),
        'edit, 10 MB, left alone as it ships': summary(edits['edit, left alone']),
        'getText() behind an edit, 10 MB': summary(edits.getText),
        'first scan, 10 MB': summary(scans.scan),
      },
    };
  });
}
