import { readBase64url } from '../../encoding/base64url';
import type { Bytes } from '../../encoding/bytes';
import { FormatFault } from '../../encoding/formatFault';
import { decodeHex } from '../../encoding/hex';
import { refuse } from '../refusal';

/** How a PuTTY private key file begins. */
export const puttyBeginning = /^PuTTY-User-Key-File-(?<version>\d{1,3}): ?/;

/** What a PuTTY file holds before it is opened. */
export interface PuttyFile {
  readonly version: number;
  readonly algorithm: string;
  readonly encryption: string;
  readonly comment: string;
  readonly publicBlob: Bytes;
  readonly privateBlob: Bytes;
  readonly mac: Bytes;
  /** Headers by name, among them the parameters of Argon2. */
  readonly headers: ReadonlyMap<string, string>;
}

/** Takes a PPK file of version 2 or 3 apart (PuTTY manual, appendix C.1-2). Throws refusals and format faults. */
export function parsePutty(text: string): PuttyFile {
  const lines = text.trim().split(/\r\n|\r|\n/);
  const headers = new Map<string, string>();
  const blobs = new Map<string, Bytes>();
  let at = 0;
  for (let line = lines[at]; line !== undefined; line = lines[++at]) {
    const [, name = '', value = ''] = /^([A-Za-z0-9-]{1,40}): ?(.*)$/.exec(line.trimStart()) ?? [];
    headers.set(name, value);
    if (!name.endsWith('-Lines')) continue;
    const count = Number(value);
    if (!Number.isInteger(count) || count < 0 || at + count >= lines.length)
      throw new FormatFault('truncated');
    const { bytes, deviations } = readBase64url(lines.slice(at + 1, at + 1 + count).join(''));
    if (deviations.foreignAt !== undefined) throw new FormatFault('malformed');
    blobs.set(name, bytes);
    at += count;
  }
  const [publicBlob, privateBlob] = [blobs.get('Public-Lines'), blobs.get('Private-Lines')];
  const mac = decodeHex(headerText(headers, 'Private-MAC'));
  const { version = '' } = puttyBeginning.exec(text.trim())?.groups ?? {};
  if (version !== '2' && version !== '3') refuse('unsupportedVersion', { format: 'putty', version });
  if (!publicBlob || !privateBlob || !mac?.length) throw new FormatFault('truncated');
  return {
    version: Number(version),
    algorithm: headerText(headers, `PuTTY-User-Key-File-${version}`),
    encryption: headerText(headers, 'Encryption'),
    comment: headers.get('Comment') ?? '',
    publicBlob,
    privateBlob,
    mac,
    headers,
  };
}

/** A header's value without the blanks around it; empty where there is none. */
export function headerText(headers: ReadonlyMap<string, string>, name: string): string {
  return headers.get(name)?.trim() ?? '';
}
