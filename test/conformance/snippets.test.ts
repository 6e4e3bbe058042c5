import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillSnippet, fitsSnippet, type SnippetFacts } from '../../src/core/snippets/snippet';
import { signSnippets } from '../../src/core/snippets/signSnippets';
import { verifySnippets } from '../../src/core/snippets/verifySnippets';

/** Below the project, where Node finds its packages. */
const parent = 'out/test';
const secret = 'a secret of at least sixty-four octets, as HS512 wants it to be, and more';

/** What each algorithm's key is made with. */
const pairs = {
  RS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  PS384: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  EdDSA: () => generateKeyPairSync('ed25519'),
};

describe('snippets for Node, run with their libraries', function () {
  this.timeout(120_000);
  let folder = '';
  before(() => {
    mkdirSync(parent, { recursive: true });
    folder = mkdtempSync(join(parent, 'snippets-'));
    for (const [alg, make] of Object.entries(pairs)) {
      const { publicKey, privateKey } = make();
      writeFileSync(join(folder, `${alg}.pub`), publicKey.export({ type: 'spki', format: 'pem' }));
      writeFileSync(join(folder, `${alg}.key`), privateKey.export({ type: 'pkcs8', format: 'pem' }));
    }
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function run(
    task: 'verify' | 'sign',
    library: string,
    facts: SnippetFacts,
    token = '',
  ): { status: number | null; output: string } {
    const snippet = [...verifySnippets, ...signSnippets].find(
      (one) => one.task === task && one.library === library,
    )!;
    const file = join(folder, `${task}.mjs`);
    writeFileSync(file, fillSnippet(snippet, facts));
    const { status, stdout, stderr } = spawnSync(process.execPath, [file], {
      encoding: 'utf8',
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        TOKEN: token,
        JWT_SECRET: secret,
        JWT_PUBLIC_KEY_FILE: join(folder, `${facts.alg}.pub`),
        JWT_PRIVATE_KEY_FILE: join(folder, `${facts.alg}.key`),
      },
    });
    return { status, output: status === 0 ? stdout.trim() : stderr };
  }

  const libraries = ['jose (npm)', 'jsonwebtoken (npm)'];
  for (const library of libraries)
    for (const alg of ['HS256', ...Object.keys(pairs)]) {
      const facts = { alg, iss: 'https://a.example', aud: 'api', hasExpiry: true };
      const verifies = verifySnippets.find((one) => one.library === library)!;
      if (!fitsSnippet(verifies, facts)) continue;
      it(`${library} signs and verifies ${alg}, and refuses another audience or issuer`, () => {
        const signed = run('sign', library, facts);
        assert.equal(signed.status, 0, signed.output);
        for (const other of libraries) {
          if (
            !fitsSnippet(
              verifySnippets.find((one) => one.library === other)!,
              facts,
            )
          )
            continue;
          const verified = run('verify', other, facts, signed.output);
          assert.equal(verified.status, 0, verified.output);
          assert.match(verified.output, /sub: '42'/);
        }
        assert.notEqual(run('verify', library, { ...facts, aud: 'other' }, signed.output).status, 0);
        assert.notEqual(
          run('verify', library, { ...facts, iss: 'https://b.example' }, signed.output).status,
          0,
        );
      });
    }
});
