import type { Inspection } from '../inspect/inspection';
import type { RemarkCode } from '../editor/remark';

/** What a token found in a file means to who keeps the files. */
export type AuditGroup =
  /** In force, or without an end: who finds it can use it. */
  | 'live'
  | 'unsecured'
  /** Encrypted, or with times that cannot be read. */
  | 'unknown'
  | 'expired'
  /** In tests, samples or documentation, or of an issuer that is none. */
  | 'test';

/** The groups, those that matter most first. */
export const auditGroups: readonly AuditGroup[] = ['live', 'unsecured', 'unknown', 'expired', 'test'];

/** A token found in a file. Nothing in it could be used as the token. */
export interface AuditEntry {
  /** Relative to the workspace, with `/`. */
  readonly path: string;
  /** The file's address. */
  readonly uri: string;
  /** From 0, in UTF-16 units. */
  readonly line: number;
  readonly character: number;
  readonly endLine: number;
  readonly endCharacter: number;
  readonly group: AuditGroup;
  /** The beginning of the header and the token's length: `eyJhbGci… (243)`. */
  readonly masked: string;
  readonly alg: string | undefined;
  /** `iss`, at most 200 characters of it. */
  readonly issuer: string | undefined;
  /** Seconds since the epoch. */
  readonly expires: number | undefined;
  /** The rules that remark on it. */
  readonly rules: readonly RemarkCode[];
}

/** Folders and names of tests, samples and documentation. */
const testPath =
  /(?:^|\/)(?:tests?|__tests__|specs?|fixtures?|__fixtures__|mocks?|__mocks__|samples?|examples?|docs?|testdata|vectors)\/|[._-](?:test|spec|example|sample)\.[^/]*$|(?:^|\/)(?:README|CHANGELOG)[^/]*$/i;

/** Names that are nobody's (RFC 2606, RFC 6761), and the machine itself. */
const testHost =
  /^(?:https?:\/\/)?(?:[\w-]+\.)*(?:example(?:\.(?:com|org|net))?|test|invalid|localhost|127\.0\.0\.1)(?::\d+)?(?:\/|$)/i;

/** Which group a token belongs to. */
export function auditGroup(inspection: Inspection, path: string, issuer: string | undefined): AuditGroup {
  const { form, standing } = inspection;
  const isTest = testPath.test(path.slice(-1000)) || (issuer !== undefined && testHost.test(issuer));
  if (isTest) return 'test';
  if (form === 'unsecured') return 'unsecured';
  if (standing === 'expired') return 'expired';
  const isUsable = standing === 'inForce' || standing === 'unlimited' || standing === 'notYetValid';
  return isUsable && form !== 'malformed' && form !== 'encrypted' ? 'live' : 'unknown';
}

/** Enough of a token to recognize it beside others, and nothing to use it with. */
export function maskToken(text: string): string {
  return `${text.slice(0, 8).replace(/\s/g, ' ')}… (${text.length})`;
}
