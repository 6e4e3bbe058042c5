import type { SecretEncoding } from '../../core/keys/key';

/** One entry of `claimcheck.keys`: where a key is, never the key. */
export type KeyReference = FileReference | SecretReference | RemoteReference;

export interface FileReference {
  readonly kind: 'file';
  /** Relative to the workspace folder, with `/`; or an absolute URI where the user chose a file outside. */
  readonly file: string;
  readonly kid?: string;
  /** For a file that holds a bare secret. */
  readonly encoding?: SecretEncoding;
}
export interface SecretReference {
  readonly kind: 'secret';
  /** The name under which SecretStorage keeps it. */
  readonly secret: string;
  readonly encoding: SecretEncoding;
  readonly kid?: string;
}

export interface RemoteReference {
  readonly kind: 'jwks';
  /** The address of a JWK Set as written; fetched only when the user says so. */
  readonly jwks: string;
}

/** An entry that is no reference, by its index in the list. */
export interface ReferenceFault {
  readonly index: number;
  readonly code: 'notObject' | 'noPlace' | 'encoding' | 'holdsSecret' | 'outsideFolder';
}

export const secretEncodings: readonly SecretEncoding[] = ['utf8', 'base64', 'base64url', 'hex'];

/** Members under which people are tempted to write the secret itself. */
const materialMembers = ['k', 'value', 'text', 'pem', 'password', 'passphrase', 'd'];

/** Reads the setting; an entry that is wrong is told and passed over, the others stand. */
export function readKeyReferences(setting: unknown): {
  readonly references: readonly KeyReference[];
  readonly faults: readonly ReferenceFault[];
} {
  const references: KeyReference[] = [];
  const faults: ReferenceFault[] = [];
  for (const [index, entry] of (Array.isArray(setting) ? (setting as unknown[]) : []).entries()) {
    const read = readReference(entry);
    if (typeof read === 'string') faults.push({ index, code: read });
    else references.push(read);
  }
  return { references, faults };
}

function readReference(entry: unknown): KeyReference | ReferenceFault['code'] {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return 'notObject';
  const { file, secret, jwks, kid, encoding } = entry as Record<string, unknown>;
  if (materialMembers.some((member) => member in entry)) return 'holdsSecret';
  if (encoding !== undefined && !secretEncodings.includes(encoding as SecretEncoding)) return 'encoding';
  const labels = {
    ...(typeof kid === 'string' ? { kid } : {}),
    ...(encoding === undefined ? {} : { encoding: encoding as SecretEncoding }),
  };
  if (typeof secret === 'string' && secret !== '')
    return { kind: 'secret', secret, encoding: 'utf8', ...labels };
  if (typeof jwks === 'string' && jwks !== '') return { kind: 'jwks', jwks };
  if (typeof file !== 'string' || file === '') return 'noPlace';
  return isInsideFolder(file) || isAbsoluteUri(file) ? { kind: 'file', file, ...labels } : 'outsideFolder';
}

/** Whether a relative path stays in its folder: no root, no drive, no `..` that climbs out. */
export function isInsideFolder(path: string): boolean {
  if (/^([/\\]|[A-Za-z]:|~)/.test(path) || isAbsoluteUri(path)) return false;
  let depth = 0;
  for (const part of path.split(/[/\\]/)) {
    depth += part === '..' ? -1 : part === '.' || part === '' ? 0 : 1;
    if (depth < 0) return false;
  }
  return true;
}

function isAbsoluteUri(path: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(path);
}
