import { createSign, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomFrom } from '../test/fuzz/random.mjs';
import { contest, percentile, ratios, summary } from './contest.mjs';
import { makeLog } from './corpora.mjs';
import { buildExtension, restingExtension, tinyExtension } from './served/extensions.mjs';
import { withServedVsCode } from './served/windows.mjs';

/** What is hovered: octets of the document, and how many tokens stand in it. */
const documents = {
  '1 KB, 1 token': { length: 1000, tokens: 1 },
  '100 KB, 100 tokens': { length: 100_000, tokens: 100 },
  '1 MB, 5,000 tokens': { length: 1_300_000, tokens: 5000 },
  '10 MB, 1 token': { length: 10_000_000, tokens: 1 },
  '10 MB, 5,000 tokens': { length: 10_000_000, tokens: 5000 },
};
const smallest = '1 KB, 1 token';
const hoversEach = 20;
const constant = 'Nothing but a constant.';
const constantHover = `
const vscode = require('vscode');
exports.activate = (context) => {
  const hover = new vscode.Hover(new vscode.MarkdownString(${JSON.stringify(constant)}));
  context.subscriptions.push(vscode.languages.registerHoverProvider({ scheme: '*' }, { provideHover: () => hover }));
};`;

/** Signs ES256 tokens, and writes the key that verifies them where the extension finds it. */
function signer(workspace) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'bench', alg: 'ES256', use: 'sig' };
  writeFileSync(join(workspace, 'jwks.json'), JSON.stringify({ keys: [jwk] }));
  const encoded = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const header = encoded({ alg: 'ES256', kid: 'bench' });
  return (claims) => {
    const input = `${header}.${encoded(claims)}`;
    const signature = createSign('SHA256').update(input).sign({ key: privateKey, dsaEncoding: 'ieee-p1363' });
    return `${input}.${signature.toString('base64url')}`;
  };
}

/** A log with tokens evenly among its lines; answers where they stand. */
function writeDocument(path, { length, tokens }, { sign, seed }) {
  const exp = Math.floor(Date.now() / 1000) + 86_400;
  const kept = Math.max(length - tokens * 190, 300);
  const lines = makeLog({ seed, length: kept, every: 0 }).text.trimEnd().split('\n');
  const step = lines.length / tokens;
  const text = [];
  const places = [];
  for (const [index, line] of lines.entries()) {
    while (places.length < tokens && places.length * step <= index) {
      places.push({ line: text.length, character: 20 });
      text.push(`token=${sign({ sub: `u${places.length}`, exp })}`);
    }
    text.push(line);
  }
  writeFileSync(path, `${text.join('\n')}\n`);
  return places;
}

/**
 * Goal 10, in windows of a served VS Code with one extension each: how long our hover provider takes by itself, and its
 * round trip (`vscode.executeHoverProvider`) against that of an extension that answers with a constant.
 */
export async function raceHover({ folder, rounds, seed }, say) {
  const workspace = join(folder, 'hover');
  mkdirSync(workspace);
  const sign = signer(workspace);
  const ours = restingExtension(folder, await buildExtension(folder));
  const theirs = tinyExtension(folder, 'constant', constantHover, { events: ['*'] });
  const random = randomFrom(seed);
  const open = async (served, extension) => await served.open({ workspace, extension });
  return await withServedVsCode({ folder }, async (served) => {
    const windows = {
      ours: await open(served, ours),
      constant: await open(served, theirs),
      'constant again': await open(served, theirs),
    };
    const id = 'claimcheck.claimcheck';
    await windows.ours.ask('watchHovers', { id });
    await windows.ours.ask('activate', { id });
    const results = {};
    for (const [name, document] of Object.entries(documents)) {
      say(`  ${name} …`);
      const path = join(workspace, `${Object.keys(results).length}.log`);
      const places = writeDocument(path, document, { sign, seed });
      for (const { ask } of Object.values(windows)) await ask('show', { path });
      results[name] = await raceOne(windows, { path, places, random, rounds });
      for (const { ask } of Object.values(windows)) await ask('closeAll');
    }
    const own = (name) => results[name].own;
    return {
      vscode: served.version,
      documents: results,
      growth: Object.fromEntries(
        Object.keys(documents)
          .filter((name) => name !== smallest)
          .map((name) => [name, scaled(own(name), own(smallest).median)]),
      ),
    };
  });
}

async function raceOne(windows, { path, places, random, rounds }) {
  const slowest = [];
  const medians = [];
  const hovering = (name, wants) => async () => {
    const chosen = Array.from({ length: hoversEach }, () => random.pick(places));
    const { roundTrips, own } = await windows[name].ask('hovers', { path, places: chosen, wants });
    if (name === 'ours') {
      slowest.push(percentile(own, 0.95));
      medians.push(percentile(own, 0.5));
    }
    return percentile(roundTrips, 0.5);
  };
  const times = await contest(
    {
      // The word of a signature that was verified: nothing less is worth timing.
      ours: hovering('ours', 'Signature valid'),
      constant: hovering('constant', constant),
      'constant again': hovering('constant again', constant),
    },
    rounds,
  );
  return {
    control: ratios(times, 'constant', 'constant again'),
    own: summary(medians.slice(1)),
    ownSlow: summary(slowest.slice(1)),
    ofConstant: ratios(times, 'constant', 'ours'),
    milliseconds: { ours: summary(times.ours), constant: summary(times.constant) },
  };
}

function scaled({ min, median, max }, by) {
  return { min: min / by, median: median / by, max: max / by };
}
