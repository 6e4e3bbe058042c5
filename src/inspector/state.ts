import type { Inspection } from '../core/inspect/inspection';
import { inspectToken } from '../core/inspect/inspectToken';
import { parseToken } from '../core/jose/parseToken';
import type { Token } from '../core/jose/token';
import type {
  Place,
  ShownContent,
  ShownDisclosures,
  ShownExpected,
  ShownNothing,
  ShownReport,
  ShownSearch,
  ShownToken,
  Surroundings,
} from '../protocol/messages';
import type { Disclosures } from '../protocol/disclosuresShape';
import type { Expectations } from '../protocol/expectedShape';
import type { Search } from '../protocol/searchShape';

/** What the page knows. Messages come in, a new state comes out; nothing is changed in place. */
export interface PageState {
  /** How to speak; unknown until the host answered `ready`. */
  readonly surroundings: Surroundings | undefined;
  readonly shown: Shown;
}

export type Shown = ShownLoading | ShownAbsence | ShownInspection;

interface ShownLoading {
  readonly kind: 'loading';
  readonly revision: -1;
}
/** There is no token to show, and why. */
export interface ShownAbsence {
  readonly kind: 'nothing';
  readonly revision: number;
  readonly reason: ShownNothing['reason'];
}
export interface ShownInspection {
  readonly kind: 'token';
  readonly revision: number;
  readonly token: Token;
  readonly place: Place | undefined;
  /** The panel does not follow the cursor. */
  readonly isPinned: boolean;
  /** Seconds by which clocks may differ, in the token's favour. */
  readonly leeway: number;
  /** Seconds since the epoch: when `inspection` was made. */
  readonly moment: number;
  readonly inspection: Inspection;
  readonly verification: Verification;
  /** The user chose the key, and no other was tried. */
  readonly isPicked: boolean;
  /** Why the signature does not match, as far as it is known. */
  readonly search: Search;
  /** What is expected of it, and where that is from; undefined until the host said so. */
  readonly expectations: Expectations | undefined;
  /** What the form for it begins with. Stays while the user writes there: what the host has of that is never newer. */
  readonly form: Expectations['expected'] | undefined;
  /** The tokens around it, the outermost first. */
  readonly trail: ShownToken['trail'];
  /** Where the disclosures of an SD-JWT belong; undefined until the host said so. */
  readonly disclosures: Disclosures | undefined;
  /** What an encrypted token holds. */
  readonly content: ShownContent['content'];
}
export type Verification = ShownReport['verification'];

export const initialState: PageState = {
  surroundings: undefined,
  shown: { kind: 'loading', revision: -1 },
};

export function withSurroundings(state: PageState, surroundings: Surroundings): PageState {
  return { ...state, surroundings };
}

/**
 * A token shown, unless a newer one is shown already. Its text is read here, by the same core the host uses; where only
 * the place or the leeway changed, what is known of it stays until the host says otherwise.
 */
export function withToken(state: PageState, event: ShownToken, moment: number): PageState {
  const { revision, text, leeway, place, isPinned, trail } = event;
  const { shown } = state;
  if (revision < shown.revision) return state;
  if (shown.kind === 'token' && shown.token.text === text) {
    const same = { ...shown, revision, place, isPinned, trail };
    if (shown.leeway === leeway) return { ...state, shown: same };
    const inspection = inspectToken(shown.token, moment, leeway);
    return { ...state, shown: { ...same, leeway, moment, inspection } };
  }
  const token = parseToken(text);
  const inspection = inspectToken(token, moment, leeway);
  const verification: Verification = { status: 'pending' };
  return {
    ...state,
    shown: {
      kind: 'token',
      revision,
      token,
      place,
      isPinned,
      leeway,
      moment,
      inspection,
      verification,
      isPicked: false,
      search: { status: 'idle' },
      expectations: undefined,
      form: undefined,
      trail,
      disclosures: undefined,
      content: { status: token.kind === 'jwe' ? 'pending' : 'none' },
    },
  };
}

/** What verifying gave, unless it speaks of another token than the one shown. */
export function withReport(state: PageState, event: ShownReport): PageState {
  const { shown } = state;
  if (shown.kind !== 'token' || event.revision !== shown.revision) return state;
  return {
    ...state,
    shown: { ...shown, verification: event.verification, isPicked: event.isPicked },
  };
}

/** What is expected, unless it speaks of another token than the one shown. */
export function withExpected(state: PageState, { revision, expectations }: ShownExpected): PageState {
  const { shown } = state;
  if (shown.kind !== 'token' || revision !== shown.revision) return state;
  const { form, expectations: before } = shown;
  const isOwn = form !== undefined && expectations.source === 'panel';
  const isAsBefore = isEqual(before, expectations);
  if (isAsBefore) return state;
  return { ...state, shown: { ...shown, expectations, form: isOwn ? form : expectations.expected } };
}

/** Plain data from the wire, its members in one order. */
function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** How far the search for a reason has come, unless it speaks of another token than the one shown. */
export function withSearch(state: PageState, { revision, search }: ShownSearch): PageState {
  const { shown } = state;
  if (shown.kind !== 'token' || revision !== shown.revision) return state;
  return { ...state, shown: { ...shown, search } };
}

/** Where disclosures belong, unless it speaks of another token than the one shown. */
export function withDisclosures(state: PageState, { revision, disclosures }: ShownDisclosures): PageState {
  const { shown } = state;
  if (shown.kind !== 'token' || revision !== shown.revision) return state;
  return isEqual(shown.disclosures, disclosures) ? state : { ...state, shown: { ...shown, disclosures } };
}

/** What an encrypted token holds, unless another one is shown. */
export function withContent(state: PageState, { revision, content }: ShownContent): PageState {
  const { shown } = state;
  if (shown.kind !== 'token' || revision !== shown.revision) return state;
  return { ...state, shown: { ...shown, content } };
}

export function withNothing(state: PageState, { revision, reason }: ShownNothing): PageState {
  if (revision < state.shown.revision) return state;
  return { ...state, shown: { kind: 'nothing', revision, reason } };
}

/**
 * The state at a later moment: the same one, unless a time claim was passed since. What the host said of the old
 * moment no longer holds then, and the caller asks it again.
 */
export function atMoment(state: PageState, moment: number): PageState {
  const { shown } = state;
  if (shown.kind !== 'token' || !isPassed(shown, moment)) return state;
  const inspection = inspectToken(shown.token, moment, shown.leeway);
  return { ...state, shown: { ...shown, moment, inspection } };
}

/** Words change where a time is reached, and the standing where its leeway begins or ends. */
function isPassed({ inspection, leeway, moment: before }: ShownInspection, moment: number): boolean {
  return inspection.times.some(({ at }) =>
    [at - leeway, at, at + leeway].some((edge) => before < edge && edge <= moment),
  );
}
