import type { FixKind } from '../diagnose/causeSummary';
import type { Finding } from '../inspect/finding';
import type { Inspection } from '../inspect/inspection';
import type { VerificationReport } from '../verify/report';
import type { Answer } from './answer';
import { fixWording } from './diagnosisWording';
import { codeBlock, escapeMarkdown, linkTarget } from './escape';
import { findingText } from './findingWording';
import { claimsTable, prettyRows } from './hoverRows';
import { hoverActionWording, hoverWording, kindText } from './hoverWording';
import { sdJwtMarkdown, type ShownSdJwt } from './sdJwtShown';
import { shorten } from './shorten';
import { lifetimeText } from './standingText';
import { leadingStatus, verdictOf, type Verdict } from './verdict';
import { word, type Words } from './wording';

/** What a hover can lead to. */
export type HoverAction = LineAction | 'fix';
/** What stands in the line of links; the fix stands beside the cause instead. */
type LineAction = keyof typeof hoverActionWording;

export interface HoverOptions extends Words {
  /** Ready link targets, `command:…` with encoded arguments; the host trusts exactly these commands. */
  readonly links: Readonly<Partial<Record<HoverAction, string>>>;
  /** Why the signature does not match, where that is known. */
  readonly why?: HoverWhy | undefined;
  /** What an SD-JWT discloses. */
  readonly sdJwt?: ShownSdJwt | undefined;
}

/** A proven cause, in words. */
export interface HoverWhy {
  readonly text: string;
  /** The token was tampered with: there is no fix then. */
  readonly isAttack: boolean;
  /** What `links.fix` does; no link is shown without it. */
  readonly fix: FixKind | undefined;
}

/** Longest answer of the first lines, and longest key id there, in UTF-16 units. */
const longestAnswer = 200;
const longestWhy = 500;
const longestKeyId = 32;
/** Most characters of a header or payload shown as JSON. */
const longestJson = 3000;

/**
 * A token explained as Markdown: three lines that answer, what can be done, the claims, the JSON. All that comes from
 * the token is escaped. The host makes a `MarkdownString` of it with `supportThemeIcons`, without `supportHtml`, and
 * trusts only the commands it gave as links.
 */
export function hoverMarkdown(
  inspection: Inspection,
  report: VerificationReport | undefined,
  options: HoverOptions,
): string {
  const verdict = verdictOf(inspection, report, options);
  const disclosures = options.sdJwt && sdJwtMarkdown(options.sdJwt);
  const lines = [
    firstLine(inspection, report, verdict, options),
    timeLine(inspection, verdict, options),
    remarkLine(inspection, report, verdict, options),
    ...(options.why ? [whyLine(options.why, options)] : []),
    ...(disclosures?.lines ?? []),
  ];
  return [
    lines.join('  \n'),
    actionLine(inspection, verdict, options),
    claimsTable(inspection, options),
    disclosures?.list ?? '',
    ...jsonBlocks(inspection, options),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The cause and its proof, and the fix right beside it. */
function whyLine({ text: why, isAttack, fix }: HoverWhy, { links, translate }: HoverOptions): string {
  const line = `${isAttack ? '$(shield)' : '$(lightbulb)'} ${text(why, longestWhy)}`;
  if (fix === undefined || isAttack || links.fix === undefined) return line;
  return `${line} **[$(wrench) ${text(word(translate, fixWording[fix]))}](${linkTarget(links.fix)})**`;
}

/** Icons stand beside words that say the same: never by colour or shape alone. */
const signatureIcons = {
  valid: '$(verified-filled)',
  invalid: '$(error)',
  unsecured: '$(unlock)',
  unverifiable: '$(question)',
} as const;

function firstLine(
  inspection: Inspection,
  report: VerificationReport | undefined,
  { signature }: Verdict,
  { translate }: Words,
): string {
  const status = inspection.form === 'unsecured' ? 'unsecured' : leadingStatus(report?.signatures ?? []);
  const icon =
    signature.status === 'unknown' || signature.status === 'notAsked'
      ? inspection.form === 'encrypted'
        ? '$(lock)'
        : signatureIcons.unverifiable
      : signatureIcons[status];
  const key =
    inspection.kid !== undefined
      ? ` · kid ${text(inspection.kid, longestKeyId)}`
      : inspection.typ === undefined
        ? ''
        : ` · ${text(inspection.typ, longestKeyId)}`;
  return `**${text(kindText(inspection, translate), 60)}**${key} · ${icon} **${text(signature.text)}**`;
}

function timeLine({ times }: Inspection, { inForce, asExpected }: Verdict, words: Words): string {
  const lifetime = lifetimeText(times, words);
  const time = [inForce.text, ...(lifetime === undefined ? [] : [lifetime])]
    .map((part) => text(part))
    .join(' · ');
  const line = `${statusIcon(inForce, '$(watch)')} ${time}`;
  if (asExpected.status === 'notAsked') return line;
  return `${line} · ${statusIcon(asExpected, '$(checklist)')} ${text(asExpected.text)}`;
}

function statusIcon({ status }: Answer, otherwise: string): string {
  return status === 'pass' ? '$(pass)' : status === 'fail' ? '$(error)' : otherwise;
}

/** What is not well formed, or else the gravest finding; smaller advice waits in the panel. */
function remarkLine(
  inspection: Inspection,
  report: VerificationReport | undefined,
  { wellFormed }: Verdict,
  words: Words,
): string {
  const { translate } = words;
  const moment = report?.moment ?? inspection.moment;
  const grave = graveFindings(inspection, report);
  const [first] = grave;
  const sentences = [
    ...(wellFormed.status === 'fail' ? [wellFormed.text] : []),
    ...(first ? [findingText(first, { ...words, moment })] : []),
  ];
  const [sentence] = sentences;
  if (sentence === undefined) return `$(pass) ${text(wellFormed.text)}`;
  const more = (wellFormed.status === 'fail' ? grave.length : grave.length - 1) || 0;
  const rest = more > 0 ? ` ${text(word(translate, hoverWording.moreRemarks, { count: more }))}` : '';
  return `$(warning) ${text(sentence)}${rest}`;
}

/** Errors and warnings, of the token and of the key used; each code once. */
function graveFindings(inspection: Inspection, report: VerificationReport | undefined): readonly Finding[] {
  const all = [...(report?.findings ?? []), ...inspection.findings];
  const grave = all.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const isFirst = (one: Finding, index: number): boolean =>
    grave.findIndex((other) => other.code === one.code && other.subject === one.subject) === index;
  const isSaid = ({ code }: Finding): boolean => code === 'unsecured' && inspection.form === 'unsecured';
  return grave
    .filter((one, index) => isFirst(one, index) && !isSaid(one))
    .sort((one, other) => Number(other.severity === 'error') - Number(one.severity === 'error'));
}

const actionIcons: Readonly<Record<LineAction, string>> = {
  inspect: '$(inspect)',
  verify: '$(verified)',
  addKey: '$(key)',
  explain: '$(lightbulb)',
  encode: '$(edit)',
  copyHeader: '$(copy)',
  copyPayload: '$(copy)',
};

function actionLine(
  inspection: Inspection,
  { signature }: Verdict,
  { links, translate }: HoverOptions,
): string {
  const isSigned = inspection.kind === 'jws' && inspection.form !== 'unsecured';
  const isUseful: Readonly<Record<LineAction, boolean>> = {
    inspect: true,
    verify: isSigned,
    addKey: isSigned && signature.status !== 'pass',
    explain: isSigned && signature.status !== 'pass',
    encode: inspection.kind === 'jws',
    copyHeader: inspection.headerText !== undefined,
    copyPayload: inspection.payloadText !== undefined,
  };
  return (Object.keys(actionIcons) as LineAction[])
    .flatMap((action) => {
      const target = links[action];
      if (target === undefined || !isUseful[action]) return [];
      const label = text(word(translate, hoverActionWording[action]));
      return [`[${actionIcons[action]} ${label}](${linkTarget(target)})`];
    })
    .join(' \\| ');
}

function jsonBlocks(inspection: Inspection, { translate }: Words): readonly string[] {
  const block = (title: string, rows: Inspection['claims'], raw: string | undefined): readonly string[] => {
    if (rows.length > 0) return [`**${title}**\n\n${codeBlock('json', prettyRows(rows, longestJson))}`];
    return raw === undefined || raw === ''
      ? []
      : [`**${title}**\n\n${codeBlock('text', shorten(raw, longestJson))}`];
  };
  return [
    ...block(text(word(translate, hoverWording.header)), inspection.header, inspection.headerText),
    ...block(text(word(translate, hoverWording.payload)), inspection.claims, inspection.payloadText),
  ];
}

function text(plain: string, limit = longestAnswer): string {
  return escapeMarkdown(shorten(plain, limit));
}
