import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostilePatterns, hostileText } from '../test/fuzz/hostile.mjs';
import { contest, ratios, summary, timed } from './contest.mjs';
import { jsonLine, makeLog } from './corpora.mjs';

/**
 * The compact tokens of our grammar, as near as a regular expression comes: what encodes a brace with white space before or
 * behind it, three segments or five, and the disclosures of an SD-JWT with its key binding. It cannot check a header, nor find
 * JSON serializations.
 */
const segment = '[A-Za-z0-9_-]';
const starts = 'eyJ|eyI|eyK|eyL|eyA|ewo|ewk|ew0|IHs|ICA|ICB|Cns|CiA|CiB|DQo|DQp|CXs|CQk';
const jws = `${segment}+\\.${segment}*\\.${segment}*`;
const rest = `${jws}(?:\\.${segment}*\\.${segment}*|~(?:${segment}+~)*(?:${jws})?)?`;
export const pattern = `(?:${starts})${rest}`;
/** What most people write, which finds fewer tokens. */
const plainPattern = `eyJ${rest}`;

/** An octet that stands in no corpus: to look for it is to read the text and do nothing. */
const absentOctet = 1;

/** Milliseconds of ripgrep on a file; it starts anew each time, as VS Code starts it. */
function ripgrepOn(rg, file, expression = pattern) {
  return () =>
    timed(() => {
      const run = spawnSync(rg, ['-j1', '-a', '--count-matches', '-e', expression, file], {
        timeout: 600_000,
      });
      if (run.status !== 0 && run.status !== 1) throw new Error(`ripgrep failed: ${run.stderr}`);
    });
}

/** Races the scanner on one corpus against its peers. Contenders that are missing leave their ratios out. */
async function race(log, { scan, rg, folder, rounds }) {
  const file = join(folder, 'corpus.log');
  writeFileSync(file, log.bytes);
  const twoBytes = `${log.text}\u0416`;
  // The engine joins the two halves on the first look at a character.
  twoBytes.charCodeAt(twoBytes.length - 1);
  const times = await contest(
    {
      ours: () => timed(() => scan(log.text)),
      'ours again': () => timed(() => scan(log.text)),
      'two bytes': () => timed(() => scan(twoBytes)),
      memchr: () => timed(() => log.bytes.indexOf(absentOctet)),
      ...(rg === undefined
        ? {}
        : {
            ripgrep: ripgrepOn(rg, file),
            'ripgrep eyJ': ripgrepOn(rg, file, plainPattern),
          }),
    },
    rounds,
  );
  rmSync(file);
  const found = scan(log.text);
  const starts = new Map(found.map((span) => [span.start, span.end - span.start]));
  const right = log.planted.filter(({ start, length }) => starts.get(start) === length).length;
  return {
    milliseconds: summary(times.ours).median,
    megabytesPerSecond: log.text.length / 1e3 / summary(times.ours).median,
    control: ratios(times, 'ours', 'ours again'),
    planted: log.planted.length,
    recall: log.planted.length === 0 ? 1 : right / log.planted.length,
    strays: found.length - right,
    ...(rg === undefined
      ? {}
      : { ripgrep: ratios(times, 'ours', 'ripgrep'), ripgrepEyJ: ratios(times, 'ours', 'ripgrep eyJ') }),
    memchr: ratios(times, 'ours', 'memchr'),
    twoBytes: ratios(times, 'two bytes', 'ours'),
  };
}

/** Goals 1 to 4: logs without tokens, with few and with many; and JSON, which is harder on us. */
export async function raceCorpora(context, say) {
  const { length, seed } = context;
  const corpora = {
    'no token': { every: 0 },
    'one token in 10 KB': { every: 10_000 },
    'one token in 500 B': { every: 500 },
    'JSON lines, no token': { every: 0, line: jsonLine },
  };
  const results = {};
  for (const [name, options] of Object.entries(corpora)) {
    say(`  ${name} …`);
    results[name] = await race(makeLog({ seed, length, ...options }), context);
  }
  const [none, sparse] = [results['no token'], results['one token in 10 KB']];
  sparse.microsecondsPerToken = ((sparse.milliseconds - none.milliseconds) * 1e3) / sparse.planted;
  return results;
}

/** Goal 5: texts made to be slow to search, at two lengths. */
export async function raceHostile({ scan, rg, folder, hostileLength, rounds }, say) {
  const results = {};
  for (const [name, { isJson = false, isDense = false }] of Object.entries(hostilePatterns)) {
    say(`  ${name} …`);
    const long = hostileText(name, hostileLength);
    // Ten of them, so that neither length comes from the processor's cache: it would hold one short text, but no long one.
    const short = Array.from({ length: 10 }, () => hostileText(name, hostileLength / 10));
    const file = join(folder, 'hostile.txt');
    writeFileSync(file, long, 'latin1');
    const peer = rg !== undefined && !isJson && !isDense ? { ripgrep: ripgrepOn(rg, file) } : {};
    const times = await contest(
      {
        long: () => timed(() => scan(long)),
        'long again': () => timed(() => scan(long)),
        short: () => timed(() => short.map((text) => scan(text))),
        ...peer,
      },
      rounds,
    );
    rmSync(file);
    const growth = summary(times.long.map((took, round) => (10 * took) / times.short[round]));
    results[name] = {
      isPeerLess: isJson || isDense,
      control: ratios(times, 'long', 'long again'),
      megabytesPerSecond: long.length / 1e3 / summary(times.long).median,
      growth,
      ...(times.ripgrep ? { ripgrep: ratios(times, 'long', 'ripgrep') } : {}),
    };
  }
  return results;
}
