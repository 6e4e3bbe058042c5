import assert from 'node:assert/strict';
import { readJwk } from '../../../src/core/keys/jwk';
import { isKeyProblem } from '../../../src/core/keys/keyProblem';
import { thumbprint } from '../../../src/core/keys/thumbprint';

const of = async (jwk: object): Promise<string> => {
  const key = readJwk(jwk);
  assert.ok(!isKeyProblem(key));
  return thumbprint(key.material);
};

describe('thumbprint', () => {
  it('is that of RFC 7638 §3.1 for its RSA key', async () => {
    const n =
      '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw';
    const jwk = { kty: 'RSA', n, e: 'AQAB', alg: 'RS256', kid: '2011-04-29' };
    assert.equal(await of(jwk), 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs');
  });
  it('is that of RFC 8037 appendix A.3 for its Ed25519 key, private or public', async () => {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
    const expected = 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k';
    assert.equal(await of(jwk), expected);
    assert.equal(await of({ ...jwk, d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A' }), expected);
  });
  it('takes the secret in, and no label', async () => {
    const jwk = { kty: 'oct', k: 'AAAA' };
    assert.equal(await of(jwk), await of({ ...jwk, kid: 'one', use: 'sig' }));
    assert.notEqual(await of(jwk), await of({ kty: 'oct', k: 'AAAB' }));
  });
});
