import { digest } from '../../crypto/digest';
import { encodeBase64url } from '../../encoding/base64url';
import type { DerElement, DerReader } from '../../encoding/der';
import type { Key, KeyFormat, KeyLabels } from '../key';
import { readPublicInfo } from './keyInfo';
import { readName, readTime } from './names';

/**
 * The public key of a certificate (RFC 5280 §4.1), with the thumbprints, the subject and the times it names. Nothing
 * about the certificate is checked: who signed it is no question of ours.
 */
export async function readCertificate(
  outer: DerReader,
  certificate: DerElement,
  format: KeyFormat = 'x509',
): Promise<Key> {
  const content = outer.inside(certificate);
  const signed = content.enter();
  signed.optional(0xa0);
  signed.integer();
  signed.enter();
  signed.enter();
  const validity = signed.enter();
  const [notBefore, notAfter] = [readTime(validity.next()), readTime(validity.next())];
  const comment = readName(signed.enter());
  const { material, labels } = await readPublicInfo(format, signed.enter());
  const [sha1, sha256] = await Promise.all([
    digest('SHA-1', certificate.whole.slice()),
    digest('SHA-256', certificate.whole.slice()),
  ]);
  const own: KeyLabels = {
    ...labels,
    ...(comment === undefined ? {} : { comment }),
    x5t: encodeBase64url(sha1),
    'x5t#S256': encodeBase64url(sha256),
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(notAfter === undefined ? {} : { notAfter }),
  };
  return { material, labels: own, format };
}
