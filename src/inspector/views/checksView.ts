import { checkText } from '../../core/present/checkText';
import { say, type PageContext } from '../context';
import { element } from '../dom';
import { icon } from '../icons';
import { labels } from '../labels';
import { button } from '../parts/button';
import { growingList } from '../parts/growingList';
import { section } from '../parts/section';
import { visibleText } from '../parts/visibleText';
import type { ShownInspection } from '../state';
import { profileChooser } from './profileChooser';
import { reportIn } from './verdictView';

/** Claims whose checks are told where the times are. */
const timeClaims: ReadonlySet<string> = new Set(['exp', 'nbf', 'iat']);

/** Each claim that was held against what was expected of it, time apart; by which profile, and how to say more. */
export function checksView(
  context: PageContext,
  { verification, expectations, inspection }: ShownInspection,
): HTMLElement | undefined {
  const report = reportIn(verification);
  if (!report || inspection.kind !== 'jws') return undefined;
  const checks = report.checks.filter(
    ({ claim, outcome }) => outcome !== 'notAsked' && !timeClaims.has(claim),
  );
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
  return section(
    { id: 'checks', title: say(context, labels.checks) },
    [
      button({
        key: 'editProfiles',
        kind: 'link',
        label: say(context, labels.editProfiles),
        onPress: () => void context.actions.editProfiles(),
      }),
    ],
    expectations && profileChooser(context, expectations),
    expectations?.source === 'settings' ? profileLine(context, expectations.profile) : undefined,
    checks.length > 0 ? [list, behind] : undefined,
  );
}

/** Whose profile holds for the token; known by its issuer, unless the user chose otherwise. */
function profileLine(context: PageContext, profile: string | undefined): HTMLElement {
  const by =
    profile === undefined
      ? say(context, labels.noProfile)
      : say(context, labels.profileFor, { issuer: profile });
  return element('p', { class: 'quiet' }, visibleText(by));
}
