import type { SecretEncoding } from '../../core/keys/key';
import { addReference } from './keyReferenceEdits';
import { referenceLevel } from './referenceLevel';
import type { Secrets } from './secrets';

interface NewSecret {
  readonly name: string;
  readonly text: string;
  readonly encoding: SecretEncoding;
}

/**
 * Keeps a secret and names it in the settings, both or neither: one that no setting names would never be seen again, and one
 * that was there before is not lost to a failure.
 */
export async function keepSecret(secrets: Secrets, { name, text, encoding }: NewSecret): Promise<void> {
  const before = await secrets.get(name);
  await secrets.set(name, text);
  try {
    await addReference({ secret: name, encoding }, referenceLevel());
  } catch (error) {
    await (before === undefined ? secrets.forget(name) : secrets.set(name, before));
    throw error;
  }
}
