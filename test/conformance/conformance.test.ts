import assert from 'node:assert/strict';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { conformance } from './conformance';
import type { CaseResult, Runner } from './runner';

/** A runner that hands out the results the file itself lists, and notes the folder it was given. */
const folders: string[] = [];
const echo: Runner = async function* (file, place) {
  folders.push(place.folder);
  for (const result of (file as { results: readonly (CaseResult & { error?: string })[] }).results) {
    if (result.error !== undefined) throw new Error(await Promise.resolve(result.error));
    yield result;
  }
};
const formats = new Map([['echo/1', echo]]);
const passed = { id: 'fine', passed: true };
const failed = { id: 'broken', passed: false, expected: 'this', got: 'that' };

describe('conformance', () => {
  let folder: string;
  let printed: string[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vectors-'));
    printed = [];
  });
  afterEach(() => rm(folder, { recursive: true }));

  const write = async (name: string, content: unknown): Promise<string> => {
    const file = join(folder, name);
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  };
  const run = (...files: readonly string[]): Promise<boolean> =>
    conformance({
      files: files.length > 0 ? files : undefined,
      folder: pathToFileURL(`${folder}/`),
      print: (line) => printed.push(line),
      formats,
    });
  const last = (): string | undefined => printed.at(-1);

  it('counts what passes and closes with the counts', async () => {
    assert.equal(await run(await write('a.json', { format: 'echo/1', results: [passed, passed] })), true);
    assert.equal(last(), '2 passed, 0 failed');
    assert.match(printed[0], /a\.json: 2 passed, 0 failed$/);
    assert.equal(folders.at(-1), folder);
  });

  it('prints a failing case with what was expected and what came', async () => {
    assert.equal(await run(await write('a.json', { format: 'echo/1', results: [passed, failed] })), false);
    assert.equal(printed[0], 'FAILED broken: expected this; got that');
    assert.equal(last(), '1 passed, 1 failed');
  });

  it('prints a long value on one line and cut', async () => {
    const long = { ...failed, expected: 'two\nlines', got: 'x'.repeat(1000) };
    await run(await write('a.json', { format: 'echo/1', results: [long, { id: 'bare', passed: false }] }));
    assert.equal(printed[0], `FAILED broken: expected two lines; got ${'x'.repeat(200)}… (1000 characters)`);
    assert.equal(printed[1], 'FAILED bare: expected pass; got nothing');
  });

  it('leaves cases out by rule, and says how many by which', async () => {
    const results = [
      passed,
      { ...failed, leftOut: 'rule A' },
      { ...passed, leftOut: 'rule A' },
      { ...passed, leftOut: 'B' },
    ];
    assert.equal(await run(await write('a.json', { format: 'echo/1', results })), true);
    assert.match(printed[0], /1 passed, 0 failed; left out by rule: 2 \(rule A\), 1 \(B\)$/);
  });

  for (const [what, content] of Object.entries({
    'a file of an unknown format': { format: 'echo/2', results: [passed] },
    'a file without a format': { results: [passed] },
    'a file whose format is no text': { format: 1, results: [passed] },
    'a file that is a list': [],
    'a file that is no JSON': '{"format":"echo/1"',
    'an empty file': '',
    'a file without cases': { format: 'echo/1', results: [] },
    'a file of which every case is left out': { format: 'echo/1', results: [{ ...passed, leftOut: 'rule' }] },
    'a file without the list of its format': { format: 'echo/1' },
    'a file whose runner gives up half way': { format: 'echo/1', results: [{ error: 'gave up' }] },
  })) {
    it(`counts ${what} as one failure`, async () => {
      assert.equal(await run(await write('a.json', content)), false);
      assert.match(printed[0], /^FAILED .*a\.json: /);
      assert.equal(last(), '0 passed, 1 failed');
    });
  }

  it('counts a missing file as one failure and runs the others', async () => {
    const fine = await write('b.json', { format: 'echo/1', results: [passed] });
    assert.equal(await run(join(folder, 'missing.json'), fine), false);
    assert.equal(last(), '1 passed, 1 failed');
  });

  it('keeps the cases counted before a runner gave up', async () => {
    await run(await write('a.json', { format: 'echo/1', results: [passed, { error: 'gave up' }, passed] }));
    assert.equal(last(), '1 passed, 1 failed');
  });

  it('without a file runs every one of a known format in the folder and below', async () => {
    await mkdir(join(folder, 'sub'));
    await write('a.json', { format: 'echo/1', results: [passed] });
    await write(join('sub', 'b.json'), { format: 'echo/1', results: [passed, passed] });
    await write('key.json', { kty: 'oct' });
    await write('other.json', { format: 'other/1' });
    await write('broken-key.json', '{"kty":');
    await write('notes.txt', '{"format":"echo/1","results":[]}');
    assert.equal(await run(), true);
    assert.equal(last(), '3 passed, 0 failed');
  });

  it('without a file counts a damaged one that names a known format as a failure', async () => {
    await write('a.json', { format: 'echo/1', results: [passed] });
    await write('b.json', '{ "format": "echo/1", "results": [');
    assert.equal(await run(), false);
    assert.equal(last(), '1 passed, 1 failed');
  });

  it('without a file fails where there is none', async () => {
    assert.equal(await run(), false);
    assert.equal(last(), '0 passed, 1 failed');
  });
});
