import assert from 'node:assert/strict';
import { blocksSigning, checkDraft } from '../../../src/core/sign/checkDraft';
import { publicPart } from '../../../src/core/keys/jwk';
import { aPair } from '../../support/keyMaterial';

const good = { headerText: '{"alg":"ES256","typ":"JWT"}', payloadText: '{"sub":"x"}' };

describe('checkDraft', () => {
  it('finds nothing wrong with a good draft and its key', () => {
    const checked = checkDraft(good, aPair('P-256').material);
    assert.deepEqual(checked, { draft: good, alg: 'ES256', problems: [] });
  });

  it('places a fault of JSON in its own text', () => {
    const { problems } = checkDraft({ ...good, payloadText: '{"sub": nope}' });
    const [problem] = problems;
    assert.ok(problems.length === 1 && problem.code === 'json.syntax');
    assert.equal(problem.facts.segment, 'payload');
    assert.deepEqual(problem.span, { start: 8, end: 9 });
    assert.equal(blocksSigning(problem), false);
  });

  it('places a name that is there twice, which blocks in a header only', () => {
    const { problems } = checkDraft({
      headerText: '{"alg":"ES256","kid":"a","kid":"b"}',
      payloadText: '{"a":1,"a":2}',
    });
    assert.deepEqual(
      problems.map((problem) => [problem.code, problem.span, blocksSigning(problem)]),
      [
        ['json.duplicateName', { start: 25, end: 30 }, true],
        ['json.duplicateName', { start: 7, end: 10 }, false],
      ],
    );
  });

  it('advises that claims be an object', () => {
    const { problems } = checkDraft({ ...good, payloadText: '[1]' });
    assert.deepEqual(problems[0]?.code, 'json.notObject');
    assert.equal(problems.some(blocksSigning), false);
  });

  it('tells what kind of key was expected and found', () => {
    const rsa = aPair('RSA-2048').material;
    assert.deepEqual(checkDraft(good, rsa).problems, [
      { code: 'alg.keyMismatch', facts: { alg: 'ES256', expected: 'EC P-256', found: 'RSA' } },
    ]);
    const other = checkDraft({ ...good, headerText: '{"alg":"EdDSA"}' }, aPair('X25519').material);
    assert.deepEqual(other.problems[0]?.facts, {
      alg: 'EdDSA',
      expected: 'OKP Ed25519 or Ed448',
      found: 'OKP X25519',
    });
  });

  const wrong: readonly (readonly [note: string, headerText: string, problem: object, blocks: boolean])[] = [
    ['no algorithm', '{}', { code: 'header.missing', facts: { name: 'alg' } }, true],
    [
      'an algorithm nobody knows',
      '{"alg":"XY"}',
      { code: 'alg.unknown', facts: { alg: 'XY' }, span: { start: 7, end: 11 } },
      true,
    ],
    [
      'half of a surrogate pair',
      '{"alg":"ES256","kid":"\ud800"}',
      {
        code: 'utf8.invalid',
        facts: { segment: 'header', octet: 22 },
        span: { start: 22, end: 23 },
      },
      true,
    ],
  ];
  for (const [note, headerText, problem, blocks] of wrong)
    it(`tells of ${note}, and where`, () => {
      const { problems } = checkDraft({ ...good, headerText });
      assert.deepEqual(problems, [problem]);
      assert.equal(problems.every(blocksSigning), blocks);
    });

  it('asks for a private key where the public half would fit', () => {
    const half = publicPart(aPair('P-256').material);
    assert.ok(half);
    assert.deepEqual(checkDraft(good, half).problems[0]?.facts, {
      alg: 'ES256',
      expected: 'EC P-256',
      found: 'public EC P-256',
    });
  });

  it('names no curve where the algorithm has none', () => {
    const draft = { ...good, headerText: '{"alg":"RS256"}' };
    assert.deepEqual(checkDraft(draft, aPair('P-256').material).problems[0]?.facts, {
      alg: 'RS256',
      expected: 'RSA',
      found: 'EC P-256',
    });
  });
});
