import { parseToken } from '../../src/core/jose/parseToken';
import { readKeys } from '../../src/core/keys/readKeys';
import { verifyToken } from '../../src/core/verify/verifyToken';

/** What the extension does on a first verification: read the key's file, read the token, ask all four questions. */
export async function verify(token, pem, moment) {
  const { keys } = await readKeys({ bytes: new TextEncoder().encode(pem) });
  const origin = { from: 'file', path: 'key.pem', uri: 'file:///key.pem' };
  const known = keys.map((key, index) => ({ id: String(index), key, origin }));
  const report = await verifyToken({ token: parseToken(token), keys: known, moment });
  return report.signatures[0].status === 'valid' && report.time === 'inForce';
}
