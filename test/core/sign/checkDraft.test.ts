import assert from 'node:assert/strict';
import { blocksSigning, checkDraft } from '../../../src/core/sign/checkDraft';
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
});
