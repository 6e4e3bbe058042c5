import type { BackendRow } from '../core/present/backendText';
import { disclosures, recipientAnswer } from './disclosuresShape';
import { expectations, expected } from './expectedShape';
import { verificationReport } from './reportShape';
import { search } from './searchShape';
import {
  count,
  finiteNumber,
  flag,
  listOf,
  mapOf,
  oneOf,
  optional,
  record,
  tagged,
  text,
  type MembersOf,
  type Shape,
  type Shaped,
} from './shape';

/** Each edit of the shown token, and each other token shown, has a higher revision; what speaks of an older one is dropped. */
const revision = count;
const nothing = record({});
const aboutToken = record({ revision });

/** Where a token stands: enough to find it again, and what to call it. Never the token itself. */
const place = record({ uri: text, offset: count, name: text, line: count });

/** How the page is to speak: translations by English text, the language, and the zone of local times. */
const surroundings = record({ messages: mapOf(text), locale: text, timeZone: optional(text) });

/** One library's answer in words, and the program that reproduces it: it reads token and key from its surroundings. */
const backendRow = record({
  backend: oneOf('pyjwt', 'jsonwebtoken', 'jose'),
  library: text,
  status: oneOf('pass', 'fail'),
  answer: text,
  notes: listOf(text),
  reproduce: text,
} satisfies MembersOf<BackendRow>);
const backendAnswers = record({ key: optional(text), rows: listOf(backendRow) });

/** A token around the one shown: what it is, and the claim that leads inward; empty where it is the payload or content. */
const trailStep = record({
  form: oneOf('signed', 'unsecured', 'encrypted', 'sd-jwt', 'malformed'),
  step: text,
});

/** What an encrypted token holds: the host's sentence, and the decrypted text, which is the token's and no key's. */
const content = tagged('status', {
  none: {},
  pending: {},
  closed: { answer: text, reason: text },
  open: {
    answer: text,
    note: text,
    kind: oneOf('token', 'claims', 'json', 'text', 'binary'),
    text,
    /** Octets of what is no text. */
    bytes: count,
  },
});

/** What the page may ask of the host. A new row does not compile until both ends answer it. */
export const hostRequests = {
  /** The page listens; the host answers with its surroundings and then shows what there is. */
  ready: { params: nothing, result: surroundings },
  /** Verify again: with the same choice of keys as before, or with whichever of the known ones fit. */
  verify: { params: record({ revision, keys: oneOf('same', 'fitting') }), result: nothing },
  /** Let the user pick a key, and verify with it. */
  pickKey: { params: aboutToken, result: nothing },
  addKey: { params: nothing, result: nothing },
  /** Let the user say what is expected of an issuer's tokens. */
  editProfiles: { params: nothing, result: nothing },
  /** Expect of the token shown what a profile says, by its issuer; nothing but leeway where none is named. */
  useProfile: { params: record({ revision, issuer: optional(text) }), result: nothing },
  /** Expect something else of the token shown, for as long as it is shown; without `expected` what the settings say again. */
  setExpected: { params: record({ revision, expected: optional(expected) }), result: nothing },
  /** Keep what is expected of the token shown as the profile of its issuer. */
  saveProfile: { params: aboutToken, result: nothing },
  manageTrust: { params: nothing, result: nothing },
  /** Put a part on the clipboard; `index` counts segments in the order of the text, or rows of the header, the claims, or the answers of backends. */
  copy: {
    params: record({
      revision,
      what: oneOf('token', 'header', 'payload', 'segment', 'parameter', 'claim', 'program'),
      index: optional(count),
    }),
    result: nothing,
  },
  /** Show the token, or one of its segments, in its document. */
  reveal: { params: record({ revision, index: optional(count) }), result: nothing },
  /** Show the token within the one shown: its payload, its decrypted content, or a claim by its row. */
  openInner: {
    params: record({ revision, from: oneOf('payload', 'content', 'claim'), index: optional(count) }),
    result: nothing,
  },
  /** Back to a token around the one shown, by its place in the trail. */
  goBack: { params: record({ revision, index: count }), result: nothing },
  /** What other libraries would say of the token, with the key that was asked last. */
  askBackends: { params: aboutToken, result: backendAnswers },
  /** Whether a key at hand opens an encrypted token for one of its recipients, counted in the order of the text. */
  askRecipient: { params: record({ revision, index: count }), result: recipientAnswer },
  /** Hold the token shown, or let the panel follow the cursor again. */
  setPinned: { params: record({ isPinned: flag }), result: nothing },
  /** Do what the found cause offers as its fix. */
  applyFix: { params: aboutToken, result: nothing },
  /** Do something with the token where it stands: sign it anew as edited, give it an hour more, begin a new one with it, say it as text, hold it against another. */
  useTool: {
    params: record({ revision, tool: oneOf('edit', 'extend', 'encode', 'showText', 'compare') }),
    result: nothing,
  },
} satisfies RequestTable;

/** What the host tells the page. Each event carries the whole state it speaks of. */
export const inspectorEvents = {
  /** `leeway`: seconds by which clocks may differ there. The page reads the text itself, with the same core. `isPinned`: the panel does not follow the cursor. `trail`: the tokens around it, the outermost first. */
  showToken: record({
    revision,
    text,
    leeway: finiteNumber,
    isPinned: flag,
    trail: listOf(trailStep),
    place: optional(place),
  }),
  /** `isPicked`: the user chose the key, and no other was tried. */
  showReport: record({
    revision,
    isPicked: flag,
    verification: tagged('status', {
      pending: {},
      done: { report: verificationReport },
      failed: {},
    }),
  }),
  /** What is expected of the token. */
  showExpected: record({ revision, expectations }),
  /** Where the disclosures of an SD-JWT belong. */
  showDisclosures: record({ revision, disclosures }),
  /** What an encrypted token holds. */
  showContent: record({ revision, content }),
  /** Why the signature does not match, as far as it is known by now. */
  showSearch: record({ revision, search }),
  showNothing: record({ revision, reason: oneOf('noToken', 'tokenGone', 'documentGone', 'notRestored') }),
} satisfies EventTable;

export type HostRequests = typeof hostRequests;
export type InspectorEvents = typeof inspectorEvents;

export type Place = Shaped<typeof place>;
export type Surroundings = Shaped<typeof surroundings>;
export type ShownToken = Shaped<InspectorEvents['showToken']>;
export type ShownReport = Shaped<InspectorEvents['showReport']>;
export type ShownExpected = Shaped<InspectorEvents['showExpected']>;
export type ShownDisclosures = Shaped<InspectorEvents['showDisclosures']>;
export type ShownContent = Shaped<InspectorEvents['showContent']>;
export type OpenInnerParams = Shaped<HostRequests['openInner']['params']>;
export type ShownSearch = Shaped<InspectorEvents['showSearch']>;
export type ShownNothing = Shaped<InspectorEvents['showNothing']>;
export type BackendAnswers = Shaped<typeof backendAnswers>;
export type VerifyParams = Shaped<HostRequests['verify']['params']>;
export type Tool = Shaped<HostRequests['useTool']['params']>['tool'];
export type CopyParams = Shaped<HostRequests['copy']['params']>;

export type RequestTable = Readonly<
  Record<string, { readonly params: Shape<unknown>; readonly result: Shape<unknown> }>
>;
export type EventTable = Readonly<Record<string, Shape<unknown>>>;
