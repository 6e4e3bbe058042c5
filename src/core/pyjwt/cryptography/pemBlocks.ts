import type { Bytes } from '../../encoding/bytes';
import { decodeBase64url } from '../../encoding/base64url';

/** One block of PEM as OpenSSL reads it. */
export interface PemBlock {
  readonly label: string;
  /** The lines above the first empty one, if there is one (RFC 1421 headers). */
  readonly header: string;
  /** The decoded body; undefined where the block is damaged. */
  readonly bytes: Bytes | undefined;
}

/** OpenSSL reads lines in pieces of this many characters. */
const pieceLength = 254;
const begin = '-----BEGIN ';
const end = '-----END ';
const tail = '-----';
/** U+FEFF in UTF-8, its octets taken for characters. */
const byteOrderMark = /^\u00ef\u00bb\u00bf/;

/** Blocks in one text that are looked at; a key file has a handful. */
const blockLimit = 64;

/** The PEM blocks of a text, damaged ones too, in the way of OpenSSL 3.0: what is between blocks is passed over. */
export function readPemBlocks(octets: Uint8Array): readonly PemBlock[] {
  const lines = readLines(octets);
  const blocks: PemBlock[] = [];
  let from = 0;
  for (let at = 0; at < lines.length && blocks.length < blockLimit; at++) {
    // A byte order mark is passed over wherever the search begins anew.
    const line = (lines[at]?.text ?? '').replace(at === from ? byteOrderMark : '', '');
    if (!line.startsWith(begin) || !line.endsWith(tail) || line.length < begin.length + tail.length) continue;
    const { block, next } = readBlock(lines, at + 1, line.slice(begin.length, -tail.length));
    blocks.push(block);
    from = next;
    at = next - 1;
  }
  return blocks;
}

interface Line {
  /** Without trailing white space, control characters and octets outside ASCII. */
  readonly text: string;
  /** Whether more of the same line follows in the next piece. */
  readonly isPartial: boolean;
}

/** Where a block is in its reading: perhaps above a header, in one, or below it. */
type Stage = 'maybeHeader' | 'header' | 'body';

function readBlock(
  lines: readonly Line[],
  from: number,
  label: string,
): { readonly block: PemBlock; readonly next: number } {
  const above: string[] = [];
  const below: string[] = [];
  let stage: Stage = 'maybeHeader';
  let isLast = false;
  const damaged = (at: number) => ({ block: { label, header: '', bytes: undefined }, next: at + 1 });
  for (let at = from; at < lines.length; at++) {
    const { text } = lines[at] ?? { text: '' };
    if (stage === 'maybeHeader' && text.includes(':')) stage = 'header';
    if (text === '') {
      if (lines[at - 1]?.isPartial) continue;
      if (stage === 'body') return damaged(at);
      stage = 'body';
      continue;
    }
    if (text.startsWith(end)) {
      if (text !== end + label + tail) return damaged(at);
      const [header, body] = stage === 'maybeHeader' ? [[], above] : [above, below];
      return {
        block: { label, header: header.join('\n'), bytes: decodeBody(body.join('\n')) },
        next: at + 1,
      };
    }
    // Below a header only the last line may be short, and none longer than 64 characters.
    if (isLast || (stage === 'body' && text.length > 64)) return damaged(at);
    if (stage === 'body') isLast = text.length < 64;
    (stage === 'body' ? below : above).push(text);
  }
  return damaged(lines.length);
}

function readLines(octets: Uint8Array): readonly Line[] {
  const lines: Line[] = [];
  for (let at = 0; at < octets.length;) {
    const newline = octets.subarray(at, at + pieceLength).indexOf(0x0a);
    const next = newline < 0 ? Math.min(at + pieceLength, octets.length) : at + newline + 1;
    lines.push({
      text: trimmed(octets.subarray(at, next)),
      isPartial: newline < 0 && next < octets.length,
    });
    at = next;
  }
  return lines;
}

function trimmed(octets: Uint8Array): string {
  // OpenSSL compares signed characters: those above 0x7f count as below the space.
  const last = octets.findLastIndex((octet) => octet > 0x20 && octet < 0x80);
  let text = '';
  for (const octet of octets.subarray(0, last + 1)) text += String.fromCharCode(octet);
  return text;
}

/** White space is passed over, a `-` ends the text; anything else outside the alphabet, and wrong padding, is a fault. */
function decodeBody(text: string): Bytes | undefined {
  const [upTo = ''] = text.split('-', 1);
  const characters = upTo.replace(/[ \t\r\n]/g, '');
  const bare = characters.replace(/={1,2}$/, '');
  if (bare === '' || characters.length % 4 !== 0 || !/^[A-Za-z0-9+/]*$/.test(bare)) return undefined;
  // OpenSSL does not mind unused bits that are set: the last character is replaced by the one with the same octets.
  const groups = bare.replaceAll('+', '-').replaceAll('/', '_');
  return decodeBase64url(groups) ?? decodeBase64url(withoutUnusedBits(groups));
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function withoutUnusedBits(text: string): string {
  const mask = text.length % 4 === 2 ? 0b110000 : 0b111100;
  const last = alphabet.indexOf(text.charAt(text.length - 1));
  return text.slice(0, -1) + alphabet.charAt(last & mask);
}
