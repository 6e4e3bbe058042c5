import { escapeMarkdown, visible, visibleJson } from './escape';
import { auditGroupWording, auditWording } from './auditWording';
import { localTime } from './localTime';
import { word, type Words } from './wording';
import { auditGroups, type AuditEntry, type AuditGroup } from '../audit/auditEntry';
import { groupEntries } from '../audit/groupEntries';

/** What a search found. */
export interface Audit {
  readonly entries: readonly AuditEntry[];
  /** Seconds since the epoch. */
  readonly moment: number;
  /** Files looked at. */
  readonly files: number;
  /** Whether the search ended at its limits. */
  readonly isCut: boolean;
}

const utc = (seconds: number): string => localTime(seconds, undefined, 'UTC')?.utc ?? String(seconds);

/** A report for people to read. Everything token-borne is escaped. */
export function markdownReport({ entries, moment, files, isCut }: Audit, words: Words): string {
  const { translate } = words;
  const facts = { count: entries.length, files, date: utc(moment) };
  const heads = [
    auditWording.place,
    auditWording.token,
    auditWording.algorithm,
    auditWording.issuer,
    auditWording.expires,
    auditWording.rules,
  ];
  const cell = (text: string | undefined): string => escapeMarkdown(text ?? '');
  const row = (entry: AuditEntry): string =>
    `| ${[
      cell(`${entry.path}:${entry.line + 1}`),
      cell(entry.masked),
      cell(entry.alg),
      cell(entry.issuer),
      entry.expires === undefined ? '' : cell(utc(entry.expires)),
      cell(entry.rules.join(', ')),
    ].join(' | ')} |`;
  const sections = groupEntries(entries).flatMap(({ group, count, issuers }) => [
    '',
    `## ${word(translate, auditGroupWording[group])} (${count})`,
    '',
    `| ${heads.map((head) => word(translate, head)).join(' | ')} |`,
    `|${' --- |'.repeat(heads.length)}`,
    ...issuers.flatMap((issuer) => issuer.files.flatMap((file) => file.entries.map(row))),
  ]);
  return [
    `# ${word(translate, auditWording.title)}`,
    '',
    word(translate, entries.length === 0 ? auditWording.none : auditWording.summary, facts),
    ...(isCut ? ['', word(translate, auditWording.cut)] : []),
    ...sections,
    '',
  ].join('\n');
}

/** The same for programs. Lines and columns count from 1. */
export function jsonReport({ entries, moment, files, isCut }: Audit): string {
  const tokens = entries.map((entry) => ({
    path: entry.path,
    line: entry.line + 1,
    column: entry.character + 1,
    group: entry.group,
    token: entry.masked,
    alg: entry.alg,
    iss: entry.issuer,
    exp: entry.expires,
    rules: entry.rules,
  }));
  return jsonText({ moment: utc(moment), files, complete: !isCut, tokens });
}

const sarifLevels: Readonly<Record<AuditGroup, 'warning' | 'note'>> = {
  live: 'warning',
  unsecured: 'warning',
  unknown: 'note',
  expired: 'note',
  test: 'note',
};

/** The same as SARIF 2.1.0, which code scanning reads. */
export function sarifReport({ entries }: Audit, words: Words): string {
  const { translate } = words;
  const rules = auditGroups.map((group) => ({
    id: `token/${group}`,
    shortDescription: { text: word(translate, auditGroupWording[group]) },
    defaultConfiguration: { level: sarifLevels[group] },
  }));
  const results = entries.map((entry) => ({
    ruleId: `token/${entry.group}`,
    ruleIndex: auditGroups.indexOf(entry.group),
    level: sarifLevels[entry.group],
    message: {
      text: [word(translate, auditGroupWording[entry.group]), entry.masked, entry.alg, ...entry.rules]
        .filter((part) => part !== undefined)
        .map(sarifText)
        .join(' · '),
    },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: relativeUri(entry.path) },
          region: {
            startLine: entry.line + 1,
            startColumn: entry.character + 1,
            endLine: entry.endLine + 1,
            endColumn: entry.endCharacter + 1,
          },
        },
      },
    ],
  }));
  const driver = {
    name: 'Claimcheck',
    informationUri: 'https://github.com/claimcheck/claimcheck',
    rules,
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  };
  return jsonText(log);
}

/** Plain text of SARIF (§3.11.6), in which square brackets make links. */
function sarifText(text: string): string {
  return visible(text).replace(/[\\[\]]/g, '\\$&');
}

/** A path as a reference relative to the workspace (RFC 3986). A file system may give half a surrogate pair, which no address can hold. */
function relativeUri(path: string): string {
  return path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}

function jsonText(value: object): string {
  return `${visibleJson(JSON.stringify(value, undefined, 2))}\n`;
}
