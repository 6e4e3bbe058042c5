import { backendVerdicts } from '../../core/backends/backendVerdicts';
import { parseToken } from '../../core/jose/parseToken';
import type { KnownKey } from '../../core/keys/key';
import { backendRows, type BackendRow } from '../../core/present/backendText';
import type { VerificationReport } from '../../core/verify/report';
import type { FoundToken } from '../documents/foundToken';
import { originName } from '../keys/keyLabel';
import { nearbyKeys } from '../keys/nearbyKeys';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import { readSettings } from '../platform/settings';
import { words } from '../platform/words';
import { expectations, type ChosenExpectations } from '../profiles/expectations';

/** What other libraries answer, and with which key they were asked; no key where none is known that fits. */
export interface BackendAnswers {
  readonly key: string | undefined;
  readonly rows: readonly BackendRow[];
}

/**
 * What PyJWT, jsonwebtoken and jose would say of a token at a moment (seconds since the epoch): with the key that verified
 * it, else the first that was tried, and with what is expected here, or was chosen for this token.
 */
export async function askBackends(
  found: FoundToken,
  report: VerificationReport,
  keys: Pick<WorkspaceKeys, 'inventory'>,
  moment: number,
  chosen?: ChosenExpectations,
): Promise<BackendAnswers> {
  const settings = readSettings(found.place?.uri);
  const [{ keys: known }, nearby] = await Promise.all([keys.inventory(), nearbyKeys(found.place)]);
  const all = [...known, ...nearby];
  const key = keyAsked(report, all);
  if (!key) return { key: undefined, rows: [] };
  const { policy } = expectations(parseToken(found.text), settings, all, chosen);
  const verdicts = await backendVerdicts(found.text, key.key, policy, moment);
  return { key: originName(key.origin), rows: backendRows(verdicts, words(settings).translate) };
}

function keyAsked(
  { signatures: [answer] }: VerificationReport,
  known: readonly KnownKey[],
): KnownKey | undefined {
  const id =
    answer.status === 'valid' ? answer.key.id : answer.status === 'invalid' ? answer.tried[0]?.id : undefined;
  return id === undefined ? undefined : known.find((one) => one.id === id);
}
