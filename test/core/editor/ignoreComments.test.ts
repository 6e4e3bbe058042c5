import assert from 'node:assert/strict';
import { commentIn } from '../../../src/core/editor/commentSyntax';
import {
  ignoreComment,
  ignoreMoreOn,
  ignoredInFile,
  ignoredOn,
  isIgnored,
} from '../../../src/core/editor/ignoreComments';

describe('comments that say what to ignore', () => {
  it('ignore all on their own line, or on the next', () => {
    assert.equal(ignoredOn('t = "eyJ…"  # claimcheck-ignore', undefined), 'all');
    assert.equal(ignoredOn('t = "eyJ…"', '// claimcheck-ignore-next-line'), 'all');
    assert.equal(ignoredOn('<!-- claimcheck-ignore -->', undefined), 'all');
  });

  it('ignore the rules they name, and give a reason', () => {
    for (const comment of [
      '# claimcheck-ignore expired, noExpiry',
      '# claimcheck-ignore: expired noExpiry',
      '# claimcheck-ignore expired,noExpiry because it is a test; unsecured is not',
    ])
      assert.deepEqual(ignoredOn(comment, undefined), new Set(['expired', 'noExpiry']), comment);
    assert.equal(ignoredOn('# claimcheck-ignore because it is expired', undefined), 'all');
  });

  it('add up', () => {
    assert.deepEqual(
      ignoredOn('// claimcheck-ignore expired', '// claimcheck-ignore-next-line unsecured'),
      new Set(['expired', 'unsecured']),
    );
  });

  it('are themselves, and no part of another word', () => {
    for (const line of [
      'claimcheck-ignored',
      'xclaimcheck-ignore',
      'claimcheck-ignore-next-line',
      'claimcheck',
      '',
    ])
      assert.deepEqual(ignoredOn(line, 'claimcheck-ignore'), new Set(), line);
    assert.equal(ignoredOn('claimcheck-ignored claimcheck-ignore', undefined), 'all');
  });

  it('speak for a file at its top only', () => {
    assert.equal(ignoredInFile('#!/bin/sh\n# claimcheck-ignore-file\n'), 'all');
    assert.deepEqual(ignoredInFile('// claimcheck-ignore-file expired\nx'), new Set(['expired']));
    assert.deepEqual(ignoredInFile(`${'\n'.repeat(10)}# claimcheck-ignore-file`), new Set());
    assert.deepEqual(ignoredInFile('# claimcheck-ignore'), new Set());
  });

  it('decide', () => {
    assert.ok(isIgnored('expired', new Set(), 'all'));
    assert.ok(isIgnored('expired', new Set(['expired'] as const)));
    assert.ok(!isIgnored('expired', new Set(['unsecured'] as const), new Set()));
  });

  it('are understood as they are written for each language', () => {
    for (const [language, expected] of [
      ['python', '# claimcheck-ignore-next-line expired, unsecured'],
      ['typescript', '// claimcheck-ignore-next-line expired, unsecured'],
      ['html', '<!-- claimcheck-ignore-next-line expired, unsecured -->'],
      ['css', '/* claimcheck-ignore-next-line expired, unsecured */'],
    ] as const) {
      const comment = commentIn(language, ignoreComment(['expired', 'unsecured']))!;
      assert.equal(comment, expected);
      assert.deepEqual(ignoredOn('', comment), new Set(['expired', 'unsecured']));
      assert.equal(ignoredOn('', commentIn(language, ignoreComment())), 'all');
    }
    for (const language of ['json', 'plaintext', 'log', ''])
      assert.equal(commentIn(language, 'x'), undefined);
  });

  it('take time linear in a line made of them', () => {
    const line = 'claimcheck-ignored'.repeat(100_000);
    const begin = performance.now();
    assert.deepEqual(ignoredOn(line, line), new Set());
    assert.ok(performance.now() - begin < 5000);
  });
});

describe('ignoreMoreOn', () => {
  it('adds to a mark that is there, and keeps its reason', () => {
    assert.equal(
      ignoreMoreOn('  # claimcheck-ignore-next-line expired: a fixture', ['unsecured']),
      '  # claimcheck-ignore-next-line expired, unsecured: a fixture',
    );
    assert.equal(
      ignoreMoreOn('<!-- claimcheck-ignore-next-line expired, noExpiry -->'),
      '<!-- claimcheck-ignore-next-line -->',
    );
    assert.equal(ignoreMoreOn('# claimcheck-ignore-next-line', ['expired']), '# claimcheck-ignore-next-line');
    assert.equal(ignoreMoreOn('# claimcheck-ignore', ['expired']), undefined);
  });
});
