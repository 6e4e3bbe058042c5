import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A text that must not be found, and what it is. */
export type Hidden = readonly [name: string, text: string];

const tokenShape = /eyJ[\w-]{8,}\.[\w-]*\.[\w-]*/g;
/** Members of a private JWK or a secret one (RFC 7518 §6). */
const privateMember = /"(?:d|p|q|dp|dq|qi|k|priv)\\*"\s*:\s*\\*"[\w-]{16,}/;
/** A claim's value that says something of its token: no single word that stands in programs too. */
const telling = /^(?=.*[^a-z]).{8,}$/s;

/** Tokens in a text, and the texts that their claims hold. */
export function hiddenIn(text: string): readonly Hidden[] {
  return [...text.matchAll(tokenShape)].flatMap(([token]): Hidden[] => [
    ['a token', token],
    ...stringsOf(claimsOf(token))
      .filter((value) => telling.test(value))
      .map((value): Hidden => ['a claim', value]),
  ]);
}

function claimsOf(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString('utf8'));
  } catch {
    return undefined; // broken on purpose
  }
}

function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

/** Lines of private keys in PEM, and secret members of JWKs. */
export function keyMaterialIn(text: string): readonly Hidden[] {
  const blocks = text.matchAll(/-----BEGIN [A-Z ]*PRIVATE KEY-----([^-]+)-----END/g);
  const lines = [...blocks].flatMap(([, body]) => body.split('\n').slice(2, -2));
  const members = text.matchAll(/"(?:d|k)"\s*:\s*"([\w-]{16,})"/g);
  return [
    ...lines.filter((line) => line.length >= 16).map((line): Hidden => ['a line of a private key', line]),
    ...[...members].map(([, value]): Hidden => ['a private member of a JWK', value]),
  ];
}

/** A text as something may have written it: plain, in JSON, in UTF-16, in hexadecimal, in base64 wherever it stands among other octets. */
function spellings(text: string): readonly (readonly [how: string, spelling: string])[] {
  const bytes = Buffer.from(text, 'utf8');
  const base64 = [0, 1, 2].flatMap((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    // What neighbours have a share in is left out at both ends.
    const inner = encoded.replace(/=+$/, '').slice(offset === 0 ? 0 : 4, -2);
    return inner.length < 8 ? [] : [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
  });
  const json = JSON.stringify(text).slice(1, -1);
  return [
    ['', bytes.toString('latin1')],
    ...(json === text ? [] : [[' in JSON', Buffer.from(json, 'utf8').toString('latin1')] as const]),
    [' in UTF-16', Buffer.from(text, 'utf16le').toString('latin1')],
    [' in hexadecimal', bytes.toString('hex')],
    ...base64.map((spelling) => [' in base64', spelling] as const),
  ];
}

/** What a text that is searched for begins with, as a number: its first four octets. */
const beginningOf = (spelling: string): number => Buffer.from(spelling, 'latin1').readInt32BE(0);
const slotOf = (beginning: number): number => (beginning ^ (beginning >>> 16)) & 0xffff;

/**
 * Looks for hidden texts, however they are spelt, and for anything that looks like a token or a private key. All are looked for
 * at once, in one pass: there are thousands of spellings after a whole run, and logs of a hundred megabytes.
 */
export class TraceSearch {
  readonly #spelt = new Map<number, (readonly [name: string, spelling: string])[]>();
  /** Which beginnings there may be; most octets of a log are passed by with no more than this. */
  readonly #slots = new Uint8Array(0x10000);
  /** How many octets were looked through. */
  searched = 0;

  constructor(hidden: readonly Hidden[]) {
    const unique = new Map(hidden.map(([name, text]) => [text, name]));
    for (const [text, name] of unique)
      for (const [how, spelling] of spellings(text)) {
        const beginning = beginningOf(spelling);
        this.#slots[slotOf(beginning)] = 1;
        const row = [`${name}${how}: ${text.slice(0, 40)}`, spelling] as const;
        this.#spelt.set(beginning, [...(this.#spelt.get(beginning) ?? []), row]);
      }
  }

  /** What is found in these bytes, by name. */
  of(bytes: Buffer | string): readonly string[] {
    const buffer = typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes;
    const text = buffer.toString('latin1');
    this.searched += buffer.length;
    return [
      ...this.#hiddenIn(buffer, text),
      ...(text.match(tokenShape) ?? []).map((token) => `something like a token: ${token.slice(0, 40)}`),
      ...(text.includes('PRIVATE KEY-----') ? ['a private key in PEM'] : []),
      ...(privateMember.test(text) ? ['a private key or secret as JWK'] : []),
    ];
  }

  #hiddenIn(buffer: Buffer, text: string): ReadonlySet<string> {
    const found = new Set<string>();
    let beginning = 0;
    for (let at = 0; at < buffer.length; at++) {
      beginning = (beginning << 8) | buffer[at];
      if (this.#slots[slotOf(beginning)] === 0 || at < 3) continue;
      for (const [name, spelling] of this.#spelt.get(beginning) ?? [])
        if (text.startsWith(spelling, at - 3)) found.add(name);
    }
    return found;
  }

  /**
   * What is found in the files of a folder, `leaving` out what lies below paths that begin so, and `passing` over what that
   * function takes out of a file's octets.
   */
  below(
    folder: string,
    leaving: readonly string[] = [],
    passing = (text: string): string => text,
  ): readonly string[] {
    if (!existsSync(folder)) return [];
    const read = (path: string): Buffer =>
      Buffer.from(passing(readFileSync(join(folder, path), 'latin1')), 'latin1');
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .filter((path) => !leaving.some((start) => path.startsWith(start)))
      .flatMap((path) => this.of(read(path)).map((found) => `${path}: ${found}`));
  }
}
