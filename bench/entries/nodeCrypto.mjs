import { createPublicKey, verify as verifySignature } from 'node:crypto';

/** No library at all: the floor for what takes its cryptography from Node. */
export async function verify(token, pem, moment) {
  const [header, payload, signature] = token.split('.');
  const key = createPublicKey(pem);
  const isGenuine = verifySignature(
    'sha256',
    Buffer.from(`${header}.${payload}`),
    key,
    Buffer.from(signature, 'base64url'),
  );
  return isGenuine && JSON.parse(Buffer.from(payload, 'base64url')).exp > moment;
}
