import { concatBytes, utf8Bytes, type Bytes } from '../encoding/bytes';
import { memberOf } from '../encoding/jsonNode';
import {
  contentEncryptions,
  keyManagementAlgorithms,
  type ContentEncryption,
  type KeyManagementAlgorithm,
} from '../jose/encryptionAlgorithms';
import { headerParameter, recipientHeaders } from '../jose/headers';
import { headerFault } from '../jose/strictHeaders';
import type { JoseHeader, JweToken } from '../jose/token';
import { failed, invalidParameter, type Step } from './decryption';

/** What is to be done for one recipient, judged before any key is looked at. */
export interface RecipientPlan {
  readonly index: number;
  readonly algorithm: KeyManagementAlgorithm;
  readonly encryption: ContentEncryption;
  /** The headers that together make the JOSE header, protected first. */
  readonly headers: readonly JoseHeader[];
  readonly encryptedKey: Bytes;
  readonly isCompressed: boolean;
}

/** No extension is understood in a JWE: `b64` is one of JWS (RFC 7797). */
const understood: ReadonlySet<string> = new Set();

/** Judges the header of one recipient by all that RFC 7516 §5.2 asks. */
export function recipientPlan(token: JweToken, index: number): Step<RecipientPlan> {
  const recipient = token.recipients[index];
  if (!recipient) return failed({ code: 'malformed' });
  const unprotected = [token.unprotected, recipient.header].filter((header) => header !== undefined);
  const fault = headerFault(token.protected, unprotected, understood);
  if (fault) return failed(fault);
  const headers = recipientHeaders(token, index);
  const alg = headerParameter(headers, 'alg');
  const enc = headerParameter(headers, 'enc');
  if (!alg) return failed({ code: 'algMissing' });
  if (!enc) return failed({ code: 'encMissing' });
  if (alg.type !== 'string' || enc.type !== 'string') return failed({ code: 'malformed' });
  const algorithm = keyManagementAlgorithms.get(alg.value);
  if (!algorithm) return failed({ code: 'algUnknown', alg: alg.value });
  const encryption = contentEncryptions.get(enc.value);
  if (!encryption) return failed({ code: 'encUnknown', enc: enc.value });
  const compression = compressionOf(token.protected, unprotected);
  if ('reason' in compression) return compression;
  const { bytes, isStrict } = recipient.encryptedKey;
  if (!bytes || !isStrict) return failed({ code: 'malformed' });
  const plan = {
    index,
    algorithm,
    encryption,
    headers,
    encryptedKey: bytes,
    isCompressed: compression.value,
  };
  return { value: plan };
}

/** `zip` must be protected, and `DEF` (RFC 7516 §4.1.3). */
function compressionOf(
  protectedHeader: JoseHeader | undefined,
  unprotected: readonly JoseHeader[],
): Step<boolean> {
  if (headerParameter(unprotected, 'zip')) return failed({ code: 'malformed' });
  const zip = memberOf(protectedHeader?.object, 'zip');
  if (!zip) return { value: false };
  if (zip.type !== 'string') return failed({ code: 'malformed' });
  return zip.value === 'DEF' ? { value: true } : failed({ code: 'zipUnknown', zip: zip.value });
}

/** The encrypted content and what it is bound to, the same for all recipients. */
export interface EncryptedContent {
  readonly iv: Bytes;
  readonly ciphertext: Bytes;
  readonly tag: Bytes;
  readonly aad: Bytes;
}

/** Judges the parts that all recipients share; lengths must be those of the `enc`. */
export function encryptedContent(token: JweToken, encryption: ContentEncryption): Step<EncryptedContent> {
  const { initializationVector, ciphertext, authenticationTag, additionalData } = token;
  const parts = [
    initializationVector,
    ciphertext,
    authenticationTag,
    ...(additionalData ? [additionalData] : []),
  ];
  const [iv, data, tag] = [initializationVector.bytes, ciphertext.bytes, authenticationTag.bytes];
  if (!data || !parts.every(({ isStrict }) => isStrict) || additionalData?.text === '')
    return failed({ code: 'malformed' });
  if (iv?.length !== encryption.ivBytes) return invalidParameter('iv');
  if (tag?.length !== encryption.tagBytes) return invalidParameter('tag');
  const header = utf8Bytes(token.protected?.segment?.text ?? '');
  const aad = additionalData ? concatBytes(header, utf8Bytes(`.${additionalData.text}`)) : header;
  return { value: { iv, ciphertext: data, tag, aad } };
}
