import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inspectToken } from '../../src/core/inspect/inspectToken';
import { parseToken } from '../../src/core/jose/parseToken';
import { cutSegments } from '../../src/inspector/segments';

const piecesOf = (text: string): readonly (readonly [string | undefined, string])[] =>
  cutSegments(text, inspectToken(parseToken(text), 0).segments).map((piece) => [
    piece.segment?.name,
    piece.text,
  ]);

describe('cutSegments', () => {
  it('cuts a JWS into three parts and the dots between', () => {
    assert.deepEqual(piecesOf('eyJhbGciOiJIUzI1NiJ9.e30.c2ln'), [
      ['header', 'eyJhbGciOiJIUzI1NiJ9'],
      [undefined, '.'],
      ['payload', 'e30'],
      [undefined, '.'],
      ['signature', 'c2ln'],
    ]);
  });

  it('cuts a JWE into five', () => {
    const names = piecesOf('eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0.AA.AAAA.AAAA.AAAA').map(([name]) => name);
    assert.deepEqual(
      names.filter((name) => name !== undefined),
      ['header', 'encryptedKey', 'initializationVector', 'ciphertext', 'authenticationTag'],
    );
  });

  it('keeps every character, whatever the segments say', () => {
    const span = fc.record({
      start: fc.integer({ min: -2, max: 30 }),
      end: fc.integer({ min: -2, max: 30 }),
    });
    const segments = fc.array(fc.record({ name: fc.constantFrom('header', 'payload'), span }));
    fc.assert(
      fc.property(fc.string({ maxLength: 24 }), segments, (text, given) => {
        const pieces = cutSegments(text, given);
        assert.equal(pieces.map((piece) => piece.text).join(''), text);
      }),
    );
  });
});
