import assert from 'node:assert/strict';
import type { BackendVerdict } from '../../../src/core/backends/backendVerdict';
import type { DecryptionAnswer } from '../../../src/core/decrypt/decryptionAnswer';
import { readContent } from '../../../src/core/decrypt/readContent';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import { contentEncryptions, keyManagementAlgorithms } from '../../../src/core/jose/encryptionAlgorithms';
import { parseToken } from '../../../src/core/jose/parseToken';
import { backendReport, backendRows } from '../../../src/core/present/backendText';
import { expectationAnswer } from '../../../src/core/present/checkText';
import { comparableText } from '../../../src/core/present/comparableText';
import { contentSections } from '../../../src/core/present/contentSections';
import { unknownText } from '../../../src/core/present/diagnosisWording';
import { localTime } from '../../../src/core/present/localTime';
import { relativeTime } from '../../../src/core/present/relativeTime';
import { keyBindingAnswer } from '../../../src/core/present/sdJwtText';
import { shorten } from '../../../src/core/present/shorten';
import { signatureAnswer } from '../../../src/core/present/signatureText';
import { strengthText } from '../../../src/core/present/strengthWording';
import { draftProblemText } from '../../../src/core/present/draftWording';
import { english } from '../../../src/core/present/wording';
import type { KeyBindingVerification } from '../../../src/core/sdJwt/verifyKeyBinding';
import { aReport, fullSummary, reportMoment } from '../../support/aReport';
import { aCompactJwe, aCompactJws } from '../../support/aToken';

const words = { translate: english, locale: 'en', timeZone: 'UTC', moment: reportMoment };

describe('the report of the libraries’ answers', () => {
  const accepted: BackendVerdict = {
    backend: 'jsonwebtoken',
    version: '9.0.0',
    outcome: { status: 'accepted' },
    reproduce: 'run();\n\n',
    notes: [
      { code: 'publicHalf', facts: {} },
      { code: 'typeUnchecked', facts: { parameter: 'typ' } },
    ],
  };
  const outcome = {
    status: 'refused',
    className: 'ValueError',
    message: 'no',
    messageKind: 'varies',
  } as const;
  const refused: BackendVerdict = { ...accepted, backend: 'pyjwt', version: '2.0.0', outcome, notes: [] };

  it('is one section for each: name, answer, what stands beside it, the program', () => {
    assert.equal(
      backendReport([accepted, refused], english),
      [
        '# What my backend would say',
        '## jsonwebtoken 9.0.0',
        'Accepts the token',
        'Besides:',
        '- The key is private. The public half is used, as a backend that verifies would have it.\n- The header’s “typ” is not checked.',
        'To see for yourself:',
        '```js\nrun();\n```',
        '## PyJWT 2.0.0',
        '```text\nValueError: no\n```',
        'Besides:',
        '- The words are the runtime’s and differ between its versions.',
        'To see for yourself:',
        '```python\nrun();\n```\n',
      ].join('\n\n'),
    );
    const exact = { ...refused, outcome: { ...outcome, messageKind: 'exact', code: 'E1' } } as const;
    assert.deepEqual(backendRows([exact], english)[0], {
      ...{ backend: 'pyjwt', library: 'PyJWT 2.0.0', status: 'fail', answer: 'ValueError [E1]: no' },
      ...{ notes: [], reproduce: 'run();\n\n' },
    });
    assert.doesNotMatch(backendReport([exact], english), /Besides/);
  });
});

describe('the content of an encrypted token', () => {
  const algorithm = keyManagementAlgorithms.get('dir');
  const encryption = contentEncryptions.get('A128GCM');
  assert.ok(algorithm && encryption);
  const opened = (text: string, isByPassword: boolean): DecryptionAnswer => {
    const found = { plaintext: utf8Bytes(text), recipient: 0, algorithm, encryption, compressed: false };
    return isByPassword
      ? { status: 'decrypted', ...found, key: undefined, chosenBy: undefined }
      : { status: 'decrypted', ...found, key: fullSummary, chosenBy: 'kid' };
  };
  const lines = (text: string, isByPassword = false): readonly string[] =>
    contentSections({ answer: opened(text, isByPassword), content: readContent(utf8Bytes(text)) }, words);
  const head = [
    '',
    'Decrypted content',
    '  Decrypted with keys/service.pub:3 (service-2026)',
    '  Name: service-2026',
    '  Kind: EC, P-256, public key (SPKI)',
    '  From: keys/service.pub:3',
    '  Chosen because its id is the token’s kid',
    '  Key id: service-2026',
    '  Thumbprint: oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U',
    '  The certificate of this key ended 2 years ago (14 Nov 2023, 22:13:20 UTC).',
  ];
  const unsigned = '  Who wrote it is not proven: anyone with the public key can encrypt.';

  it('is the key, and then text, JSON or claims', () => {
    assert.deepEqual(lines('plain\ntext'), [...head, unsigned, '', 'Decrypted content', '  plain', '  text']);
    assert.deepEqual(lines('[1]'), [...head, unsigned, '', 'Payload as JSON', '  [', '    1', '  ]']);
    assert.deepEqual(lines('{"sub":"1"}'), [
      ...[...head, unsigned, '', 'Decrypted content', '  sub: "1" — Whom or what the token is about.'],
      ...['', 'Payload as JSON', '  {', '    "sub": "1"', '  }'],
    ]);
    const token = aCompactJws({ alg: 'HS256' }, {});
    assert.deepEqual(lines(token), [...head, '', 'Token inside', `  ${token}`]);
    assert.deepEqual(lines('x', true), [
      '',
      'Decrypted content',
      '  Decrypted with the password',
      unsigned,
      '',
      'Decrypted content',
      '  x',
    ]);
  });

  it('is nothing but the reason where there is none', () => {
    const answer: DecryptionAnswer = { status: 'failed', reason: { code: 'noKeys' }, tried: [] };
    assert.deepEqual(contentSections({ answer, content: undefined }, words), [
      ...['', 'Decrypted content', '  Not decrypted: no key known; add one'],
    ]);
  });
});

describe('small words', () => {
  it('cut a text at the bounds of surrogates, never inside a pair', () => {
    for (const [text, cut] of [
      ['a\ud800\udc00b', 'a… (+3)'],
      ['a\udbff\udfffb', 'a… (+3)'],
      ['a\ud7ff\ud7ffb', 'a\ud7ff… (+2)'],
      ['a\udc00\udc00b', 'a\udc00… (+2)'],
      ['abc', 'ab… (+1)'],
    ] as const)
      assert.equal(shorten(text, 2), cut);
  });

  it('tell times in any number of languages, and in the host’s own for one it does not know', () => {
    const locales = Array.from({ length: 40 }, (_, index) => `de-x-a${index}`);
    for (const locale of locales) {
      assert.equal(relativeTime(0, 7200, locale), 'vor 2 Stunden');
      assert.equal(localTime(0, locale, 'UTC')?.local.includes('1970'), true);
    }
    assert.equal(relativeTime(0, 7200, 'de'), 'vor 2 Stunden');
    assert.equal(relativeTime(86_400 * 3, 0, 'en'), 'in 3 days');
    assert.match(relativeTime(0, 7200, 'no such locale!') ?? '', /2/);
    assert.match(localTime(0, 'no such locale!', 'UTC')?.local ?? '', /1970/);
    assert.match(localTime(0, 'en', 'Nowhere/Else')?.local ?? '', /19(?:70|69)/);
    assert.equal(localTime(0, 'en', 'UTC')?.local, '1 Jan 1970, 00:00:00 UTC');
    // What is one unit away is a number too, never “yesterday”.
    for (const distance of [86_400, -86_400]) assert.match(relativeTime(distance, 0, 'en') ?? '', /24 hours/);
  });

  it('say how many mistakes were tried, and more only where there is more', () => {
    const noticed = ['kidLooksLikePath'] as const;
    assert.equal(
      unknownText({ tried: 1, notReached: 0, noticed: [] }, words),
      'No reason could be proven: the keys known here did not sign this token. One usual mistake was tried.',
    );
    assert.equal(
      unknownText({ tried: 30, notReached: 1, noticed }, words),
      'No reason could be proven: the keys known here did not sign this token. 30 usual mistakes were tried; none explains it. The search ended early: one more was not tried to the end. The key id looks like a path.',
    );
  });

  it('say how a weak secret was made, where something was done to it', () => {
    const text = (rule: 'asIs' | 'case'): string =>
      strengthText(
        {
          ...{
            target: { alg: 'HS256', signature: new Uint8Array(32) },
            tried: 1,
            milliseconds: 1000,
            isCut: false,
          },
          found: { source: 'token', position: 1, rule, octets: 1 },
        },
        words,
      );
    const weak = 'Weak secret: found in 1 s, at try 1. One core of this machine tries 1 a second.';
    const length = 'It has one octet; HS256 wants at least 32 random ones (RFC 7518 §3.2).';
    const source = 'It comes from what the token itself says.';
    assert.equal(text('asIs'), `${weak} ${source} ${length}`);
    assert.equal(text('case'), `${weak} ${source} Its letters were written in another case. ${length}`);
  });

  it('call what is as expected so only where something was asked, and all of it passed', () => {
    const answer = (...outcomes: readonly ('passed' | 'failed' | 'notAsked')[]): string => {
      const checks = outcomes.map(
        (outcome) => ({ claim: 'sub', outcome, code: 'missing', facts: {} }) as const,
      );
      return expectationAnswer(aReport(undefined, { checks }), words).text;
    };
    assert.equal(answer('passed', 'notAsked'), 'As expected');
    assert.equal(answer('notAsked'), 'Nothing was expected of its claims');
    assert.equal(answer(), 'Nothing was expected of its claims');
    assert.equal(answer('passed', 'failed'), 'Not as expected: “sub” is missing');
    assert.equal(expectationAnswer(undefined, words).status, 'notAsked');
  });

  it('call an encrypted token encrypted, and not unverified', () => {
    assert.deepEqual(signatureAnswer({ status: 'unverifiable', reason: { code: 'encrypted' } }, words), {
      status: 'unknown',
      text: 'Encrypted: the content cannot be read without its key',
    });
  });

  it('tell faults of a draft from problems of its token', () => {
    const said = (problem: object): string =>
      draftProblemText({ problem } as unknown as Parameters<typeof draftProblemText>[0], english);
    assert.equal(said({ code: 'draft.missing', facts: { name: 'header' } }), '“header” is missing.');
    assert.match(said({ code: 'alg.unknown', facts: { alg: 'X' } }), /“X”\. Choose another\.$/);
  });

  it('say why a key binding proves nothing', () => {
    const said = (more: Partial<KeyBindingVerification>): string =>
      keyBindingAnswer(
        { token: undefined, checks: [], holderKey: undefined, signature: undefined, isValid: false, ...more },
        english,
      ).text;
    const texts = [
      said({}),
      said({ signature: { status: 'unverifiable', reason: { code: 'payloadDetached' } } }),
      said({ keyProblem: { code: 'jwkMissingMember', facts: { kty: 'EC', name: 'y' } } }),
    ];
    assert.equal(new Set(texts).size, 3);
    assert.match(texts[2] ?? '', /The JWK of type EC lacks “y”/);
    for (const text of texts) assert.doesNotMatch(text, /[{}]/);
  });
});

describe('tokens made comparable', () => {
  const compared = (text: string): string => comparableText(parseToken(text), words);
  it('have their parts under their names, sorted, with dates behind times of the claims alone', () => {
    const token = aCompactJws(
      { typ: 'JWT', alg: 'HS256', exp: 1 },
      { exp: 0, b: { exp: 0 }, a: [1, {}] },
      'AAAA',
    );
    assert.equal(
      compared(token),
      [
        '{',
        '  "header": {',
        '    "alg": "HS256",',
        '    "exp": 1,',
        '    "typ": "JWT"',
        '  },',
        '  "payload": {',
        '    "a": [',
        '      1,',
        '      {}',
        '    ],',
        '    "b": {',
        '      "exp": 0',
        '    },',
        '    "exp": 0 // 1 Jan 1970, 00:00:00 UTC',
        '  },',
        '  "signature": "AAAA"',
        '}',
        '',
      ].join('\n'),
    );
  });

  it('have their ciphertext where they are encrypted, and what is left where they are no tokens', () => {
    const encrypted = compared(aCompactJwe({ alg: 'dir', enc: 'A128GCM' }));
    assert.match(encrypted, /\n {2}"ciphertext": "c2VjcmV0"\n\}\n$/);
    assert.doesNotMatch(encrypted, /"payload"|"signature"/);
    assert.match(compared('no token.x'), /"signature": "x"/);
    assert.match(compared(''), /"signature": ""/);
  });
});
