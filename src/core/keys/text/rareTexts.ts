import { DerReader } from '../../encoding/der';
import type { PemBlock } from '../../encoding/pem';
import type { Bytes } from '../../encoding/bytes';
import { readBinaryKeys } from '../binaryKeys';
import type { CurveRow } from '../curve/curves';
import { readEcParameters } from '../der/ecParameters';
import type { Key, KeyMaterial } from '../key';
import type { KeyReading } from '../keyReading';
import type { ReadingContext } from '../readingContext';
import { readOpensshPrivate } from '../ssh/opensshPrivate';
import { readPublicBlob } from '../ssh/publicBlob';
import { readPublicLines } from '../ssh/publicLines';
import { readPutty } from '../ssh/putty';
import { puttyBeginning } from '../ssh/puttyFile';
import { decryptLegacyPem } from './legacyPem';

/** What texts hold besides plain PEM and JSON, in one piece that is loaded when the first of it comes. */
export const rareTexts = {
  opensshPrivate: (octets: Bytes, context: ReadingContext): Promise<Key[]> =>
    readOpensshPrivate(octets, context),
  publicBlob: (octets: Bytes): Promise<KeyMaterial> => readPublicBlob('rfc4716', octets),
  publicLines: (text: string): Promise<KeyReading | undefined> => readPublicLines(text),
  isPutty: (text: string): boolean => puttyBeginning.test(text),
  putty: (text: string, context: ReadingContext): Promise<Key> => readPutty(text, context),
  legacyPem: (block: PemBlock, octets: Bytes, context: ReadingContext): Promise<Bytes> =>
    decryptLegacyPem(block, octets, context),
  ecParameters: (octets: Bytes): CurveRow | undefined => readEcParameters(new DerReader(octets)),
  binary: (octets: Uint8Array, context: ReadingContext, name?: string): Promise<KeyReading | undefined> =>
    readBinaryKeys(octets, context, name),
} as const;

export type RareTexts = typeof rareTexts;
