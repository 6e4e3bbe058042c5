/** WebCrypto and nothing else: the floor for what takes its cryptography from there. */
export async function verify(token, pem, moment) {
  const [header, payload, signature] = token.split('.');
  const spki = Buffer.from(pem.replace(/-----[^-]+-----/g, ''), 'base64');
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const key = await globalThis.crypto.subtle.importKey('spki', spki, algorithm, false, ['verify']);
  const isGenuine = await globalThis.crypto.subtle.verify(
    algorithm,
    key,
    Buffer.from(signature, 'base64url'),
    Buffer.from(`${header}.${payload}`),
  );
  return isGenuine && JSON.parse(Buffer.from(payload, 'base64url')).exp > moment;
}
