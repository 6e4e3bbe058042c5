import { readBase64url } from '../../encoding/base64url';
import type { Key } from '../key';
import { isKeyProblem, keyProblem, type KeyProblem } from '../keyProblem';
import type { KeyReading } from '../keyReading';
import { attempt } from '../refusal';
import { readPublicBlob, sshKeyTypePattern } from './publicBlob';

/** Keys of one file that are looked at. */
const lineLimit = 1000;
/** Characters of a line that are looked at: more than the largest RSA key with options takes. */
const lineLength = 40_000;

/**
 * Public keys a line each, as `id_rsa.pub`, `authorized_keys` and `known_hosts` have them: options or hosts, the type, base64
 * and a comment (sshd(8), AUTHORIZED_KEYS FILE FORMAT). Lines without a key type are passed over; with none at all there is
 * no reading.
 */
export async function readPublicLines(text: string): Promise<KeyReading | undefined> {
  const keys: Key[] = [];
  const problems: KeyProblem[] = [];
  let at = 0;
  let line = 0;
  for (const written of text.split(/\r\n|\r|\n/)) {
    line++;
    const start = text.indexOf(written, at);
    at = start + written.length;
    const parts = keyParts(written);
    if (!parts) continue;
    if (keys.length + problems.length === lineLimit) {
      problems.push(keyProblem('tooMany', { count: lineLimit + 1, limit: lineLimit }, line));
      break;
    }
    const read = await readLine(parts);
    if (isKeyProblem(read)) problems.push({ ...read, line });
    else keys.push({ ...read, line, span: { start, end: at } });
  }
  return keys.length + problems.length > 0 ? { keys, problems } : undefined;
}

interface LineParts {
  readonly type: string;
  readonly base64: string;
  readonly comment: string;
}

/** `KEY=ssh-rsa AAAA…`: the name of a variable is glued to the type. */
const glued = /^[\w.-]{1,64}\s?[=:]\s?["'`]?(?=(?:ssh|ecdsa|sk)-)/;

/** The type is the first word that is one: before it stand options, which may hold spaces in quotes, or hosts. */
function keyParts(line: string): LineParts | undefined {
  const trimmed = line
    .slice(0, lineLength)
    .trim()
    .replace(/^["'`]/, '')
    .replace(glued, '');
  if (trimmed === '' || trimmed.startsWith('#')) return undefined;
  const words = trimmed.split(/[ \t]+/).map((word) => word.replace(/["'`,;]{1,3}$/, ''));
  const index = words.findIndex((word) => sshKeyTypePattern.test(word));
  if (index === -1) return undefined;
  const [type = '', base64 = '', ...comment] = words.slice(index);
  return { type, base64, comment: comment.join(' ').slice(0, 200) };
}

async function readLine({ type, base64, comment }: LineParts): Promise<Key | KeyProblem> {
  const { bytes, deviations } = readBase64url(base64);
  if (deviations.foreignAt !== undefined)
    return keyProblem('notBase64', { label: type, character: base64.charAt(deviations.foreignAt) });
  const material = await attempt('openssh-public', () => readPublicBlob('openssh-public', bytes));
  if (isKeyProblem(material)) return material;
  return { material, labels: comment === '' ? {} : { comment }, format: 'openssh-public' };
}
