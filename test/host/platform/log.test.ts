import assert from 'node:assert/strict';
import { parseToken } from '../../../src/core/jose/parseToken';
import { describeToken } from '../../../src/host/platform/log';
import { aCompactJwe, aCompactJws } from '../../support/aToken';

describe('what the log says of a token', () => {
  const text = aCompactJws({ alg: 'HS256' }, { sub: '42' });
  for (const [note, token, expected] of [
    ['its form, algorithm and size', text, `jws, HS256, ${text.length} characters`],
    [
      'of an encrypted one too',
      aCompactJwe({ alg: 'ECDH-ES+A128KW' }),
      /^jwe, ECDH-ES\+A128KW, \d+ characters$/,
    ],
    ['that it names no algorithm', aCompactJws({}, {}), /^jws, no alg, \d+ characters$/],
    ['no algorithm of more than 24 characters', aCompactJws({ alg: 'a'.repeat(25) }, {}), /^jws, odd alg, /],
    ['one of 24', aCompactJws({ alg: 'a'.repeat(24) }, {}), /^jws, a{24}, /],
    [
      'nothing that could pass for a line of the log',
      aCompactJws({ alg: 'RS256\n[error]' }, {}),
      /^jws, odd alg, /,
    ],
    ['nothing that only begins like an algorithm', aCompactJws({ alg: '<RS256' }, {}), /^jws, odd alg, /],
    ['nothing of a text that is none', 'swordfish', 'malformed, no alg, 9 characters'],
  ] as const)
    it(note, () => {
      const said = describeToken(parseToken(token));
      if (typeof expected === 'string') assert.equal(said, expected);
      else assert.match(said, expected);
    });
});
