import assert from 'node:assert/strict';
import { readJson } from '../../../src/core/encoding/json';
import type { JsonNode } from '../../../src/core/encoding/jsonNode';
import type { Finding } from '../../../src/core/inspect/finding';
import { inspectToken } from '../../../src/core/inspect/inspectToken';
import { parseToken } from '../../../src/core/jose/parseToken';
import { boundedJson } from '../../../src/core/present/boundedJson';
import { hoverMarkdown, type HoverOptions } from '../../../src/core/present/markdown';
import { showSdJwt } from '../../../src/core/present/sdJwtShown';
import { textLines } from '../../../src/core/present/text';
import { tokenText } from '../../../src/core/present/tokenText';
import { english } from '../../../src/core/present/wording';
import { processSdJwt } from '../../../src/core/sdJwt/processSdJwt';
import type { VerificationReport } from '../../../src/core/verify/report';
import { aReport, fullSummary, reportMoment } from '../../support/aReport';
import { aDisclosure, anSdJwt, digestOf } from '../../support/anSdJwt';
import { aCompactJwe, aCompactJws, segment } from '../../support/aToken';

function nodeOfText(text: string): JsonNode {
  const { node } = readJson(text);
  assert.ok(node);
  return node;
}

const actions = ['inspect', 'verify', 'addKey', 'explain', 'encode', 'copyHeader', 'copyPayload', 'fix'];
const links: HoverOptions['links'] = Object.fromEntries(
  actions.map((action) => [action, `command:x.${action}`]),
);
const words = { translate: english, locale: 'en', timeZone: 'UTC' };
const options: HoverOptions = { ...words, links };

const hover = (text: string, report?: VerificationReport, more: Partial<HoverOptions> = {}): string =>
  hoverMarkdown(inspectToken(parseToken(text), reportMoment), report, { ...options, ...more });
/** What stands above the JSON, and without what escapes the signs of Markdown. */
const top = (markdown: string): readonly string[] =>
  (markdown.split('\n\n**Header**')[0] ?? '').replaceAll(/\\([^|])/g, '$1').split('\n');

const claims = {
  iss: 'https://a.example',
  iat: reportMoment - 60,
  exp: reportMoment + 3540,
  nested: { a: [1, 2] },
};
const token = aCompactJws({ alg: 'ES256', kid: 'k1', typ: 'JWT' }, claims);
const inForce = '$(pass) In force, expires in 59 minutes (00:59, UTC) · lifetime 1 hour  ';
const table = [
  '| Claim | Value and meaning |',
  '| --- | --- |',
  '| **iss** | "https://a.example" — *Who issued the token.* |',
  '| **iat** | 1767225540 — 31 Dec 2025, 23:59:00 UTC, 60 seconds ago — *When the token was issued.* |',
  '| **exp** | 1767229140 — 1 Jan 2026, 00:59:00 UTC, in 59 minutes — *When the token expires.* |',
  '| **nested** | {"a":[1,2]} |',
];
const inspect = '[$(inspect) Inspect](command:x.inspect)';
const verify = '[$(verified) Verify with…](command:x.verify)';
const addKey = '[$(key) Add key…](command:x.addKey)';
const explain = '[$(lightbulb) Explain…](command:x.explain)';
const encode = '[$(edit) Edit and sign](command:x.encode)';
const copies =
  '[$(copy) Copy header](command:x.copyHeader) \\| [$(copy) Copy payload](command:x.copyPayload)';

describe('the whole hover', () => {
  it('of a token that verifies: the answers, the links, the claims, the JSON', () => {
    const markdown = hover(token, aReport());
    assert.deepEqual(top(markdown), [
      '**ES256** · kid k1 · $(verified-filled) **Signature valid with keys/service.pub:3 (service-2026)**  ',
      inForce,
      '$(pass) Well formed',
      '',
      [inspect, verify, encode, copies].join(' \\| '),
      '',
      ...table,
    ]);
    const json = (value: object): string => `\`\`\`json\n${JSON.stringify(value, undefined, 2)}\n\`\`\``;
    const header = { alg: 'ES256', kid: 'k1', typ: 'JWT' };
    assert.ok(markdown.endsWith(`\n\n**Header**\n\n${json(header)}\n\n**Payload**\n\n${json(claims)}`));
  });

  it('of a token that was not verified, with a reason and its fix', () => {
    const why = { text: 'The secret is base64.', isAttack: false, fix: 'encoding' } as const;
    assert.deepEqual(top(hover(token, undefined, { why })), [
      '**ES256** · kid k1 · $(question) **Signature not verified yet**  ',
      inForce,
      '$(pass) Well formed  ',
      '$(lightbulb) The secret is base64. **[$(wrench) Use This Encoding](command:x.fix)**',
      '',
      [inspect, verify, addKey, explain, encode, copies].join(' \\| '),
      '',
      ...table,
    ]);
    for (const without of [{ why: { ...why, fix: undefined } }, { why, links: { inspect: 'command:x' } }])
      assert.equal(top(hover(token, undefined, without))[3], '$(lightbulb) The secret is base64.');
  });

  it('of a token that was tampered with: a shield, and nothing to mend', () => {
    const why = { text: 'It was changed.', isAttack: true, fix: 'repair' } as const;
    assert.deepEqual(
      top(hover(token, aReport({ status: 'invalid', tried: [fullSummary] }), { why })).slice(0, 6),
      [
        '**ES256** · kid k1 · $(error) **Signature does not match keys/service.pub:3 (service-2026)**  ',
        inForce,
        '$(pass) Well formed  ',
        '$(shield) It was changed.',
        '',
        [inspect, verify, addKey, explain, encode, copies].join(' \\| '),
      ],
    );
  });

  it('of a token without a signature', () => {
    assert.deepEqual(top(hover(aCompactJws({ alg: 'none' }, {}, ''))), [
      '**none** · $(unlock) **Unsecured: there is no signature**  ',
      '$(pass) Never expires  ',
      '$(pass) Well formed',
      '',
      [inspect, encode, copies].join(' \\| '),
    ]);
    assert.match(hover(aCompactJws({ alg: 'none' }, {}, '')), /\*\*Payload\*\*\n\n```text\n\{\}\n```$/);
  });

  it('of an encrypted token: nothing of the payload', () => {
    assert.deepEqual(top(hover(aCompactJwe({ alg: 'dir', enc: 'A256GCM' }))), [
      '**dir with A256GCM** · $(lock) **Encrypted: the content cannot be read without its key**  ',
      '$(watch) No times to judge by  ',
      '$(pass) Well formed',
      '',
      [inspect, '[$(copy) Copy header](command:x.copyHeader)'].join(' \\| '),
    ]);
    assert.doesNotMatch(hover(aCompactJwe({ alg: 'dir', enc: 'A256GCM' })), /Payload/);
  });

  it('of what is no whole token', () => {
    assert.deepEqual(top(hover('garbage.x')), [
      '**Not a whole token** · $(question) **Signature not verified: it is not written as a token must be**  ',
      '$(watch) No times to judge by  ',
      '$(warning) This is not a whole token. The header could end in another character and still mean the same. Strict readers refuse it. And 4 more.',
      '',
      inspect,
    ]);
  });

  it('of a payload that is text, and of one that is empty', () => {
    const { length } = hover(`eyJhbGciOiJIUzI1NiJ9..AAAA`).split('**Payload**');
    assert.equal(length, 1);
    assert.match(
      hover(`eyJhbGciOiJIUzI1NiJ9.${segment('plain text')}.AAAA`),
      /\n\n```text\nplain text\n```$/,
    );
  });

  it('of an SD-JWT: what is disclosed, what does not belong', async () => {
    const name = aDisclosure('salt one', 'given_name', 'Ada');
    const sdJwt = anSdJwt({ _sd: [digestOf(name)], exp: reportMoment + 60 }, [
      name,
      aDisclosure('s', 'a', 'b'),
    ]);
    const shown = await showSdJwt(sdJwt, english);
    assert.deepEqual(top(hover(sdJwt.text, aReport(), { sdJwt: shown })).slice(0, 5), [
      '**ES256 SD-JWT** · sd-jwt · $(verified-filled) **Signature valid with keys/service.pub:3 (service-2026)**  ',
      '$(pass) In force, expires in 60 seconds (00:01, UTC)  ',
      '$(pass) Well formed  ',
      '$(error) Nothing in the signed payload refers to disclosure 2: it was added, changed, or belongs to another token.',
      '',
    ]);
    assert.deepEqual(top(hover(sdJwt.text, aReport(), { sdJwt: shown })).slice(-3), [
      '',
      '- **given_name**: "Ada"',
      '- $(error) **in no place**: "b"',
    ]);
    const whole = anSdJwt({ _sd: [digestOf(name)] }, [name]);
    const lines = top(hover(whole.text, aReport(), { sdJwt: await showSdJwt(whole, english) }));
    assert.equal(lines[3], '$(eye) One claim is disclosed.');
  });

  it('names the gravest thing: what is not well formed, an error, a warning; each once, and how many more', () => {
    const finding = (code: string, severity: string, subject: string): Finding =>
      ({ code, severity, subject, facts: { name: subject }, reference: undefined }) as unknown as Finding;
    const inspection = inspectToken(parseToken(token), reportMoment);
    const third = (findings: readonly Finding[], more: readonly Finding[] = []): string =>
      top(hoverMarkdown({ ...inspection, findings }, aReport(undefined, { findings: more }), options))[2] ??
      '';
    const kid = finding('kidLooksLikePath', 'warning', 'kid');
    const crit = finding('criticalUnknown', 'error', 'a');
    const path = '$(warning) Its key id looks like a path: a reader must not open files by it.';
    const critical =
      '$(warning) Its header demands that readers understand “a”. This one does not, and must not accept it.';
    assert.equal(third([kid]), path);
    assert.equal(third([kid], [kid]), path);
    assert.equal(third([kid, crit]), `${critical} (and one more)`);
    assert.equal(third([crit], [kid]), `${critical} (and one more)`);
    assert.equal(third([crit, { ...crit, subject: 'b' }, kid]), `${critical} (and 2 more)`);
    assert.equal(third([finding('noExpiry', 'hint', 'exp')]), '$(pass) Well formed');
    assert.equal(third([finding('noExpiry', 'information', 'exp'), kid]), path);
    const damaged = hoverMarkdown(
      { ...inspectToken(parseToken(`${token}=`), reportMoment), findings: [kid] },
      undefined,
      options,
    );
    assert.match(top(damaged)[2] ?? '', /^\$\(warning\) The signature ends in “=”\..* \(and one more\)$/);
  });

  it('leads to the inspector for the claims that have no room, where it can', () => {
    const many = aCompactJws(
      { alg: 'ES256' },
      Object.fromEntries(Array.from({ length: 14 }, (_, at) => [`c${at}`, at])),
    );
    assert.equal(top(hover(many)).at(-1), '| … | [and 2 more](command:x.inspect) |');
    assert.equal(top(hover(many, undefined, { links: {} })).at(-1), '| … | and 2 more |');
    const one = aCompactJws(
      { alg: 'ES256' },
      Object.fromEntries(Array.from({ length: 13 }, (_, at) => [`c${at}`, at])),
    );
    assert.equal(top(hover(one)).at(-1), '| … | [and one more](command:x.inspect) |');
    assert.equal(top(hover(aCompactJws({ alg: 'ES256' }, { '': 1 }))).at(-1), '| **⟨⟩** | 1 |');
  });

  it('ends JSON that has no room in a line that counts the rest', () => {
    const large = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`c${at}`, 'x'.repeat(1000)]));
    const markdown = hover(aCompactJws({ alg: 'ES256' }, large));
    assert.match(markdown, /\n {2}"c2": "x{1000}",\n {2}… \(\+6\)\n\}\n```$/);
    const deep = hover(
      aCompactJws({ alg: 'ES256' }, { a: [[[[[1, 2]]]]], b: Array.from({ length: 600 }, () => [1]) }),
    );
    assert.match(deep, /\n {2}"b": \[\[1\],\[1\]/);
    assert.match(deep, /\n {2}"a": \[\n {4}\[\n/);
  });
});

describe('the whole text of a token', () => {
  it('says everything that is known, each thing under its heading', async () => {
    const name = aDisclosure('salt one', 'given_name', 'Ada');
    const sdJwt = anSdJwt({ _sd: [digestOf(name), digestOf('kept')], exp: reportMoment + 60 }, [name]);
    const disclosures = await processSdJwt(sdJwt);
    const subject = {
      token: sdJwt,
      inspection: inspectToken(sdJwt, reportMoment),
      report: aReport(),
      disclosures,
    };
    assert.deepEqual(tokenText(subject, undefined, words).split('\n').slice(0, 39), [
      'As of 1 Jan 2026, 00:00:00 UTC',
      '',
      'ES256 SD-JWT',
      'Signature valid with keys/service.pub:3 (service-2026)',
      'In force, expires in 60 seconds (00:01, UTC)',
      'Nothing was expected of its claims',
      'Well formed',
      '',
      '- Note: Its header says typ “sd-jwt”, which does not fit what it holds. (RFC 8725 §3.11)',
      '',
      'Header',
      '  alg: "ES256" — How the token is signed.',
      '  typ: "sd-jwt" — What kind of token this is.',
      '',
      'Payload',
      `  _sd: ["${digestOf(name)}","${digestOf('kept')}"] — Digests of claims that the holder may disclose.`,
      '  exp: 1767225660 — 1 Jan 2026, 00:01:00 UTC, in 60 seconds — When the token expires.',
      '',
      'Key',
      '  Name: service-2026',
      '  Kind: EC, P-256, public key (SPKI)',
      '  From: keys/service.pub:3',
      '  Chosen because its id is the token’s kid',
      '  Key id: service-2026',
      '  Thumbprint: oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U',
      '  The certificate of this key ended 2 years ago (14 Nov 2023, 22:13:20 UTC).',
      '',
      'Disclosures',
      '  given_name: "Ada"',
      '  One claim is kept back, or made up.',
      '',
      'Payload with what was disclosed, as JSON',
      '  {',
      '    "exp": 1767225660,',
      '    "given_name": "Ada"',
      '  }',
      '',
      'Header as JSON',
      '  {',
    ]);
  });

  it('does not speak of signatures that cannot be checked where there are none', () => {
    const text = (one: string): string => {
      const parsed = parseToken(one);
      return tokenText(
        { token: parsed, inspection: inspectToken(parsed, reportMoment), report: undefined },
        undefined,
        words,
      );
    };
    assert.match(text(token), /cannot be checked in this host/);
    const encrypted = text(aCompactJwe({ alg: 'dir', enc: 'A256GCM' }));
    assert.doesNotMatch(encrypted, /cannot be checked|Payload as JSON/);
    assert.doesNotMatch(text('garbage'), /cannot be checked/);
  });

  it('gives a rule behind a finding where there is one', () => {
    const inspection = inspectToken(
      parseToken(aCompactJws({ alg: 'HS256' }, { exp: 1, iat: 2 })),
      reportMoment,
    );
    const [first] = inspection.findings;
    assert.ok(first);
    const line = (finding: object): string =>
      textLines({ ...inspection, findings: [{ ...first, ...finding }] }, undefined, words).find((one) =>
        one.startsWith('- '),
      ) ?? '';
    assert.match(line({ reference: 'RFC 1 §2' }), /\. \(RFC 1 §2\)$/);
    assert.match(line({ reference: undefined }), /\.$/);
  });
});

describe('JSON that must stay within a length', () => {
  const texts = ['[1,[2,{"a":null}]]', '{"name":"value","list":[true,false]}', '"text"', '[]'];
  it('is indented where there is room', () => {
    for (const text of texts)
      assert.equal(boundedJson(nodeOfText(text), 1000), JSON.stringify(JSON.parse(text), undefined, 2));
  });

  for (const [what, text] of [
    ['long texts', JSON.stringify(['x'.repeat(90)])],
    ['long numbers', `[${'1'.repeat(90)}]`],
    ['long names', JSON.stringify({ ['n'.repeat(90)]: 1 })],
    ['many values', JSON.stringify(new Array(30).fill(1))],
    ['many levels', `${'['.repeat(12)}${']'.repeat(12)}`],
    ['many levels of objects', `${'{"":'.repeat(12)}1${'}'.repeat(12)}`],
  ] as const)
    it(`is one line, cut, for ${what} that have none`, () => {
      const written = boundedJson(nodeOfText(text), 60);
      assert.ok(!written.includes('\n'));
      assert.ok(written.startsWith(text.slice(0, 60)));
      assert.ok(boundedJson(nodeOfText(text), 600).includes('\n'));
    });
});
