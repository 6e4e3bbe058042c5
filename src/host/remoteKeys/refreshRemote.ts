import { headerText, joseHeaders } from '../../core/jose/headers';
import type { Token } from '../../core/jose/token';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import { issuerOf } from '../profiles/expectations';
import { whileShowing } from './agreement';
import type { RemoteKeys } from './remoteKeys';

/**
 * Brings the sets up to date that a token to verify calls for: those out of date, or without its key id, at most once a
 * minute; of hosts the user allowed before. Only for a user who asked to verify: a hover never comes here.
 */
export async function refreshRemote(
  keys: Pick<WorkspaceKeys, 'inventory'>,
  remote: RemoteKeys,
  token: Token,
): Promise<void> {
  const kid = headerText(joseHeaders(token), 'kid');
  const { keys: known } = await keys.inventory();
  const unknownKid = kid !== undefined && !known.some(({ key }) => key.labels.kid === kid);
  const urls = await remote.wanted({ unknownKid, iss: issuerOf(token) });
  if (urls.length === 0) return;
  await whileShowing(urls, () => Promise.all(urls.map((url) => remote.fetchSet(url))));
}
