import { equalBytes } from '../../core/encoding/bytes';
import type { SignatureAlgorithm } from '../../core/jose/algorithms';
import { hasPrivate } from '../../core/keys/jwk';
import type { KnownKey } from '../../core/keys/key';
import { keyWish } from '../../core/keys/keyWish';
import { markOf, rankKeys } from '../../core/keys/rankKeys';
import type { FoundToken } from '../documents/foundToken';
import { signsWith } from '../generateKey/fittingKinds';
import { nearbyKeys } from '../keys/nearbyKeys';
import { pickKey } from '../keys/pickKey';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import { readSettings } from '../platform/settings';
import type { Verifier } from '../verify/verifier';

export interface SigningPorts {
  readonly keys: WorkspaceKeys;
  readonly verifier: Pick<Verifier, 'moment' | 'verify'>;
}

/** The key that could have signed a token: the one that verifies it, or its private half. Undefined where there is none. */
export async function signingKeyOf(
  found: FoundToken,
  { keys, verifier }: SigningPorts,
): Promise<KnownKey | undefined> {
  const { place } = found;
  const { report } = await verifier.verify(found.text, readSettings(place?.uri), { place });
  const [answer] = report.signatures;
  // A key that came in the token is nobody's to sign with.
  if (answer.status !== 'valid' || answer.key.origin.from === 'token') return undefined;
  const [inventory, nearby] = await Promise.all([keys.inventory(), nearbyKeys(place)]);
  const all = [...inventory.keys, ...nearby];
  const verifying = all.find(({ id }) => id === answer.key.id);
  if (!verifying || hasPrivate(verifying.key.material)) return verifying;
  const mark = markOf(verifying.key);
  const { kty } = verifying.key.material;
  return all.find(
    ({ key }) => key.material.kty === kty && hasPrivate(key.material) && equalBytes(markOf(key), mark),
  );
}

/** Lets the user choose what signs, the keys that fit the algorithm first. */
export async function pickSigningKey(
  keys: WorkspaceKeys,
  algorithm: SignatureAlgorithm,
  title: string,
  placeHolder: string,
): Promise<KnownKey | undefined> {
  const ranked = await rankKeys(keyWish([], algorithm, 'sign'), (await keys.inventory()).keys);
  const fitting = ranked.map((one) => one.known.id);
  const generates = signsWith(algorithm);
  return await pickKey(keys, { title, placeHolder, algorithm, signing: true, fitting, generates });
}
