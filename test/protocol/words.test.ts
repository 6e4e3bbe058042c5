import assert from 'node:assert/strict';
import { hostRequests, inspectorEvents } from '../../src/protocol/messages';
import { keySummary, verificationReport } from '../../src/protocol/reportShape';
import type { Shape } from '../../src/protocol/shape';
import { aReport, fullSummary } from '../support/aReport';

type Row = readonly [
  what: string,
  words: readonly string[],
  shape: Shape<unknown>,
  sample: (word: string) => unknown,
];

const { verify, copy, openInner, useTool, askBackends, askRecipient } = hostRequests;
const { showToken, showExpected, showDisclosures, showContent, showSearch, showNothing } = inspectorEvents;
const revision = 1;
const cause = { code: 'token-padded', also: [], evidence: 'verified', facts: {} };
const backend = { backend: 'jose', library: 'jose', status: 'pass', answer: '', notes: [], reproduce: '' };
const opened = { status: 'open', answer: '', note: '', text: '', bytes: 0 };
const answers = ['pass', 'fail', 'unknown', 'notAsked'];

/** What may stand where only certain words may: each is said somewhere in the core or the host. */
const rows: readonly Row[] = [
  ['keys to verify with', ['same', 'fitting'], verify.params, (keys) => ({ revision, keys })],
  [
    'what is copied',
    ['token', 'header', 'payload', 'segment', 'parameter', 'claim', 'program'],
    copy.params,
    (what) => ({ revision, what }),
  ],
  [
    'places of inner tokens',
    ['payload', 'content', 'claim'],
    openInner.params,
    (from) => ({ revision, from }),
  ],
  [
    'tools',
    ['edit', 'extend', 'encode', 'showText', 'compare'],
    useTool.params,
    (tool) => ({ revision, tool }),
  ],
  [
    'backends',
    ['pyjwt', 'jsonwebtoken', 'jose'],
    askBackends.result,
    (one) => ({ rows: [{ ...backend, backend: one }] }),
  ],
  ['their answers', ['pass', 'fail'], askBackends.result, (status) => ({ rows: [{ ...backend, status }] })],
  ['answers for a recipient', answers, askRecipient.result, (status) => ({ status, text: '' })],
  [
    'forms of outer tokens',
    ['signed', 'unsecured', 'encrypted', 'sd-jwt', 'malformed'],
    showToken,
    (form) => ({ revision, text: '', leeway: 0, isPinned: false, trail: [{ form, step: '' }] }),
  ],
  [
    'sources of expectations',
    ['settings', 'profile', 'panel'],
    showExpected,
    (source) => ({ revision, expectations: { source, expected: {}, profiles: [] } }),
  ],
  [
    'standings of a disclosure',
    ['pass', 'fail'],
    showDisclosures,
    (status) => ({
      revision,
      disclosures: { disclosed: { status: 'pass', text: '' }, rows: [{ place: '', status }], problems: [] },
    }),
  ],
  [
    'kinds of content',
    ['token', 'claims', 'json', 'text', 'binary'],
    showContent,
    (kind) => ({ revision, content: { ...opened, kind } }),
  ],
  [
    'kinds of evidence',
    ['verified', 'recomputed', 'sibling', 'form'],
    showSearch,
    (evidence) => ({ revision, search: { status: 'found', cause: { ...cause, evidence } } }),
  ],
  [
    'fixes',
    ['repair', 'copy', 'encoding', 'store', 'useKey'],
    showSearch,
    (kind) => ({ revision, search: { status: 'found', cause, fix: { kind } } }),
  ],
  [
    'reasons to show nothing',
    ['noToken', 'tokenGone', 'documentGone', 'notRestored'],
    showNothing,
    (reason) => ({ revision, reason }),
  ],
  ['types of keys', ['oct', 'RSA', 'EC', 'OKP', 'AKP'], keySummary, (kty) => ({ ...fullSummary, kty })],
  [
    'curves',
    ['P-256', 'P-384', 'P-521', 'secp256k1', 'Ed25519', 'Ed448', 'X25519', 'X448'],
    keySummary,
    (crv) => ({ ...fullSummary, crv }),
  ],
  ['kinds of keys', ['secret', 'public', 'private'], keySummary, (kind) => ({ ...fullSummary, kind })],
  [
    'ways a key was chosen',
    ['picked', 'kid', 'thumbprint', 'x5t', 'issuer', 'onlyFit', 'tried'],
    verificationReport,
    (chosenBy) => ({ ...aReport(), signatures: [{ status: 'valid', key: fullSummary, chosenBy }] }),
  ],
  [
    'outcomes of a check',
    ['passed', 'failed', 'notAsked'],
    verificationReport,
    (outcome) => ({ ...aReport(), checks: [{ claim: 'exp', outcome, code: 'expired', facts: {} }] }),
  ],
  [
    'severities',
    ['error', 'warning', 'information', 'hint'],
    verificationReport,
    (severity) => ({ ...aReport(), findings: [{ code: 'weakKey', severity, facts: {} }] }),
  ],
  [
    'standings in time',
    ['inForce', 'expired', 'notYetValid', 'unlimited', 'unreadable', 'unknown'],
    verificationReport,
    (time) => ({ ...aReport(), time }),
  ],
];

describe('words of messages', () => {
  for (const [what, words, shape, sample] of rows)
    it(`for ${what}: ${words.join(', ')}, and no other`, () => {
      for (const word of words) assert.equal(shape(sample(word)), true, word);
      for (const other of ['', 'toString', words[0].toUpperCase() + '!'])
        assert.equal(shape(sample(other)), false, other);
    });
});
