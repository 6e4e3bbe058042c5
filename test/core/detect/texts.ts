import fc from 'fast-check';

/** base64url of a text's UTF-8 octets. */
export function encoded(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url');
}

export const hs256Signature = 'RujHBA1Pb6aOiegDYyvgq62xmdxunLSDow2Xl90IU6o';
const es256Signature = `${hs256Signature}${hs256Signature}`;

const headerTexts = [
  '{"alg":"HS256"}',
  '{"typ":"JWT","alg":"ES256"}',
  '{"kid":"1","alg":"RS256","typ":"JWT"}',
  '{ "alg" : "HS256" }',
  '{\n  "alg": "HS256"\n}',
  '\r\n {"alg":"HS256"}',
  '{"alg":"none"}',
  '{"alg":"NONE","typ":"JWT"}',
  '{"alg":"EdDSA","b64":false,"crit":["b64"]}',
  '{"kid":"ключ","alg":"HS256"}',
  '{"é":1,"alg":"HS256"}',
  '{"alg":"X1"}',
];
const encryptedHeaderTexts = [
  '{"alg":"dir","enc":"A256GCM"}',
  '{"enc":"A128GCM","zip":"DEF","alg":"RSA-OAEP"}',
];
const wrongHeaderTexts = [
  '{"alg":5}',
  '{"typ":"JWT"}',
  '{"alg":"HS256"',
  '["alg","HS256"]',
  '{"alg":""}',
  '{"\\u0061lg":"HS256"}',
  '{"jwk":{"alg":"HS256"}}',
  `${' '.repeat(17)}{"alg":"HS256"}`,
];

const oneOf = (...values: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...values);
/** Mostly the first, now and then one of the others. */
const mostly = (usual: fc.Arbitrary<string>, ...others: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof({ weight: 3, arbitrary: usual }, { weight: 1, arbitrary: oneOf(...others) });
const joined = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((texts) => texts.join(''));

const header = mostly(oneOf(...headerTexts.map(encoded)), ...wrongHeaderTexts.map(encoded), 'eyJ', 'a', '');
const payload = oneOf('e30', encoded('{"sub":"42"}'), encoded('{"alg":"HS256"}'), 'UGF5', 'a', '', 'YQ==');
const signature = mostly(
  oneOf(hs256Signature, es256Signature),
  'YWJj',
  'abcde',
  '',
  `${hs256Signature}_`,
  'YQ==',
);
const before = oneOf(
  '',
  ' ',
  '"',
  '\\n',
  '%22',
  '_',
  '__',
  'a_',
  '<!--',
  'eyJ',
  '.',
  'x.',
  '~',
  '=3D',
  'eyAg',
  '-',
);
const after = oneOf(
  '',
  ' ',
  '"',
  '.',
  '..',
  '...',
  '…',
  '-->',
  '_',
  '__',
  '=',
  '==',
  '~',
  '~~',
  '~a',
  '+a',
  '.x',
  '/',
);
const dot = mostly(fc.constant('.'), '..', '', '=.', '==.');

const jws = joined(before, header, dot, payload, dot, signature, after);
const encryptedHeader = mostly(oneOf(...encryptedHeaderTexts.map(encoded)), ...headerTexts.map(encoded));
const segment = oneOf('', 'YQ', 'YWI', hs256Signature, 'AAAAAAAAAAAAAAAAAAAAAA', 'a');
const jwe = joined(before, encryptedHeader, ...[1, 2, 3, 4].flatMap(() => [dot, segment]), after);
const disclosure = oneOf(encoded('["salt","name",1]'), encoded(' [ 1 ]'), 'YWJj', 'a', '');
const sdJwt = joined(
  joined(before, header, fc.constant('.e30.'), signature),
  fc.array(disclosure, { maxLength: 3 }).map((all) => all.map((text) => `~${text}`).join('')),
  mostly(fc.constant('~'), ''),
  fc.oneof(after, jws),
);

const whiteSpace = mostly(fc.constant(''), ' ', '\n  ', '\r\n\t');
const members = fc.oneof(
  oneOf(
    '"payload":"e30"',
    '"payload":""',
    '"payload":{}',
    '"x":1',
    '"x":[{"a":"}"},-1.5e3,true]',
    '"\\"{":null',
  ),
  oneOf(
    `"signature":"${hs256Signature}"`,
    '"signature":""',
    '"signature" : "YQ"',
    '"signature":{',
    '"\\u0073ignature":"YQ"',
  ),
  header.map((text) => `"protected":"${text}"`),
  oneOf(
    '"header":{"alg":"HS256"}',
    '"header":{"enc":"A128GCM"}',
    '"header":{}',
    '"header":1',
    '"protected":""',
  ),
  oneOf('"ciphertext":"YQ"', '"ciphertext":""', '"iv":"YQ"', '"unprotected":{"enc":"A128GCM","alg":"dir"}'),
  oneOf(
    '"recipients":[{"header":{"alg":"dir"}}]',
    '"recipients":[]',
    '"recipients":[{},{}]',
    '"signatures":[]',
  ),
  oneOf(
    `"signatures":[{"protected":"${encoded(headerTexts[0])}","signature":"YQ"}]`,
    '"signatures":[1]',
    '"signaturesX":1',
  ),
  jws.map((text) => `"header":{"alg":"HS256","nested":"${text}"}`),
);
const object = fc
  .tuple(
    fc.array(fc.tuple(members, whiteSpace), { minLength: 1, maxLength: 5 }),
    whiteSpace,
    mostly(fc.constant('}'), '', ']', ',}'),
  )
  .map(([all, space, end]) => `{${space}${all.map(([member, gap]) => member + gap).join(`,${space}`)}${end}`);
const nested = joined(
  oneOf('{"a":', '[', '{"signature":"x","a":', '"', '{"payload":"{'),
  object,
  oneOf('}', ']', '', '"}'),
);
const wholeObject = `"payload":"e30","protected":"${encoded(headerTexts[0])}","signature":"YQ"`;
const inside = object.chain((text) =>
  oneOf(
    `{"a":${text},${wholeObject}}`,
    `{${wholeObject},"a":${text}}`,
    `{"a":{"b":[${text}]},${wholeObject}}`,
  ),
);
const fragment = oneOf(
  ...[
    '.',
    '~',
    '=',
    '_',
    '-->',
    '\\',
    '"',
    '\\"',
    ' ',
    '\n',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    'é',
    '😀',
    '\ud800',
  ],
  ...[
    'eyJ',
    'ewo',
    'JhbGci',
    'iYWxnI',
    'ImFsZyI',
    '"signature"',
    '"ciphertext":"',
    'ICAgICAgICAg',
    'eyAgICAgICAg',
  ],
);

/** Texts dense with tokens of every form and with what nearly is one. */
export const nearMisses: fc.Arbitrary<string> = fc
  .array(fc.oneof(jws, jwe, sdJwt, object, nested, inside, fragment), { maxLength: 6 })
  .map((parts) => parts.join(''));
