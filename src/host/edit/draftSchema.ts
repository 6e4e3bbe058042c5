import { signatureAlgorithms } from '../../core/jose/algorithms';
import { registeredClaims } from '../../core/jose/claims';
import { contentEncryptions, keyManagementAlgorithms } from '../../core/jose/encryptionAlgorithms';
import { headerParameters } from '../../core/jose/headerParameters';
import type { RegisteredName, ValueType } from '../../core/jose/registries/registered';
import type { Translate } from '../../core/present/wording';

/** JSON Schema, as far as we write it. */
type Schema = Readonly<Record<string, unknown>>;

const types: Readonly<Record<ValueType, Schema>> = {
  text: { type: 'string' },
  uri: { type: 'string' },
  number: { type: 'number' },
  // Times may be written as people write them; they are signed as seconds.
  date: { type: ['number', 'string'], examples: ['now', '+1h', 'in 2 days', '2030-01-01T12:00Z'] },
  flag: { type: 'boolean' },
  object: { type: 'object' },
  list: { type: 'array' },
  texts: { type: 'array', items: { type: 'string' } },
  textOrTexts: { type: ['string', 'array'], items: { type: 'string' } },
  any: {},
};

/** What an edited token may hold, with the meaning of every registered name, for completion, hovers and problems as one types. */
export function draftSchema(translate: Translate): Schema {
  const described = (names: Iterable<RegisteredName>): Record<string, Schema> =>
    Object.fromEntries(
      [...names].map(({ name, meaning, reference, type }) => [
        name,
        { ...types[type], description: `${translate(meaning)} (${reference})` },
      ]),
    );
  const jws = described(headerParameters.jws.values());
  const jwe = described(headerParameters.jwe.values());
  const choice = (of: Schema | undefined, names: Iterable<string>): Schema => ({
    ...of,
    examples: [...names],
  });
  const makes = [...keyManagementAlgorithms.values()].filter(({ caution }) => !caution);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    required: ['payload'],
    properties: {
      header: {
        type: 'object',
        required: ['alg'],
        properties: { ...jws, alg: choice(jws['alg'], signatureAlgorithms.keys()) },
      },
      payload: { properties: described(registeredClaims.values()) },
      encryption: {
        type: 'object',
        required: ['alg', 'enc'],
        properties: {
          ...jwe,
          alg: choice(
            jwe['alg'],
            makes.map(({ alg }) => alg),
          ),
          enc: choice(jwe['enc'], contentEncryptions.keys()),
          zip: choice(jwe['zip'], ['DEF']),
        },
      },
    },
  };
}
