import assert from 'node:assert/strict';
import { constantsNear } from '../../../../src/core/keys/candidates/constantsNear';
import { isNamedLikeSecret } from '../../../../src/core/keys/candidates/namedLikeSecret';
import { workTime } from '../../../support/workTime';

describe('names', () => {
  for (const name of [
    'secret',
    'JWT_SECRET',
    'signingKey',
    'API_KEY',
    'hmac',
    'my_super_secret',
    'key',
    'publicKey',
    'key1',
  ]) {
    it(`like ${name} sound like a secret`, () => assert.ok(isNamedLikeSecret(name)));
  }
  for (const name of ['keyboard', 'monkey', 'title', 'name', 'url', 'hockey_team']) {
    it(`like ${name} do not`, () => assert.ok(!isNamedLikeSecret(name)));
  }
});

describe('constants near a token', () => {
  for (const [text, name, value] of [
    ['secret = "my_super_secret"', 'secret', 'my_super_secret'],
    ["const jwtSecret = 's3cr3t';", 'jwtSecret', 's3cr3t'],
    ['"signing_key": "abc"', 'signing_key', 'abc'],
    ['jwt.secret: `tick`', 'jwt.secret', 'tick'],
    ['KEY := "go"', 'KEY', 'go'],
    ["'secret' => 'php'", 'secret', 'php'],
    ['secret = b"bytes"', 'secret', 'bytes'],
    ['secret = "a\\"b\\n"', 'secret', 'a"b\n'],
  ] as const) {
    it(`are found in ${text}`, () => {
      const [found] = constantsNear(`x\n${text}`);
      assert.deepEqual([found.name, found.value], [name, value]);
      assert.equal(`x\n${text}`.startsWith(name, found.offset), true);
    });
  }

  it('are not tokens, and not values of other names', () => {
    assert.deepEqual(constantsNear('jwt = "eyJhbGciOiJIUzI1NiJ9.e30.x"; title = "secret"'), []);
  });

  it('are counted and bounded, and looked for in linear time', () => {
    assert.equal(constantsNear('secret="x" '.repeat(100_000)).length, 32);
    for (const hostile of [
      'a'.repeat(1_000_000),
      'key="'.repeat(200_000),
      'key: '.repeat(200_000),
      '\\"'.repeat(500_000),
    ]) {
      assert.ok(workTime(() => constantsNear(hostile)) < 5000, hostile.slice(0, 5));
    }
  });
});
