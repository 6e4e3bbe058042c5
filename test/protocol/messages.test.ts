import assert from 'node:assert/strict';
import {
  hostRequests,
  inspectorEvents,
  type HostRequests,
  type InspectorEvents,
} from '../../src/protocol/messages';
import type { Shaped } from '../../src/protocol/shape';
import { aReport } from '../support/aReport';

type Samples<T> = { readonly [Name in keyof T]: readonly Shaped<T[Name]>[] };
type RequestParams = { readonly [Name in keyof HostRequests]: HostRequests[Name]['params'] };

const everythingExpected = {
  issuer: 'https://a.example/*',
  audience: ['api'],
  subject: '42',
  type: 'at+jwt',
  algorithms: ['RS256'],
  required: ['sub'],
  leeway: 30,
  maxAge: 3600,
};
const place = { uri: 'untitled:Untitled-1', offset: 12, name: 'Untitled-1', line: 3 };

/** At least one good sample of every request; the type sees to it that none is forgotten. */
const requestSamples: Samples<RequestParams> = {
  ready: [{}],
  verify: [
    { revision: 1, keys: 'same' },
    { revision: 1, keys: 'fitting' },
  ],
  pickKey: [{ revision: 1 }],
  addKey: [{}],
  editProfiles: [{}],
  useProfile: [{ revision: 1 }, { revision: 1, issuer: 'https://a.example/*' }],
  setExpected: [
    { revision: 1 },
    { revision: 1, expected: {} },
    { revision: 1, expected: everythingExpected },
  ],
  saveProfile: [{ revision: 1 }],
  manageTrust: [{}],
  copy: [
    { revision: 1, what: 'token' },
    { revision: 1, what: 'segment', index: 2 },
    { revision: 1, what: 'claim', index: 0 },
  ],
  reveal: [{ revision: 1 }, { revision: 1, index: 0 }],
  openInner: [
    { revision: 1, from: 'content' },
    { revision: 1, from: 'claim', index: 2 },
  ],
  goBack: [{ revision: 1, index: 0 }],
  askBackends: [{ revision: 1 }],
  askRecipient: [{ revision: 1, index: 0 }],
  setPinned: [{ isPinned: true }],
  applyFix: [{ revision: 1 }],
  useTool: [
    { revision: 1, tool: 'edit' },
    { revision: 1, tool: 'compare' },
  ],
};

const eventSamples: Samples<InspectorEvents> = {
  showToken: [
    { revision: 1, text: 'e30.e30.', leeway: 0, isPinned: false, trail: [] },
    { revision: 2, text: '', leeway: 60, isPinned: true, trail: [{ form: 'encrypted', step: '' }], place },
  ],
  showReport: [
    { revision: 1, isPicked: false, verification: { status: 'pending' } },
    { revision: 1, isPicked: false, verification: { status: 'done', report: aReport() } },
    { revision: 1, isPicked: false, verification: { status: 'failed' } },
  ],
  showExpected: [
    { revision: 1, expectations: { source: 'settings', expected: { leeway: 0 }, profiles: [] } },
    {
      revision: 1,
      expectations: {
        source: 'panel',
        expected: everythingExpected,
        profile: 'https://a.example/*',
        profiles: ['https://a.example/*'],
      },
    },
  ],
  showDisclosures: [
    {
      revision: 1,
      disclosures: {
        disclosed: { status: 'pass', text: 'One claim is disclosed.' },
        keyBinding: { status: 'unknown', text: 'Key binding not checked' },
        rows: [{ place: 'address.country', status: 'pass' }],
        problems: [],
      },
    },
  ],
  showContent: [
    { revision: 1, content: { status: 'none' } },
    { revision: 1, content: { status: 'pending' } },
    { revision: 1, content: { status: 'closed', answer: 'Not decrypted', reason: 'noKeys' } },
    {
      revision: 1,
      content: { status: 'open', answer: 'Decrypted', note: '', kind: 'claims', text: '{}', bytes: 0 },
    },
  ],
  showSearch: [
    { revision: 1, search: { status: 'idle' } },
    { revision: 1, search: { status: 'looking', isFurther: true } },
    {
      revision: 1,
      search: {
        status: 'found',
        cause: {
          code: 'payload-edited',
          also: ['header-edited'],
          evidence: 'sibling',
          facts: { salt: 20, form: 'h.p' },
          alg: 'RS256',
          claims: ['role'],
          key: 'keys/a.pem',
        },
        fix: { kind: 'encoding', encoding: 'base64' },
      },
    },
    {
      revision: 1,
      search: {
        status: 'found',
        cause: { code: 'token-padded', also: [], evidence: 'verified', facts: {} },
      },
    },
    { revision: 1, search: { status: 'right', key: 'my api' } },
    {
      revision: 1,
      search: { status: 'unknown', unknown: { tried: 50, notReached: 0, noticed: ['kidLooksLikePath'] } },
    },
    { revision: 1, search: { status: 'failed' } },
  ],
  showNothing: [{ revision: 3, reason: 'tokenGone' }],
};

const shapes = [
  ...Object.entries(hostRequests).map(([name, row]) => [name, row.params, requestSamples] as const),
  ...Object.entries(inspectorEvents).map(([name, shape]) => [name, shape, eventSamples] as const),
];

describe('messages', () => {
  for (const [name, shape, samples] of shapes) {
    const own = samples[name as keyof typeof samples] as readonly object[];

    it(`${name} accepts its samples, after the wire too`, () => {
      assert.ok(own.length > 0);
      for (const sample of own) {
        assert.equal(shape(sample), true, JSON.stringify(sample));
        assert.equal(shape(JSON.parse(JSON.stringify(sample))), true);
      }
    });

    it(`${name} refuses a sample with a member missing, mistaken or too many`, () => {
      for (const sample of own) {
        assert.equal(shape({ ...sample, key: {} }), false, 'too many');
        if (own[0] !== sample) continue;
        for (const member of Object.keys(sample)) {
          assert.equal(shape({ ...sample, [member]: undefined }), false, `${member} missing`);
          const isList = Array.isArray(sample[member as keyof typeof sample]);
          assert.equal(shape({ ...sample, [member]: isList ? {} : [] }), false, `${member} mistaken`);
        }
      }
      assert.equal(shape(undefined), false);
    });
  }

  for (const [expected, note] of [
    [{ ...everythingExpected, keys: ['secret'] }, 'keys'],
    [{ audience: 'api' }, 'a text where a list should be'],
    [{ required: [7] }, 'a list of something else'],
    [{ leeway: '30' }, 'a text where a number should be'],
    [{ maxAge: Infinity }, 'no number to count with'],
    [[], 'no record at all'],
  ] as const) {
    it(`setExpected refuses expectations with ${note}`, () => {
      assert.equal(hostRequests.setExpected.params({ revision: 1, expected }), false);
    });
  }

  it('names them all as verbs with a noun, or one verb', () => {
    for (const [name] of shapes) assert.match(name, /^(ready|[a-z]+([A-Z][a-z]+)?)$/);
  });
});
