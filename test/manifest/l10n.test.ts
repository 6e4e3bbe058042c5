import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { inspectToken } from '../../src/core/inspect/inspectToken';
import type { FindingCode } from '../../src/core/inspect/finding';
import { registeredClaims } from '../../src/core/jose/claims';
import { headerParameters } from '../../src/core/jose/headerParameters';
import { parseToken } from '../../src/core/jose/parseToken';
import type { Problem } from '../../src/core/jose/problem';
import { vendors } from '../../src/core/jose/registries/vendors';
import type { KeySummary } from '../../src/core/keys/key';
import type { KeyProblem } from '../../src/core/keys/keyProblem';
import { checkText } from '../../src/core/present/checkText';
import { findingText, findingWording } from '../../src/core/present/findingWording';
import { keyName, keyOriginText, keyProblemText, keyWeaknessText } from '../../src/core/present/keyWording';
import { hoverMarkdown } from '../../src/core/present/markdown';
import { problemText } from '../../src/core/present/problemWording';
import { reasonText, signatureAnswer } from '../../src/core/present/signatureText';
import { remoteProblemText } from '../../src/core/present/remoteWording';
import { textLines } from '../../src/core/present/text';
import { summaryLine, verdictOf } from '../../src/core/present/verdict';
import { english, type Translate } from '../../src/core/present/wording';
import type { RemoteProblem } from '../../src/core/keys/remote/remoteProblem';
import type { ClaimCheckCode } from '../../src/core/verify/report';
import { aReport, fullSummary } from '../support/aReport';
import { everydayTokens } from '../support/everydayTokens';
import { findingCases, findingsMoment as moment, findingsOf } from '../support/findingCases';
import {
  sampleChecks,
  sampleKeyFindings,
  sampleKeyProblems,
  sampleProblems,
  sampleReasons,
  sampleRemoteProblems,
  sampleWeaknesses,
} from '../support/sampleFacts';

const catalogue = JSON.parse(readFileSync('l10n/bundle.l10n.json', 'utf8')) as Record<string, string>;

/** Translates as English does, and refuses what no translator could: unknown templates, unfilled placeholders. */
const strict: Translate = (template, args) => {
  assert.ok(
    Object.hasOwn(catalogue, template),
    `not in the catalogue, which npm run l10n writes: ${template}`,
  );
  const sentence = english(template, args);
  const asked = [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
  for (const name of asked) assert.ok(args && name in args, `no {${name}} for: ${template}`);
  assert.ok(!/\bundefined\b|\bNaN\b|\[object/.test(sentence), sentence);
  return sentence;
};
const words = { translate: strict, locale: 'en', timeZone: 'UTC', moment };

const assertSentence = (sentence: string): void => {
  assert.ok(sentence.trim().length > 1, sentence);
  assert.ok(!/\{\w*\}/.test(sentence), sentence);
};

describe('the catalogue of texts', () => {
  it('is up to date', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/l10n.mjs', '--check'], {
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
  });

  it('has every meaning of a name', () => {
    const names = [
      ...registeredClaims.values(),
      ...headerParameters.jws.values(),
      ...headerParameters.jwe.values(),
      ...vendors.flatMap((vendor) => [...vendor.claims, ...(vendor.families ?? [])]),
    ];
    for (const { meaning } of names) strict(meaning);
  });

  it('is English as it stands, sorted', () => {
    const texts = Object.keys(catalogue);
    assert.deepEqual(
      texts,
      [...texts].sort((one, other) => (one < other ? -1 : 1)),
    );
    for (const text of texts) assert.equal(catalogue[text], text);
  });
});

describe('every sentence finds its facts', () => {
  for (const [code, facts] of Object.entries(sampleProblems))
    it(`for the problem ${code}`, () => {
      assertSentence(problemText({ code, facts } as Problem, strict));
      if ('count' in facts)
        assertSentence(problemText({ code, facts: { ...facts, count: 1 } } as Problem, strict));
    });

  for (const [code, facts] of Object.entries(sampleKeyProblems))
    it(`for the key problem ${code}`, () => {
      assertSentence(keyProblemText({ code, facts } as KeyProblem, strict));
    });

  for (const [code, facts] of Object.entries(sampleRemoteProblems))
    it(`for the fetch that ended with ${code}`, () => {
      assertSentence(remoteProblemText({ code, facts } as RemoteProblem, strict));
      assertSentence(remoteProblemText({ code, facts: { ...facts, count: 1 } } as RemoteProblem, strict));
    });

  for (const [code, weakness] of Object.entries(sampleWeaknesses))
    it(`for the weakness ${code}`, () => {
      assertSentence(keyWeaknessText(weakness, words));
      const { code: name, ...facts } = weakness;
      const finding = { code: 'weakKey', severity: 'warning', facts: { weakness: name, ...facts } } as const;
      assert.equal(findingText(finding, words), keyWeaknessText(weakness, words));
    });

  const found = findingCases.flatMap(([, text]) => findingsOf(text));
  for (const code of Object.keys(findingWording) as FindingCode[])
    it(`for the finding ${code}`, () => {
      const facts = sampleKeyFindings[code];
      const findings = facts
        ? [{ code, severity: 'warning', facts } as const]
        : found.filter((one) => one.code === code);
      assert.ok(findings.length > 0, `${code} has no token in findingCases and no row in sampleKeyFindings`);
      for (const finding of findings) assertSentence(findingText(finding, words));
    });

  for (const [code, reason] of Object.entries(sampleReasons))
    it(`for a signature not verified: ${code}`, () => {
      assertSentence(reasonText(reason, words));
      const answer = signatureAnswer({ status: 'unverifiable', reason }, words);
      assert.equal(answer.status, 'unknown');
      assertSentence(answer.text);
    });

  for (const [code, facts] of Object.entries(sampleChecks))
    it(`for the check ${code}`, () => {
      const check = { claim: 'iss', outcome: 'failed', code: code as ClaimCheckCode, facts } as const;
      assertSentence(checkText(check, words));
    });

  const origins: readonly KeySummary['origin'][] = [
    fullSummary.origin,
    { from: 'file', path: 'a.pem', uri: 'file:///a.pem' },
    { from: 'secretStorage', name: 'api' },
    { from: 'variable', name: 'SECRET', path: '.env', uri: 'file:///.env', line: 2 },
    { from: 'token' },
    { from: 'remote', url: 'https://a.example/jwks' },
  ];
  for (const origin of origins)
    it(`for a key from ${origin.from}`, () => {
      const inspection = inspectToken(parseToken('x.y'), moment);
      const { kid, comment, ...nameless } = { ...fullSummary, origin };
      assertSentence(keyOriginText(origin, strict));
      for (const key of [fullSummary, { ...nameless, comment }, nameless])
        for (const answer of [
          { status: 'valid', key: { ...key, origin }, chosenBy: 'kid' },
          { status: 'invalid', tried: [{ ...key, origin }] },
          { status: 'invalid', tried: [{ ...key, origin }, key] },
        ] as const) {
          assertSentence(keyName(key, strict));
          assertSentence(signatureAnswer(answer, words).text);
          assertSentence(summaryLine(verdictOf(inspection, aReport(answer), words)));
        }
      assert.ok(kid);
    });

  it('for whole tokens, in hovers and in plain text', () => {
    const links = {
      inspect: 'command:a',
      verify: 'command:b',
      addKey: 'command:c',
      encode: 'command:d',
      copyHeader: 'command:e',
      copyPayload: 'command:f',
    };
    for (const [, text] of [...everydayTokens, ...findingCases, ['', 'x.y'], ['', '']] as const) {
      const inspection = inspectToken(parseToken(text), moment);
      for (const report of [undefined, aReport()]) {
        assert.ok(hoverMarkdown(inspection, report, { ...words, links }).length > 10);
        assert.ok(textLines(inspection, report, words).length > 3);
      }
    }
  });
});
