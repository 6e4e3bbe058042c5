import { parseToken } from '../jose/parseToken';
import { verifySignature } from '../verify/verifySignature';
import type { ConfiguredKey } from './configuredKeys';

/** Whether a text is a strict token that this key verifies: the one judge of every repaired token. */
export async function strictlyVerifies(
  text: string,
  index: number,
  { key }: ConfiguredKey,
): Promise<boolean> {
  const token = parseToken(text);
  if (token.kind !== 'jws') return false;
  return (await verifySignature(token, index, key)).status === 'valid';
}
