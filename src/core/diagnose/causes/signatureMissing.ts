import { firstVerifying } from '../siblings';
import type { Proof, Setting, Variant } from '../stance';

/** Row 40: another token has this header and payload, and a signature. */
export async function siblingWithSignature(
  { parts: [own] }: Variant,
  setting: Setting,
): Promise<Proof | undefined> {
  if (!own || own.s !== '' || own.p === '' || own.alg?.toLowerCase() === 'none') return undefined;
  const found = await firstVerifying(setting, ({ parts: { h, p } }) => h === own.h && p === own.p);
  return found && { key: found.key, repaired: found.sibling.text, evidence: 'sibling' };
}
