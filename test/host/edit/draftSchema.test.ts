import assert from 'node:assert/strict';
import { registeredClaims } from '../../../src/core/jose/claims';
import { signatureAlgorithms } from '../../../src/core/jose/algorithms';
import { draftSchema } from '../../../src/host/edit/draftSchema';

interface Schema {
  readonly type?: unknown;
  readonly description?: string;
  readonly required?: readonly string[];
  readonly examples?: readonly string[];
  readonly items?: Schema;
  readonly properties: Readonly<Record<string, Schema>>;
}

describe('the schema of an edited token', () => {
  let schema: Schema;
  let [header, payload, encryption]: Schema[] = [];
  before(() => {
    schema = draftSchema((text) => `«${text}»`) as unknown as Schema;
    ({ header, payload, encryption } = schema.properties);
  });

  it('is one of JSON Schema, for an object with a payload', () => {
    assert.equal(
      (schema as unknown as { $schema: string }).$schema,
      'http://json-schema.org/draft-07/schema#',
    );
    assert.equal(schema.type, 'object');
    assert.deepEqual(schema.required, ['payload']);
    assert.deepEqual(Object.keys(schema.properties), ['header', 'payload', 'encryption']);
  });

  it('asks of a header its algorithm, and of an encrypted one both', () => {
    assert.deepEqual([header.type, header.required], ['object', ['alg']]);
    assert.deepEqual([encryption.type, encryption.required], ['object', ['alg', 'enc']]);
  });

  it('lets a payload be what it will, and says what its claims should be', () => {
    assert.equal(payload.type, undefined);
    assert.deepEqual(Object.keys(payload.properties), [...registeredClaims.keys()]);
  });

  for (const [claim, type] of [
    ['iss', 'string'],
    ['exp', ['number', 'string']],
    ['aud', ['string', 'array']],
    ['email_verified', 'boolean'],
    ['address', 'object'],
    ['amr', 'array'],
  ] as const)
    it(`takes for ${claim}: ${String(type)}`, () => {
      assert.deepEqual(payload.properties[claim].type, type);
    });

  it('asks for texts in lists of texts', () => {
    assert.deepEqual(payload.properties['aud'].items, { type: 'string' });
  });

  it('offers ways to write a time', () => {
    assert.ok(payload.properties['exp'].examples!.includes('+1h'));
  });

  it('says what each name means in the language of the user, and where that is written', () => {
    assert.match(payload.properties['iss'].description!, /^«.+» \(RFC 7519 §4\.1\.1\)$/);
    assert.match(header.properties['kid'].description!, /^«.+» \(RFC 7515 §4\.1\.4\)$/);
    assert.match(encryption.properties['enc'].description!, /^«.+» \(RFC 7516 §4\.1\.2\)$/);
  });

  it('offers the algorithms there are, and none to encrypt with that it warns of', () => {
    assert.deepEqual(header.properties['alg'].examples, [...signatureAlgorithms.keys()]);
    assert.match(header.properties['alg'].description!, /RFC 7515/);
    const ways = encryption.properties['alg'].examples!;
    assert.ok(ways.includes('RSA-OAEP-256') && ways.includes('dir'));
    assert.ok(!ways.includes('RSA1_5'));
    assert.ok(encryption.properties['enc'].examples!.includes('A256GCM'));
    assert.deepEqual(encryption.properties['zip'].examples, ['DEF']);
  });
});
