import { parseToken } from '../../core/jose/parseToken';
import type { KnownKey } from '../../core/keys/key';
import { pickDecryptionKey } from '../decrypt/pickDecryptionKey';
import type { FoundToken } from '../documents/foundToken';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import type { RemoteKeys } from '../remoteKeys/remoteKeys';
import { pickVerificationKey } from '../verify/pickVerificationKey';
import type { Verifier } from '../verify/verifier';

/** What choosing a key leans on. */
export interface ChooserPorts {
  readonly keys: WorkspaceKeys;
  readonly verifier: Verifier;
  readonly remote: RemoteKeys;
}

/** Lets the user choose a key for a token: to open it where it is encrypted, else to verify it. Undefined where the user turned away. */
export async function pickKeyFor(
  { keys, verifier, remote }: ChooserPorts,
  found: FoundToken,
): Promise<KnownKey | undefined> {
  const token = parseToken(found.text);
  return token.kind === 'jwe'
    ? await pickDecryptionKey(keys, token)
    : await pickVerificationKey(keys, verifier, found, { remote });
}
