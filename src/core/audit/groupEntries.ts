import { auditGroups, type AuditEntry, type AuditGroup } from './auditEntry';

/** The tokens of one file. */
export interface AuditFile {
  readonly path: string;
  readonly uri: string;
  readonly entries: readonly AuditEntry[];
}

/** The tokens of one issuer; undefined for those that name none. */
export interface AuditIssuer {
  readonly issuer: string | undefined;
  readonly count: number;
  readonly files: readonly AuditFile[];
}

export interface AuditGrouping {
  readonly group: AuditGroup;
  readonly count: number;
  readonly issuers: readonly AuditIssuer[];
}

/** Groups, those that matter most first; in them issuers by name, those without one last; in them files by path. */
export function groupEntries(entries: readonly AuditEntry[]): readonly AuditGrouping[] {
  return auditGroups.flatMap((group) => {
    const inGroup = entries.filter((entry) => entry.group === group);
    if (inGroup.length === 0) return [];
    const issuers = [...groupBy(inGroup, ({ issuer }) => issuer)]
      .sort(([a], [b]) => compare(a, b))
      .map(([issuer, ofIssuer]) => ({ issuer, count: ofIssuer.length, files: filesOf(ofIssuer) }));
    return [{ group, count: inGroup.length, issuers }];
  });
}

function filesOf(entries: readonly AuditEntry[]): readonly AuditFile[] {
  return [...groupBy(entries, ({ uri }) => uri)]
    .map(([uri, ofFile]) => ({ uri, path: ofFile[0]?.path ?? '', entries: ofFile }))
    .sort((a, b) => compare(a.path, b.path));
}

function groupBy<Key>(
  entries: readonly AuditEntry[],
  keyOf: (entry: AuditEntry) => Key,
): ReadonlyMap<Key, readonly AuditEntry[]> {
  const groups = new Map<Key, AuditEntry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}

function compare(a: string | undefined, b: string | undefined): number {
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return a < b ? -1 : a > b ? 1 : 0;
}
