import type { Finding, Severity } from '../../core/inspect/finding';
import type { Problem } from '../../core/jose/problem';
import { findingText, severityWording } from '../../core/present/findingWording';
import { problemText } from '../../core/present/problemWording';
import { say, type PageContext } from '../context';
import { element } from '../dom';
import { icon, type IconName } from '../icons';
import { labels } from '../labels';
import { growingList } from '../parts/growingList';
import { section } from '../parts/section';
import { visibleText } from '../parts/visibleText';

/** What is not as the RFCs have it. */
export function problemsView(context: PageContext, problems: readonly Problem[]): HTMLElement | undefined {
  if (problems.length === 0) return undefined;
  const list = element('ul', { class: 'list' });
  const behind = growingList(context, 'problems', list, problems, (problem) =>
    listRow('failed', problemText(problem, context.words.translate)),
  );
  return section({ id: 'problems', title: say(context, labels.problems) }, [], list, behind);
}

const severityIcons: Readonly<Record<Severity, IconName>> = {
  error: 'failed',
  warning: 'warning',
  information: 'information',
  hint: 'information',
};

/** What is dangerous or about to be, though it is well formed. */
export function warningsView(context: PageContext, advice: Advice): HTMLElement | undefined {
  return adviceView(context, advice, 'warnings', ['error', 'warning']);
}

/** What is good to know. */
export function findingsView(context: PageContext, advice: Advice): HTMLElement | undefined {
  return adviceView(context, advice, 'findings', ['information', 'hint']);
}

/** Findings, and the moment they speak of. */
export interface Advice {
  readonly findings: readonly Finding[];
  /** Seconds since the epoch. */
  readonly moment: number;
}

function adviceView(
  context: PageContext,
  { findings, moment }: Advice,
  id: 'warnings' | 'findings',
  severities: readonly Severity[],
): HTMLElement | undefined {
  // The gravest first; the sort of those that are alike keeps their order.
  const chosen = severities.flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  );
  if (chosen.length === 0) return undefined;
  const list = element('ul', { class: 'list' });
  const behind = growingList(context, id, list, chosen, (finding) =>
    listRow(
      severityIcons[finding.severity],
      findingText(finding, { ...context.words, moment }),
      say(context, severityWording[finding.severity]),
      finding.reference,
    ),
  );
  return section({ id, title: say(context, labels[id]) }, [], list, behind);
}

function listRow(iconName: IconName, sentence: string, weight?: string, reference?: string): HTMLElement {
  return element(
    'li',
    { class: 'list-row' },
    icon(iconName),
    element(
      'span',
      {},
      weight === undefined ? undefined : element('strong', {}, `${weight}: `),
      visibleText(sentence),
      reference === undefined ? undefined : [' ', element('span', { class: 'quiet reference' }, reference)],
    ),
  );
}
