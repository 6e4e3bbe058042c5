import { decryptToken } from '../../decrypt/decryptToken';
import type { Bytes } from '../../encoding/bytes';
import {
  contentEncryptions,
  keyManagementAlgorithms,
  type ContentEncryption,
  type KeyManagementAlgorithm,
} from '../../jose/encryptionAlgorithms';
import { parseToken } from '../../jose/parseToken';
import type { Key } from '../../keys/key';
import { accepted, isRefused, type BackendOutcome, type BackendRefusal } from '../backendVerdict';
import { claimsRefusal, replicatedRefusal } from './claimsSet';
import { criticalNames } from './critical';
import { decryptionKey } from './decryptionKey';
import { decodeJoseBase64url, readJoseObject } from './joseBase64url';
import { joseError } from './joseErrors';
import { keyManagementRefusal } from './keyManagement';
import type { JoseOptions, JoseRequest } from './options';

type Header = Readonly<Record<string, unknown>>;

/** What compressed content may grow to, in octets. */
const inflateLimit = 250_000;

const invalid = (message: string): BackendRefusal => joseError('JWEInvalid', message);

/** What `jwtDecrypt(token, key, options)` of jose 6.2.17 gives or throws for a compact JWE. Never throws. */
export async function joseDecryptVerdict(request: JoseRequest): Promise<BackendOutcome> {
  const opened = await decrypted(request);
  if (isRefused(opened)) return opened;
  const { options = {}, now } = request;
  const claims = claimsRefusal(opened.plaintext, { header: opened.header, options, now: Math.floor(now) });
  return isRefused(claims) ? claims : (replicatedRefusal(claims) ?? accepted);
}

async function decrypted({
  token,
  key,
  options = {},
}: JoseRequest): Promise<{ readonly header: Header; readonly plaintext: Bytes } | BackendRefusal> {
  const segments = token.split('.', 6);
  if (segments.length !== 5) return invalid('Invalid Compact JWE');
  const [headerText = '', keyText = '', ivText = '', cipherText = '', tagText = ''] = segments;
  const header = readJoseObject(decodeJoseBase64url(headerText));
  if (!header) return invalid('JWE Protected Header is invalid');
  const [ciphertext, iv, tag] = [cipherText, ivText, tagText].map(decodeJoseBase64url);
  if (!ciphertext) return undecodable('ciphertext');
  if (!iv) return undecodable('iv');
  if (!tag) return undecodable('tag');
  const plan = planOf(header, options);
  if (isRefused(plan)) return plan;
  const { algorithm, encryption, isTransport } = plan;
  const encryptedKey = decodeJoseBase64url(keyText);
  if (!encryptedKey && !isTransport) return undecodable('encrypted_key');
  if (!algorithm)
    return joseError('JOSENotSupported', 'Invalid or unsupported "alg" (JWE Algorithm) header value');
  const ready = decryptionKey(algorithm, encryption, key);
  if (isRefused(ready)) return ready;
  const refusal =
    keyManagementRefusal({ algorithm, header, key: ready, hasEncryptedKey: keyText !== '' }) ??
    contentRefusal(encryption, { iv, tag }, algorithm.family === 'direct' ? ready : undefined);
  return refusal ?? (await opened(token, header, ready));
}

const undecodable = (what: string): BackendRefusal => invalid(`Failed to base64url decode the ${what}`);

interface Plan {
  /** Undefined for one that jose does not have. */
  readonly algorithm: KeyManagementAlgorithm | undefined;
  readonly encryption: ContentEncryption;
  /** Whether an encrypted key travels in the token. */
  readonly isTransport: boolean;
}

/** The two algorithms the header names, where they are allowed. */
function planOf(header: Header, options: JoseOptions): Plan | BackendRefusal {
  const critical = criticalNames(header, 'JWEInvalid', options.crit);
  if (isRefused(critical)) return critical;
  const { zip, alg, enc } = header;
  if (zip !== undefined && zip !== 'DEF')
    return joseError(
      'JOSENotSupported',
      'Unsupported JWE "zip" (Compression Algorithm) Header Parameter value.',
    );
  if (typeof alg !== 'string' || alg === '') return invalid('missing JWE Algorithm (alg) in JWE Header');
  if (typeof enc !== 'string' || enc === '')
    return invalid('missing JWE Encryption Algorithm (enc) in JWE Header');
  const { keyManagementAlgorithms: allowed, contentEncryptionAlgorithms: allowedContent } = options;
  if (allowed ? !allowed.includes(alg) : alg.startsWith('PBES2')) return notAllowed('alg', 'Algorithm');
  if (allowedContent && !allowedContent.includes(enc)) return notAllowed('enc', 'Encryption Algorithm');
  const encryption = contentEncryptions.get(enc);
  if (!encryption)
    return joseError(
      'JOSENotSupported',
      'Invalid or unsupported "enc" (JWE Encryption Algorithm) header value',
    );
  // jose never had RSAES-PKCS1-v1_5 in this version.
  const algorithm = alg === 'RSA1_5' ? undefined : keyManagementAlgorithms.get(alg);
  const isDirect =
    algorithm?.family === 'direct' || (algorithm?.family === 'ecdh-es' && !algorithm.wrapBytes);
  return { algorithm, encryption, isTransport: algorithm !== undefined && !isDirect };
}

function notAllowed(name: string, meaning: string): BackendRefusal {
  return joseError('JOSEAlgNotAllowed', `"${name}" (${meaning}) Header Parameter value not allowed`);
}

/** The lengths of what is encrypted with; a key that travelled never has a wrong one. */
function contentRefusal(
  { family, ivBytes, keyBytes }: ContentEncryption,
  { iv, tag }: { readonly iv: Bytes; readonly tag: Bytes },
  directKey: Key | undefined,
): BackendRefusal | undefined {
  if (iv.length === 0) return invalid('JWE Initialization Vector missing');
  if (tag.length === 0) return invalid('JWE Authentication Tag missing');
  if (family === 'gcm' && tag.length !== 16) return invalid('Invalid Authentication Tag length');
  if (iv.length !== ivBytes) return invalid('Invalid Initialization Vector length');
  const found = directKey?.material.kty === 'oct' ? directKey.material.k.length : keyBytes;
  if (found === keyBytes) return undefined;
  const bits = `Expected ${8 * keyBytes} bits, got ${8 * found} bits`;
  return invalid(`Invalid Content Encryption Key length. ${bits}`);
}

async function opened(
  text: string,
  header: Header,
  key: Key,
): Promise<{ readonly header: Header; readonly plaintext: Bytes } | BackendRefusal> {
  const token = parseToken(text);
  const result = token.kind === 'jwe' && (await decryptToken(token, key, { inflateLimit }));
  if (result && result.status === 'decrypted') return { header, plaintext: result.plaintext };
  const code = result && result.reason.code;
  if (code === 'inflationTooLarge') return invalid('Decompressed plaintext exceeded the configured limit');
  if (code === 'inflationMalformed') return invalid('Failed to decompress plaintext');
  return joseError('JWEDecryptionFailed', 'decryption operation failed');
}
