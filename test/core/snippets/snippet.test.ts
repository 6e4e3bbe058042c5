import assert from 'node:assert/strict';
import { fillSnippet, fitsSnippet, type SnippetFacts } from '../../../src/core/snippets/snippet';
import { signSnippets } from '../../../src/core/snippets/signSnippets';
import { verifySnippets } from '../../../src/core/snippets/verifySnippets';

const algorithms = ['HS256', 'RS256', 'PS384', 'ES256', 'EdDSA'];
const facts = (alg: string): SnippetFacts => ({ alg, iss: 'https://a.example', aud: 'api', hasExpiry: true });
const all = [...verifySnippets, ...signSnippets];

describe('snippets', () => {
  it('are there for each library, to verify and to sign', () => {
    const libraries = (task: string): string[] =>
      all.filter((one) => one.task === task).map(({ library }) => library);
    assert.equal(new Set(libraries('verify')).size, 10);
    assert.deepEqual(libraries('verify'), libraries('sign'));
  });

  for (const snippet of all)
    for (const alg of algorithms.filter((one) => fitsSnippet(snippet, facts(one))))
      it(`of ${snippet.library} ${snippet.task} ${alg} with all said that can be said, and nothing left to fill in`, () => {
        const text = fillSnippet(snippet, facts(alg));
        assert.doesNotMatch(text, /\{(?:alg|hash|aud|iss|required|requiredSingle)\}|^\[/m);
        assert.match(text, alg.startsWith('HS') ? /JWT_SECRET/ : /JWT_(PUBLIC|PRIVATE)_KEY_FILE/);
        assert.match(text, /\bapi\b/);
        assert.match(text, /https:\/\/a\.example/);
        assert.match(text, new RegExp(alg === 'EdDSA' ? 'EdDSA|Ed' : alg.slice(-3)));
        assert.doesNotMatch(text, /['"]none['"]|verify\w*: false|insecure/i);
        if (snippet.task === 'verify') assert.match(text, /TOKEN/);
        else assert.match(text, /15/);
      });

  it('choose their lines by the kind of key and the claims there are', () => {
    const text =
      '[secret] a\n[!secret] b\n[rsa aud] c\n[rsa !aud] d\n[ec] e {hash}\n[ed] f{hash}\n{required}';
    const template = {
      library: 'x',
      task: 'verify',
      languageId: 'y',
      algorithms: /^..\d|^Ed/,
      text,
    } as const;
    for (const [alg, aud, lines] of [
      ['HS256', undefined, 'a|"exp"'],
      ['RS256', 'api', 'b|c|"exp", "aud"'],
      ['PS384', undefined, 'b|d|"exp"'],
      ['ES512', undefined, 'b|e 512|"exp"'],
      ['EdDSA', undefined, 'b|f|"exp"'],
    ] as const)
      assert.equal(
        fillSnippet(template, { alg, aud, hasExpiry: true }),
        `${lines.replaceAll('|', '\n')}\n`,
        alg,
      );
    assert.ok(fitsSnippet(template, facts('ES256')));
    assert.ok(!fitsSnippet(template, facts('XX256')), 'no kind of key');
  });

  it('say what the token lacks instead of expecting it', () => {
    for (const snippet of verifySnippets) {
      const text = fillSnippet(snippet, { alg: 'HS256', hasExpiry: false });
      assert.doesNotMatch(text, /issuer\.example|your-audience|"exp"|'exp'/, snippet.library);
    }
  });

  it('take nothing out of a token that could mean something in code', () => {
    const hostile = [
      '"; process.exit() //',
      "');drop('",
      '#{`id`}',
      '$(id)',
      '${x}',
      '{{x}}',
      '\\u0022',
      'a\nb',
      ' # x',
      '<?php',
      'ä',
      '',
    ];
    for (const snippet of all)
      for (const value of hostile) {
        const text = fillSnippet(snippet, { alg: 'HS256', iss: value, aud: value, hasExpiry: true });
        const plain = fillSnippet(snippet, {
          alg: 'HS256',
          iss: 'https://issuer.example',
          aud: 'your-audience',
          hasExpiry: true,
        });
        assert.equal(text, plain, `${snippet.library}: ${value}`);
      }
  });

  it('are none for what has no signature, or that a library cannot do', () => {
    for (const snippet of all)
      for (const alg of ['none', '', 'XS256', 'HS256; x', 'ML-DSA-44', 'constructor'])
        assert.ok(!fitsSnippet(snippet, { alg, hasExpiry: true }), `${snippet.library} ${alg}`);
    const jsonwebtoken = verifySnippets.find(({ library }) => library === 'jsonwebtoken (npm)')!;
    assert.ok(!fitsSnippet(jsonwebtoken, facts('EdDSA')));
  });
});
