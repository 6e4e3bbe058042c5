import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bundle } from './bundles.mjs';
import { contest, leastRounds, ratios, summary } from './contest.mjs';
import { buildExtension, tinyExtension } from './served/extensions.mjs';
import { markPaint, markLongTasks } from './served/pageMarks.mjs';
import { withServedVsCode } from './served/windows.mjs';

const require = createRequire(import.meta.url);
const encoded = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = (claims) =>
  `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(claims)}.${'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'}`;

/** Tokens of about a million characters: few claims of which one is long, and many. */
const largeTokens = {
  'one long claim': token({ sub: '42', text: 'lorem ipsum '.repeat(62_000) }),
  'a list of 15,000 claims': token({
    sub: '42',
    list: Array.from({ length: 15_000 }, (_, n) => ({ id: n, scope: 'read write all', on: true })),
  }),
};

/** Shows the panel of nobody: our page's shell and policy, a script that says `ready` and shows what it is told then. */
const blankPanel = (html) => `
const vscode = require('vscode');
exports.activate = (context) => {
  const show = () => {
    const panel = vscode.window.createWebviewPanel('blank', 'Blank',
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, { enableScripts: true, localResourceRoots: [context.extensionUri] });
    const { webview } = panel;
    webview.onDidReceiveMessage(() => webview.postMessage('Nothing but a word.'));
    const uriOf = (name) => webview.asWebviewUri(vscode.Uri.joinPath(context.extensionUri, name)).toString();
    webview.html = ${JSON.stringify(html)}
      .replaceAll('{csp}', webview.cspSource).replaceAll('{script}', uriOf('page.js')).replaceAll('{style}', uriOf('page.css'));
  };
  context.subscriptions.push(vscode.commands.registerCommand('bench.blank', show));
};`;
const blankScript = `
const { postMessage } = acquireVsCodeApi();
addEventListener('message', ({ data }) => { document.getElementById('inspector').textContent = data; }, { once: true });
postMessage('ready');`;

/**
 * Goal 13: how soon the panel paints, in a served VS Code, against a panel that shows one word under the same policy; and
 * whether the page, by itself in the browser, ever holds up the window while it shows a token of a megabyte.
 */
export async function raceInspector({ folder, rounds }) {
  const workspace = join(folder, 'inspector');
  mkdirSync(workspace);
  const file = join(workspace, 'token.txt');
  writeFileSync(file, `${token({ sub: '42', iss: 'https://issuer.example', exp: 2_000_000_000 })}\n`);
  const built = await buildExtension(folder);
  const { pageHtml } = require((await bundle('inspectorHtml.mjs', folder)).path);
  const shell = { nonce: '00112233445566778899aabbccddeeff', locale: 'en', title: 'Blank' };
  const html = pageHtml({ ...shell, cspSource: '{csp}', scriptUri: '{script}', styleUri: '{style}' });
  const blank = tinyExtension(folder, 'blank', blankPanel(html), { events: ['*'] });
  writeFileSync(join(blank, 'page.js'), blankScript);
  writeFileSync(join(blank, 'page.css'), '#inspector { padding: 1em }\n');
  return await withServedVsCode({ folder, installed: [blank] }, async (served) => {
    const { browser, open } = served;
    const window = await open({ workspace, extension: built, init: markPaint });
    await window.ask('activate', { id: 'claimcheck.claimcheck' }).catch(() => undefined);
    await window.ask('show', { path: file });
    const uri = await window.ask('uriOf', { path: file });
    const whole = { ours: [], blank: [], 'blank again': [] };
    const showing = (name, command, args) => async () => {
      await window.ask('run', { command, args });
      const { ready, paint } = await painted(window.page);
      whole[name].push(paint);
      await window.ask('run', { command: 'workbench.action.closeEditorsInOtherGroups' });
      await gone(window.page);
      return paint - ready;
    };
    const times = await contest(
      {
        ours: showing('ours', 'claimcheck.inspectToken', [{ uri, line: 0, character: 5 }]),
        blank: showing('blank', 'bench.blank'),
        'blank again': showing('blank again', 'bench.blank'),
      },
      2 * rounds,
    );
    for (const paints of Object.values(whole)) paints.shift();
    await window.close();
    return {
      vscode: served.version,
      control: ratios(times, 'blank', 'blank again'),
      afterReady: ratios(times, 'blank', 'ours'),
      wholeControl: ratios(whole, 'blank', 'blank again'),
      whole: ratios(whole, 'blank', 'ours'),
      longest: await longestTasks(browser, { built, pageHtml, shell, rounds }),
      milliseconds: {
        'ready to paint, ours': summary(times.ours),
        'ready to paint, blank': summary(times.blank),
        'page begun to paint, ours': summary(whole.ours),
        'page begun to paint, blank': summary(whole.blank),
      },
    };
  });
}

/** When the panel's page said `ready`, and when it first painted; milliseconds since it began. */
async function painted(page) {
  for (let n = 0; n < 600; n++) {
    for (const frame of page.frames()) {
      const marks = await frame.evaluate(() => window.benchMarks).catch(() => undefined);
      if (marks?.ready !== undefined && marks.paint !== undefined) return marks;
    }
    await sleep(20);
  }
  throw new Error('The panel never painted.');
}

async function gone(page) {
  for (let n = 0; n < 600; n++) {
    const marks = await Promise.all(
      page.frames().map((frame) => frame.evaluate(() => window.benchMarks?.ready).catch(() => undefined)),
    );
    if (marks.every((ready) => ready === undefined)) return;
    await sleep(20);
  }
  throw new Error('The panel never went.');
}

/** Milliseconds of the longest task that the page makes of a large token, folded as it comes; 0 where none is over 50. */
async function longestTasks(browser, { built, pageHtml, shell, rounds }) {
  const results = {};
  for (const [name, text] of Object.entries(largeTokens)) {
    const longest = [];
    for (let round = -1; round < Math.max(rounds, leastRounds); round++) {
      const took = await longestTask(browser, { built, pageHtml, shell, text });
      if (round >= 0) longest.push(took);
    }
    results[name] = summary(longest);
  }
  return results;
}

async function longestTask(browser, { built, pageHtml, shell, text }) {
  const origin = 'http://panel.test';
  const html = pageHtml({
    ...shell,
    cspSource: origin,
    scriptUri: `${origin}/inspector.js`,
    styleUri: `${origin}/inspector.css`,
  });
  const bodies = {
    '/': ['text/html; charset=utf-8', html],
    '/inspector.js': [
      'text/javascript; charset=utf-8',
      readFileSync(join(built, 'dist', 'inspector.js'), 'utf8'),
    ],
    '/inspector.css': ['text/css; charset=utf-8', readFileSync(join(built, 'dist', 'inspector.css'), 'utf8')],
  };
  const context = await browser.newContext({ viewport: { width: 640, height: 900 } });
  try {
    const page = await context.newPage();
    await page.route('**/*', (route) => {
      const [contentType, body] = bodies[new URL(route.request().url()).pathname] ?? [];
      return body === undefined ? route.abort() : route.fulfill({ contentType, body });
    });
    await page.addInitScript(markLongTasks, text);
    await page.goto(`${origin}/`);
    await sleep(300);
    return await page.evaluate(() => window.benchLongest());
  } finally {
    await context.close();
  }
}
