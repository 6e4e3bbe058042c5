import assert from 'node:assert/strict';
import { parseToken } from '../../src/core/jose/parseToken';
import { serializeToken } from '../../src/core/jose/serialize';
import type { Segment, Token } from '../../src/core/jose/token';
import { mutated } from './mutate';
import type { Target } from './target';

/** Parsing keeps the text, and says of each segment and problem where it stands. */
export const parseTarget: Target = {
  make: mutated,
  run: (text) => {
    const token = parseToken(text);
    assert.equal(token.text, text);
    assert.equal(serializeToken(token), text);
    for (const { span } of token.problems)
      if (span)
        assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, JSON.stringify(span));
    if (token.kind !== 'malformed' && token.serialization === 'compact' && token.problems.length === 0)
      for (const segment of compactSegments(token))
        assert.equal(text.slice(segment.span.start, segment.span.end), segment.text);
  },
};

function compactSegments(token: Exclude<Token, { kind: 'malformed' }>): readonly Segment[] {
  const header = token.kind === 'jws' ? token.signatures[0].protected : token.protected;
  const own =
    token.kind === 'jws'
      ? [token.payload.segment, token.signatures[0].signature, ...(token.sdJwt?.disclosures ?? [])]
      : [
          token.recipients[0].encryptedKey,
          token.initializationVector,
          token.ciphertext,
          token.authenticationTag,
        ];
  return [header?.segment, ...own].filter((segment) => segment !== undefined);
}
