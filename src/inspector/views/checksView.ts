import { checkText } from '../../core/present/checkText';
import type { VerificationReport } from '../../core/verify/report';
import { say, type PageContext } from '../context';
import { element } from '../dom';
import { icon } from '../icons';
import { labels } from '../labels';
import { growingList } from '../parts/growingList';
import { section } from '../parts/section';
import { visibleText } from '../parts/visibleText';

/** Claims whose checks are told where the times are. */
const timeClaims: ReadonlySet<string> = new Set(['exp', 'nbf', 'iat']);

/** Each claim that was held against what was expected of it, time apart. */
export function checksView(
  context: PageContext,
  report: VerificationReport | undefined,
): HTMLElement | undefined {
  const checks =
    report?.checks.filter(({ claim, outcome }) => outcome !== 'notAsked' && !timeClaims.has(claim)) ?? [];
  if (!report || checks.length === 0) return undefined;
  const words = { ...context.words, moment: report.moment };
  const list = element('ul', { class: 'list' });
  const behind = growingList(context, 'checks', list, checks, (check) =>
    element(
      'li',
      { class: 'list-row' },
      icon(check.outcome === 'passed' ? 'passed' : 'failed'),
      element('span', {}, visibleText(checkText(check, words))),
    ),
  );
  return section({ id: 'checks', title: say(context, labels.checks) }, [], list, behind);
}
