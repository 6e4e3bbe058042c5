import assert from 'node:assert/strict';
import { isInsideFolder, readKeyReferences } from '../../../src/host/keys/keyReference';

describe('the setting that says where keys are', () => {
  for (const [entry, reference] of [
    [{ file: 'keys/a.pem' }, { kind: 'file', file: 'keys/a.pem' }],
    [
      { file: './a.pem', kid: 'k' },
      { kind: 'file', file: './a.pem', kid: 'k' },
    ],
    [
      { file: 'a.txt', encoding: 'hex' },
      { kind: 'file', file: 'a.txt', encoding: 'hex' },
    ],
    [{ file: 'file:///home/me/a.pem' }, { kind: 'file', file: 'file:///home/me/a.pem' }],
    [{ secret: 'my api' }, { kind: 'secret', secret: 'my api', encoding: 'utf8' }],
    [
      { secret: 'my api', encoding: 'base64url', kid: 'k' },
      { kind: 'secret', secret: 'my api', encoding: 'base64url', kid: 'k' },
    ],
    [{ jwks: 'https://a.example/jwks' }, { kind: 'jwks', jwks: 'https://a.example/jwks' }],
    // What is empty or of another type is not there.
    [
      { secret: '', jwks: '', file: 'a.pem' },
      { kind: 'file', file: 'a.pem' },
    ],
    [
      { secret: 7, jwks: 7, file: 'a.pem', kid: 7 },
      { kind: 'file', file: 'a.pem' },
    ],
  ] as const)
    it(`reads ${JSON.stringify(entry)}`, () => {
      assert.deepEqual(readKeyReferences([entry]), { references: [reference], faults: [] });
    });

  for (const [entry, code] of [
    ['keys/a.pem', 'notObject'],
    [null, 'notObject'],
    [['a.pem'], 'notObject'],
    [{}, 'noPlace'],
    [{ file: '' }, 'noPlace'],
    [{ file: 7 }, 'noPlace'],
    [{ file: 'a.txt', encoding: 'rot13' }, 'encoding'],
    [{ file: 'a.txt', encoding: null }, 'encoding'],
    [{ file: '../a.pem' }, 'outsideFolder'],
    [{ file: '/etc/a.pem' }, 'outsideFolder'],
    ...['k', 'value', 'text', 'pem', 'password', 'passphrase', 'd'].map(
      (name) => [{ file: 'a.pem', [name]: 'x' }, 'holdsSecret'] as const,
    ),
  ] as const)
    it(`passes over ${JSON.stringify(entry)}, and tells of it: ${code}`, () => {
      assert.deepEqual(readKeyReferences([{ file: 'a.pem' }, entry]), {
        references: [{ kind: 'file', file: 'a.pem' }],
        faults: [{ index: 1, code }],
      });
    });

  it('is empty where it is no list', () => {
    for (const setting of [undefined, null, 'a.pem', { file: 'a.pem' }])
      assert.deepEqual(readKeyReferences(setting), { references: [], faults: [] });
  });
});

describe('a relative path', () => {
  for (const path of [
    'a.pem',
    'a/b.pem',
    './a',
    'a/../b',
    'a\\..\\b',
    'a/./../b',
    'a//b/../../c',
    '...',
    'a~',
    'x-y',
  ])
    it(`stays in its folder: ${path}`, () => {
      assert.equal(isInsideFolder(path), true);
    });

  const outside = ['..', '../a', 'a/../../b', 'a\\..\\..\\b', './..', 'a/./../..', 'a//../..', 'a/../..'];
  const elsewhere = [
    '/a',
    '\\a',
    '\\\\host\\a',
    'C:\\a',
    'c:a',
    '~/a',
    'file:///a',
    'https://a.example/b',
    'VSCODE-remote://a',
  ];
  for (const path of [...outside, ...elsewhere])
    it(`leads out of its folder: ${path}`, () => {
      assert.equal(isInsideFolder(path), false);
    });
});
