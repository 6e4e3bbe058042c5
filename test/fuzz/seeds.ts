import { readFileSync } from 'node:fs';

const vectors = new URL('../vectors/', import.meta.url);

function readVectors(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, vectors), 'utf8'));
}

interface Record {
  readonly token?: unknown;
}

/** A token of vectors as text: JSON serializations come as objects. */
function textOf({ token }: Record): readonly string[] {
  if (typeof token === 'string') return [token];
  return typeof token === 'object' && token !== null ? [JSON.stringify(token)] : [];
}

/** Real tokens of every form, which mutations begin with: those of the JOSE vectors, the detection vectors and the tutorial. */
export const seedTokens: readonly string[] = [
  ...(readVectors('jose/cookbook.json') as { records: Record[] }).records.flatMap(textOf),
  ...(readVectors('jose/rfc.json') as { records: Record[] }).records.flatMap(textOf),
  ...(readVectors('tutorial/tokens.json') as { tokens: Record[] }).tokens.flatMap(textOf),
  ...(readVectors('detect/index.json') as { files: { items: Record[] }[] }).files.flatMap(({ items }) =>
    items.flatMap(textOf),
  ),
]
  // Every seed is copied and changed millions of times: a few of 10 KB would take most of the time.
  .filter((token) => token.length <= 4000);

/** Small texts that mean something to a reader of tokens. */
export const dictionary: readonly string[] = [
  ...[
    '.',
    '..',
    '...',
    '~',
    '~~',
    '=',
    '==',
    '_',
    '-->',
    '%22',
    '\\n',
    '\\',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    ' ',
  ],
  ...[
    '\n',
    '\r\n',
    '\t',
    '\u00a0',
    '\ufeff',
    '…',
    'é',
    '😀',
    '\ud800',
    '\udc00',
    '\0',
    '/',
    '+',
    'Bearer ',
    '<!--',
  ],
  ...[
    'eyJ',
    'ewo',
    'e30',
    'eyJhbGciOiJub25lIn0',
    'eyJhbGciOiJIUzI1NiJ9',
    'JhbGci',
    'iYWxnI',
    'ImFsZyI',
    'WyJhIiwiYiIsMV0',
  ],
  ...[
    '"alg":',
    '"none"',
    '"HS256"',
    '"RS256"',
    '"enc":"A256GCM"',
    '"zip":"DEF"',
    '"b64":false',
    '"crit":["b64"]',
  ],
  ...[
    '"kid":',
    '"jwk":{}',
    '"x5c":[]',
    '"typ":"JWT"',
    '"cty":"JWT"',
    '"exp":',
    '"nbf":1e400',
    '"iat":-0',
    '"aud":[]',
  ],
  ...[
    '"payload":""',
    '"signature":""',
    '"signatures":[]',
    '"protected":""',
    '"header":{}',
    '"recipients":[{}]',
  ],
  ...[
    '"ciphertext":""',
    '"iv":""',
    '"tag":""',
    '"_sd":["x"]',
    '"_sd_alg":"sha-256"',
    '{"...":"x"}',
    '"__proto__":{}',
  ],
  ...[
    'null',
    'true',
    '1e999',
    '9007199254740993',
    '-',
    '0',
    '1.',
    '"\\u0000"',
    '"\\ud800"',
    '[[[[[[[[',
    '{"a":{"a":',
  ],
];
