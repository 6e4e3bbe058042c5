import { summarizeCause, type CauseSummary } from '../../core/diagnose/causeSummary';
import type { Diagnosis } from '../../core/diagnose/diagnosis';
import type { VerificationReport } from '../../core/verify/report';
import type { KnownKey } from '../../core/keys/key';
import type { FoundToken } from '../documents/foundToken';
import { originName } from '../keys/keyLabel';
import { nearbyKeys } from '../keys/nearbyKeys';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import type { Diagnoser, DiagnoseOptions } from './diagnoser';
import { widenedToken } from './widenedToken';

/** A diagnosis, and what of it may be shown. */
export interface Why {
  readonly diagnosis: Diagnosis;
  /** The token it speaks of, and a fix mends: more than was found, where that is only its beginning. */
  readonly about: FoundToken;
  /** Undefined where no cause was found. */
  readonly cause: CauseSummary | undefined;
  /** The key that verifies, by the name people know, where there is one. */
  readonly keyName: string | undefined;
}

/** Reasons for which no test took place, and that a search may explain. */
const explicable: ReadonlySet<string> = new Set([
  'noFittingKey',
  'kidUnknown',
  'algMissing',
  'algUnknown',
  'signatureMissing',
  'payloadDetached',
  'criticalUnknown',
  'keyUnusable',
  'malformed',
]);

/**
 * Whether there is something to explain: a signature that matches nothing, or that could not be tested. To a hover a
 * missing signature speaks for itself; a longer search asks whether somebody took it off.
 */
export function wantsExplanation(
  { signatures: [answer] }: VerificationReport,
  tier: NonNullable<DiagnoseOptions['tier']>,
): boolean {
  if (answer.status === 'unsecured') return tier === 'all';
  return (
    answer.status === 'invalid' || (answer.status === 'unverifiable' && explicable.has(answer.reason.code))
  );
}

/** Searches for the cause, and names its key. */
export async function explainWhy(
  diagnoser: Pick<Diagnoser, 'diagnose'>,
  keys: Pick<WorkspaceKeys, 'inventory'>,
  found: FoundToken,
  options: DiagnoseOptions,
): Promise<Why> {
  const { diagnosis, about } = await search(diagnoser, found, options);
  if (diagnosis.status === 'unknown') return { diagnosis, about, cause: undefined, keyName: undefined };
  const keyName = await nameOf(keys, found, diagnosis.key);
  const cause = diagnosis.status === 'cause' ? summarizeCause(diagnosis, keyName) : undefined;
  return { diagnosis, about, cause, keyName };
}

/** What stands behind the token may be the rest of it: then that is proven, or counts for nothing. */
async function search(
  diagnoser: Pick<Diagnoser, 'diagnose'>,
  found: FoundToken,
  options: DiagnoseOptions,
): Promise<Pick<Why, 'diagnosis' | 'about'>> {
  const wider = widenedToken(found);
  if (wider) {
    const diagnosis = await diagnoser.diagnose(wider, options);
    const isProven = diagnosis.status === 'cause' && diagnosis.evidence !== 'form';
    // Cut off again, it would be what was found: the surroundings of that are no part of it.
    if (isProven && ![diagnosis.code, ...diagnosis.also].includes('token-surrounded'))
      return { diagnosis, about: wider };
  }
  return { diagnosis: await diagnoser.diagnose(found, options), about: found };
}

/** The known key that a diagnosis speaks of; its ids are those of known keys without their index. */
export async function keyOfDiagnosis(
  keys: Pick<WorkspaceKeys, 'inventory'>,
  found: FoundToken,
  id: string,
): Promise<KnownKey | undefined> {
  const [place, kid] = splitId(id);
  const [{ keys: known }, nearby] = await Promise.all([keys.inventory(), nearbyKeys(found.place)]);
  const there = [...known, ...nearby].filter((one) => isAt(place, one.id));
  return there.find((one) => kid === undefined || one.key.labels.kid === kid) ?? there[0];
}

function isAt(place: string, id: string): boolean {
  return id === place || (id.startsWith(place) && /^[#.]\d+$/.test(id.slice(place.length)));
}

async function nameOf(
  keys: Pick<WorkspaceKeys, 'inventory'>,
  found: FoundToken,
  id: string | undefined,
): Promise<string | undefined> {
  if (id === undefined) return undefined;
  const key = await keyOfDiagnosis(keys, found, id);
  if (key) return originName(key.origin);
  const [place] = splitId(id);
  return place.startsWith('secret:')
    ? place.slice('secret:'.length)
    : place.slice(place.lastIndexOf('/') + 1);
}

/** `id#kid` of a JWK Set; ids of variables hold a `#` of their own. */
function splitId(id: string): readonly [string, string | undefined] {
  const at = id.startsWith('variable:') ? -1 : id.indexOf('#');
  return at < 0 ? [id, undefined] : [id.slice(0, at), id.slice(at + 1)];
}
