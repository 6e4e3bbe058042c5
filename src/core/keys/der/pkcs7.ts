import { derTag, type DerReader } from '../../encoding/der';
import type { Key } from '../key';
import { isKeyProblem, keyProblem, type KeyProblem } from '../keyProblem';
import type { KeyReading } from '../keyReading';
import { attempt, refuse } from '../refusal';
import { readCertificate } from './x509';

export const signedDataOid = '1.2.840.113549.1.7.2';
/** Certificates of one file that are looked into. */
const certificateLimit = 500;

/** The certificates of a PKCS#7 SignedData, of which the reader gives the members of the ContentInfo (RFC 5652 §5.1). */
export async function readPkcs7(contentInfo: DerReader): Promise<KeyReading> {
  if (contentInfo.oid() !== signedDataOid) refuse('noKeyInside', { format: 'pkcs7' });
  const signedData = contentInfo.enter(0xa0).enter();
  signedData.count();
  signedData.take(derTag.set);
  signedData.enter();
  const certificates = signedData.optional(0xa0);
  if (!certificates) return refuse('noKeyInside', { format: 'pkcs7' });
  const keys: Key[] = [];
  const problems: KeyProblem[] = [];
  const reader = signedData.inside(certificates);
  while (!reader.isAtEnd) {
    const certificate = reader.next();
    if (keys.length + problems.length === certificateLimit) {
      problems.push(keyProblem('tooMany', { count: certificateLimit + 1, limit: certificateLimit }));
      break;
    }
    // Other choices of CertificateSet (attribute certificates) hold no key.
    if (certificate.tag !== derTag.sequence) continue;
    const key = await attempt('pkcs7', () => readCertificate(reader, certificate, 'pkcs7'));
    if (isKeyProblem(key)) problems.push(key);
    else keys.push(key);
  }
  if (keys.length + problems.length === 0) refuse('noKeyInside', { format: 'pkcs7' });
  return { keys, problems };
}
