import assert from 'node:assert/strict';
import type { Remark } from '../../../src/core/editor/remark';
import type { Finding } from '../../../src/core/inspect/finding';
import { inspectToken } from '../../../src/core/inspect/inspectToken';
import { parseToken } from '../../../src/core/jose/parseToken';
import type { Problem } from '../../../src/core/jose/problem';
import type { KeyOrigin, KeySummary } from '../../../src/core/keys/key';
import { backendNoteText } from '../../../src/core/present/backendWording';
import { checkText } from '../../../src/core/present/checkText';
import { undecryptedText } from '../../../src/core/present/decryptionWording';
import { findingText } from '../../../src/core/present/findingWording';
import { kindText } from '../../../src/core/present/hoverWording';
import { keyLines } from '../../../src/core/present/keyLines';
import { keyInSentence, keyName, keyOriginText } from '../../../src/core/present/keyWording';
import { problemText } from '../../../src/core/present/problemWording';
import { remarkText } from '../../../src/core/present/remarkWording';
import { reasonText } from '../../../src/core/present/signatureText';
import { sdJwtText } from '../../../src/core/present/sdJwtText';
import { english } from '../../../src/core/present/wording';
import { fullSummary, reportMoment } from '../../support/aReport';
import { aCompactJwe, aCompactJws } from '../../support/aToken';

const words = { translate: english, locale: 'en', timeZone: 'UTC', moment: reportMoment };

/** A sentence as a person reads it, beside what makes it. */
type Sentences = readonly (readonly [sentence: string, say: () => string])[];

const problem = (code: Problem['code'], facts: object) => (): string =>
  problemText({ code, facts } as unknown as Problem, english);
const nested = (facts: Finding['facts']) => (): string =>
  findingText(
    { code: 'nestedToken', facts, severity: 'information', subject: undefined } as unknown as Finding,
    words,
  );

const sentences: Sentences = [
  // Codes in facts are put into words by the table of what they speak of.
  [
    'In the header, “crit” is not a list of names as it should be: it is empty.',
    problem('crit.malformed', { found: 'empty' }),
  ],
  [
    'In the header, “crit” is not a list of names as it should be: it has a number in it.',
    problem('crit.malformed', { found: 'element number' }),
  ],
  [
    'In the header, “crit” is not a list of names as it should be: text.',
    problem('crit.malformed', { found: 'string' }),
  ],
  [
    'Disclosure 1 cannot be read: its salt is no text.',
    problem('disclosure.malformed', { index: 0, found: 'salt' }),
  ],
  [
    'Disclosure 5 cannot be read: it is empty.',
    problem('disclosure.malformed', { index: 4, found: 'empty' }),
  ],
  [
    'The initialization vector is not JSON: in line 1, column 10, a comma or “}” should follow.',
    problem('json.syntax', { segment: 'initializationVector', line: 1, column: 10, expected: 'comma or }' }),
  ],
  [
    'The payload is not JSON: in line 2, column 1, a value should follow.',
    problem('json.syntax', { segment: 'payload', line: 2, column: 1, expected: 'value' }),
  ],
  [
    'In the header, “crit” should be a list of texts, and is a list with a number in it.',
    problem('header.type', { name: 'crit', expected: 'array of strings', found: 'array of number' }),
  ],
  // What stands in a file stays as it is, though a table has a word of that name.
  [
    'In the header, “salt” should be text, and is salt.',
    problem('header.type', { name: 'salt', expected: 'string', found: 'salt' }),
  ],
  [
    'The unprotected header has “null” twice. Readers disagree on which one counts; keep one.',
    problem('json.duplicateName', { segment: 'unprotectedHeader', name: 'null' }),
  ],
  ['Another token is inside (the payload). Inspect it on its own.', nested({ place: 'payload' })],
  [
    'Another token is inside (the encrypted content). Inspect it on its own.',
    nested({ place: 'ciphertext' }),
  ],
  [
    'Another token is inside (the claim “id_token”). Inspect it on its own.',
    nested({ place: 'claim', name: 'id_token' }),
  ],
  ['Another token is inside (the claim “”). Inspect it on its own.', nested({ place: 'claim' })],
  [
    'Disclosure 1 should be a claim with a name, and is not.',
    () => sdJwtText({ code: 'sd.disclosureKind', index: 0, expected: 'member' }, english),
  ],
  [
    'The list of digests (“_sd”) in address.street is no list of texts.',
    () => sdJwtText({ code: 'sd.digestsMalformed', path: ['address', 'street'] }, english),
  ],
  [
    'The list of digests (“_sd”) in the payload is no list of texts.',
    () => sdJwtText({ code: 'sd.digestsMalformed', path: [] }, english),
  ],
  // Notes beside a library's answer.
  [
    'It has no option for a greatest age: your own code must check that.',
    () => backendNoteText({ code: 'expectationUnchecked', facts: { expectation: 'maxAge' } }, english),
  ],
  [
    'The header is not plain UTF-8, and is read all the same. (RFC 7515 §5.2)',
    () =>
      backendNoteText(
        { code: 'encodingNotUtf8', facts: { part: 'header' }, reference: 'RFC 7515 §5.2' },
        english,
      ),
  ],
  // Why nothing was verified or decrypted: counts have their plural.
  [
    'the one key known does not fit RS256; add one that does',
    () => reasonText({ code: 'noFittingKey', alg: 'RS256', known: 1 }, words),
  ],
  [
    'none of 3 known keys fits RS256; add one that does',
    () => reasonText({ code: 'noFittingKey', alg: 'RS256', known: 3 }, words),
  ],
  ['stopped after one key', () => reasonText({ code: 'stopped', tried: 1 }, words)],
  ['stopped after 50 keys', () => reasonText({ code: 'stopped', tried: 50 }, words)],
  [
    'the key service-2026 cannot be used: it is no point of its curve',
    () => reasonText({ code: 'keyUnusable', key: fullSummary, problem: 'notOnCurve' }, words),
  ],
  [
    'the header demands “exotic”, which is not understood here',
    () => reasonText({ code: 'criticalUnknown', name: 'exotic' }, words),
  ],
  [
    'the one key known does not fit RSA-OAEP; add a private key or secret',
    () => undecryptedText({ code: 'noFittingKey', alg: 'RSA-OAEP', known: 1 }, words),
  ],
  [
    'none of 2 known keys fits RSA-OAEP; add a private key or secret',
    () => undecryptedText({ code: 'noFittingKey', alg: 'RSA-OAEP', known: 2 }, words),
  ],
  ['stopped after one key', () => undecryptedText({ code: 'stopped', tried: 1 }, words)],
  ['stopped after 2 keys', () => undecryptedText({ code: 'stopped', tried: 2 }, words)],
  [
    'the key cannot be used: it is too small for this algorithm',
    () => undecryptedText({ code: 'keyUnusable', fault: 'rsaTooSmall' }, words),
  ],
  // Checks: what was found is a type for some of them, and a value for the others.
  [
    '“aud” should be text, and is a list with a number in it',
    () =>
      checkText(
        { claim: 'aud', outcome: 'failed', code: 'wrongType', facts: { found: 'array of number' } },
        words,
      ),
  ],
  [
    '“exp” should be a number of seconds, and is text',
    () =>
      checkText(
        { claim: 'exp', outcome: 'failed', code: 'notNumericDate', facts: { found: 'string' } },
        words,
      ),
  ],
  [
    '“sub” is “string”, expected was “number”',
    () =>
      checkText(
        { claim: 'sub', outcome: 'failed', code: 'mismatch', facts: { found: 'string', expected: 'number' } },
        words,
      ),
  ],
  [
    '“exp” is over: 31 Dec 2025, 23:50:00 UTC, 10 minutes ago',
    () =>
      checkText(
        {
          claim: 'exp',
          outcome: 'failed',
          code: 'expired',
          facts: { found: '1767225000', at: 1_767_225_000, seconds: -600 },
        },
        words,
      ),
  ],
  // Remarks of the editor.
  [
    'It has no “exp”, so it never expires.',
    () =>
      remark(
        {
          type: 'finding',
          finding: {
            code: 'noExpiry',
            facts: {},
            severity: 'hint',
            subject: undefined,
          } as unknown as Finding,
        },
        'noExpiry',
      ),
  ],
  [
    'There is no token here. Paste one, or select it where it stands.',
    () =>
      remark(
        { type: 'problem', problem: { code: 'token.empty', facts: {} } as unknown as Problem },
        'malformed',
      ),
  ],
  [
    'It expired 2 hours ago (31 Dec 2025, 22:00:00 UTC).',
    () => remark({ type: 'time', at: reportMoment - 7200 }, 'expired'),
  ],
  [
    'It is still in force, and expires in 2 hours (1 Jan 2026, 02:00:00 UTC): who gets this file can use it. Take it out, or redact it.',
    () => remark({ type: 'time', at: reportMoment + 7200 }, 'liveToken'),
  ],
];

const remark = (about: Remark['about'], code: Remark['code']): string =>
  remarkText({ code, severity: 'hint', span: undefined, about }, words);

describe('the sentences people read', () => {
  for (const [sentence, say] of sentences)
    it(sentence, () => {
      assert.equal(say(), sentence);
    });
});

const origins: readonly (readonly [KeyOrigin, text: string, key: string, origin: string])[] = [
  [{ from: 'file', path: 'keys/a.pem', uri: 'file:///a' }, 'keys/a.pem', 'keys/a.pem', 'k1'],
  [{ from: 'file', path: 'keys/a.pem', uri: 'file:///a', line: 3 }, 'keys/a.pem:3', 'keys/a.pem:3', 'k1'],
  [
    { from: 'variable', name: 'SECRET', path: '.env', uri: 'file:///e', line: 2 },
    'SECRET in .env:2',
    'SECRET',
    '.env:2',
  ],
  [
    { from: 'remote', url: 'https://a.example/jwks' },
    'https://a.example/jwks',
    'k1',
    'https://a.example/jwks',
  ],
  [{ from: 'token' }, 'the token’s own header', 'k1', 'the token’s own header'],
  [{ from: 'secretStorage', name: 'my api' }, 'secret storage', 'my api', 'secret storage'],
];
const plain: KeySummary = {
  id: 'k',
  kty: 'oct',
  bits: 120,
  kind: 'secret',
  format: 'secret',
  origin: { from: 'token' },
  weaknesses: [],
};

describe('the name of a key', () => {
  for (const [origin, text, key, beside] of origins)
    it(`says where one from ${origin.from} is found: ${text}`, () => {
      assert.equal(keyOriginText(origin, english), text);
      assert.deepEqual(keyInSentence({ ...plain, kid: 'k1', origin }, english), { key, origin: beside });
    });

  for (const [key, name] of [
    [plain, 'secret of 120 bits'],
    [{ ...plain, kty: 'RSA', kind: 'public' }, 'RSA public key'],
    [{ ...plain, kty: 'EC', crv: 'P-256', kind: 'private' }, 'P-256 private key'],
    [{ ...plain, comment: 'me@home' }, 'me@home'],
    [{ ...plain, comment: 'me@home', kid: 'k1' }, 'k1'],
    [{ ...plain, kid: 'k1', origin: { from: 'secretStorage', name: 'my api' } }, 'my api'],
  ] as const)
    it(`is its own, else what it is: ${name}`, () => {
      assert.equal(keyName(key, english), name);
    });

  it('stands above what is known of it, line by line, and no line is empty', () => {
    assert.deepEqual(keyLines(plain, undefined, words), [
      'Name: secret of 120 bits',
      'Kind: oct, 120 bits, secret',
      'From: the token’s own header',
    ]);
    assert.deepEqual(keyLines(fullSummary, 'kid', words), [
      'Name: service-2026',
      'Kind: EC, P-256, public key (SPKI)',
      'From: keys/service.pub:3',
      'Chosen because its id is the token’s kid',
      'Key id: service-2026',
      'Thumbprint: oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U',
      'The certificate of this key ended 2 years ago (14 Nov 2023, 22:13:20 UTC).',
    ]);
  });
});

describe('the kind of a token in a word or two', () => {
  const jws = aCompactJws({ alg: 'ES256' }, {});
  for (const [text, kind] of [
    [jws, 'ES256'],
    [`${jws}~`, 'ES256 SD-JWT'],
    [aCompactJwe({ alg: 'dir', enc: 'A256GCM' }), 'dir with A256GCM'],
    [aCompactJwe({ alg: 'dir' }), 'dir with ?'],
    [aCompactJws({ typ: 'JWT' }, {}), 'Token without algorithm'],
    ['no token', 'Not a whole token'],
  ] as const)
    it(kind, () => {
      assert.equal(kindText(inspectToken(parseToken(text), reportMoment), english), kind);
    });
});
