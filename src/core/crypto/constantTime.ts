import { octetAt } from '../encoding/bytes';

/** Whether two arrays hold the same octets, in a time that tells nothing of where they differ: the judge of MACs and paddings. */
export function equalInConstantTime(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (let index = 0; index < a.length; index++) difference |= octetAt(a, index) ^ octetAt(b, index);
  return difference === 0;
}
