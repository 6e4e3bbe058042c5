import type { DerElement, DerReader } from '../../encoding/der';
import { ecPair } from '../curve/pairs';
import { scalar } from '../curve/points';
import type { CurveRow } from '../curve/curves';
import type { Key } from '../key';
import type { KeyReading } from '../keyReading';
import type { ReadingContext } from '../readingContext';
import { readEncryptedInfo } from './encryptedInfo';
import { readPkcs12 } from './pkcs12';
import { readPkcs7 } from './pkcs7';
import { readSec1Parts } from './sec1';
import { readCertificate } from './x509';

/** What DER holds besides plain keys, in one piece that is loaded when the first of it comes. */
export const rareFormats = {
  pkcs12: (pfx: DerReader, context: ReadingContext): Promise<KeyReading> => readPkcs12(pfx, context),
  pkcs7: (content: DerReader): Promise<KeyReading> => readPkcs7(content),
  encrypted: (info: DerReader, context: ReadingContext): Promise<Key> => readEncryptedInfo(info, context),
  certificate: (outer: DerReader, whole: DerElement): Promise<Key> => readCertificate(outer, whole),
  async sec1(members: DerReader, curve: CurveRow | undefined): Promise<Key> {
    const parts = readSec1Parts(members, curve);
    const material = await ecPair('sec1', parts.curve, scalar(parts.curve, parts.d), parts.point);
    return { material, labels: {}, format: 'sec1' };
  },
} as const;
