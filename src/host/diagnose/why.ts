import { causeText } from '../../core/present/diagnosisWording';
import type { Diagnosis } from '../../core/diagnose/diagnosis';
import type { VerificationReport } from '../../core/verify/report';
import type { FoundToken } from '../documents/foundToken';
import { originName } from '../keys/keyLabel';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import type { Settings } from '../platform/settings';
import { words } from '../platform/words';
import type { Diagnoser, DiagnoseOptions } from './diagnoser';

/** A diagnosis with its sentence; the sentence is undefined where no cause was found. */
export interface Why {
  readonly diagnosis: Diagnosis;
  readonly text: string | undefined;
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

/** Whether there is something to explain: a signature that matches nothing, or that could not be tested. */
export function wantsExplanation({ signatures: [answer] }: VerificationReport): boolean {
  return (
    answer.status === 'invalid' || (answer.status === 'unverifiable' && explicable.has(answer.reason.code))
  );
}

/** Searches for the cause and words it. */
export async function explainWhy(
  diagnoser: Diagnoser,
  keys: WorkspaceKeys,
  found: FoundToken,
  settings: Settings,
  options: DiagnoseOptions,
): Promise<Why> {
  const diagnosis = await diagnoser.diagnose(found, options);
  if (diagnosis.status !== 'cause') return { diagnosis, text: undefined };
  const name = await nameOf(keys, diagnosis.key);
  return { diagnosis, text: causeText(diagnosis, name, words(settings)) };
}

/** What people call the key that a diagnosis speaks of; its ids are those of known keys without their index. */
async function nameOf(keys: WorkspaceKeys, id: string | undefined): Promise<string | undefined> {
  if (id === undefined) return undefined;
  const [place, kid] = splitId(id);
  const { keys: known } = await keys.inventory();
  const key =
    known.find((one) => one.id.startsWith(place) && (kid === undefined || one.key.labels.kid === kid)) ??
    known.find((one) => one.id.startsWith(place));
  if (key) return originName(key.origin);
  return place.startsWith('secret:')
    ? place.slice('secret:'.length)
    : place.slice(place.lastIndexOf('/') + 1);
}

/** `id#kid` of a JWK Set; ids of variables hold a `#` of their own. */
function splitId(id: string): readonly [string, string | undefined] {
  const at = id.startsWith('variable:') ? -1 : id.indexOf('#');
  return at < 0 ? [id, undefined] : [id.slice(0, at), id.slice(at + 1)];
}
