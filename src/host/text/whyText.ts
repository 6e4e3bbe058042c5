import { causeText } from '../../core/present/diagnosisWording';
import type { VerificationReport } from '../../core/verify/report';
import type { Diagnoser } from '../diagnose/diagnoser';
import { explainWhy, wantsExplanation } from '../diagnose/why';
import type { FoundToken } from '../documents/foundToken';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import type { Settings } from '../platform/settings';
import { words } from '../platform/words';

/** Milliseconds the search for a cause may take here; the command has more. */
const budget = 1000;

/** Why a signature does not match, as a sentence; undefined where it does, or nothing could be proven. */
export async function whyText(
  diagnoser: Diagnoser,
  keys: WorkspaceKeys,
  found: FoundToken,
  report: VerificationReport,
  settings: Settings,
): Promise<string | undefined> {
  if (!wantsExplanation(report, 'common')) return undefined;
  const { cause } = await explainWhy(diagnoser, keys, found, { tier: 'common', budget });
  return cause && causeText(cause, words(settings));
}
