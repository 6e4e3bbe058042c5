import { attackCodes } from '../../core/diagnose/codes';
import { causeText } from '../../core/present/diagnosisWording';
import type { HoverWhy } from '../../core/present/markdown';
import type { Words } from '../../core/present/wording';
import type { Diagnoser } from '../diagnose/diagnoser';
import { fixFor } from '../diagnose/fix';
import { explainWhy, type Why } from '../diagnose/why';
import type { PlacedToken } from '../documents/foundToken';
import type { WorkspaceKeys } from '../keys/workspaceKeys';

/** Milliseconds a hover waits for the reason; the search itself may go on for the next one. */
const patience = 100;

interface Begun {
  readonly text: string;
  readonly uri: string;
  readonly version: number;
  /** The very answer of the key store: another one means other keys. */
  readonly inventory: unknown;
  readonly why: Promise<Why>;
  readonly cancellation: { isCancellationRequested: boolean };
}

/** The search for the token hovered last, in memory only: who hovers again need not wait again. */
let last: Begun | undefined;

/** Why the signature does not match, where a common cause is proven in the time a hover has, or was before. */
export async function hoverReason(
  diagnoser: Pick<Diagnoser, 'diagnose'>,
  keys: Pick<WorkspaceKeys, 'inventory'>,
  found: PlacedToken,
  words: Words,
): Promise<HoverWhy | undefined> {
  const { why } = await searchFor(diagnoser, keys, found);
  let timer: unknown;
  const tired = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patience);
  });
  const known = await Promise.race([why, tired]);
  clearTimeout(timer);
  if (!known?.cause || known.diagnosis.status !== 'cause') return undefined;
  const { cause, diagnosis } = known;
  return {
    text: causeText(cause, words),
    isAttack: [cause.code, ...cause.also].some((code) => attackCodes.has(code)),
    fix: fixFor(diagnosis, true)?.kind,
  };
}

async function searchFor(
  diagnoser: Pick<Diagnoser, 'diagnose'>,
  keys: Pick<WorkspaceKeys, 'inventory'>,
  found: PlacedToken,
): Promise<Begun> {
  const inventory = await keys.inventory();
  const { uri, version } = found.place;
  const isSame = (begun: Begun): boolean =>
    begun.text === found.text &&
    begun.uri === uri.toString() &&
    begun.version === version &&
    begun.inventory === inventory;
  if (last && isSame(last)) return last;
  if (last) last.cancellation.isCancellationRequested = true;
  const cancellation = { isCancellationRequested: false };
  const why = explainWhy(diagnoser, keys, found, { tier: 'common', cancellation });
  const begun = { text: found.text, uri: uri.toString(), version, inventory, why, cancellation };
  last = begun;
  // A failed search is no answer to keep; whoever waits for it is told.
  why.catch(() => {
    if (last === begun) last = undefined;
  });
  return begun;
}
