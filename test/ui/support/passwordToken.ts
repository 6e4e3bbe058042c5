import { createCipheriv, pbkdf2Sync, randomBytes } from 'node:crypto';

/** A token encrypted to a password (RFC 7518 §4.8). */
export function encryptedToPassword(content: string, password: string, iterations: number): string {
  const alg = 'PBES2-HS256+A128KW';
  const salt = randomBytes(16);
  const header = { alg, enc: 'A128GCM', p2s: salt.toString('base64url'), p2c: iterations };
  const salted = Buffer.concat([Buffer.from(`${alg}\0`), salt]);
  const wrappingKey = pbkdf2Sync(password, salted, iterations, 16, 'sha256');
  const contentKey = randomBytes(16);
  const wrapping = createCipheriv('id-aes128-wrap', wrappingKey, Buffer.alloc(8, 0xa6));
  const encryptedKey = Buffer.concat([wrapping.update(contentKey), wrapping.final()]);
  const protectedHeader = Buffer.from(JSON.stringify(header)).toString('base64url');
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-128-gcm', contentKey, iv);
  cipher.setAAD(Buffer.from(protectedHeader));
  const ciphertext = Buffer.concat([cipher.update(content), cipher.final()]);
  const parts = [encryptedKey, iv, ciphertext, cipher.getAuthTag()];
  return [protectedHeader, ...parts.map((octets) => octets.toString('base64url'))].join('.');
}
