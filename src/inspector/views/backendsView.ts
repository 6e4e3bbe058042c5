import type { BackendRow } from '../../core/present/backendText';
import { say, type BackendAnswers, type PageContext } from '../context';
import { element, type Child } from '../dom';
import { icon } from '../icons';
import { labels } from '../labels';
import { copyButton } from '../parts/copyButton';
import { fold } from '../parts/jsonValue';
import { visibleText } from '../parts/visibleText';
import type { ShownInspection } from '../state';
import { reportIn } from './verdictView';

/** What other libraries would say of the token: asked when it is unfolded. Absent where no key could be asked. */
export function backendsView(context: PageContext, shown: ShownInspection): HTMLElement | undefined {
  const { inspection, verification } = shown;
  const status = reportIn(verification)?.signatures[0].status;
  const isAsked = status === 'valid' || status === 'invalid';
  if (!isAsked || inspection.serialization !== 'compact' || inspection.form === 'sd-jwt') return undefined;
  return element(
    'section',
    { class: 'section backends', 'aria-labelledby': 'backends-title' },
    fold(context, 'backends', element('h2', { id: 'backends-title' }, say(context, labels.backends)), () => {
      const holder = element('div', { class: 'backend-answers', 'aria-live': 'polite' });
      holder.append(element('p', { class: 'quiet' }, say(context, labels.asking)));
      void context.actions
        .askBackends()
        .then((answers) => holder.replaceChildren(...answersView(context, answers)));
      return [holder];
    }),
  );
}

function answersView(context: PageContext, answers: BackendAnswers | undefined): readonly HTMLElement[] {
  if (!answers) return [element('p', { class: 'quiet' }, say(context, labels.notDone))];
  if (answers.rows.length === 0) return [element('p', { class: 'quiet' }, say(context, labels.noBackendKey))];
  return [
    element(
      'p',
      { class: 'quiet' },
      visibleText(say(context, labels.backendKey, { key: answers.key ?? '' })),
    ),
    element(
      'ul',
      { class: 'list' },
      answers.rows.map((row, index) => rowView(context, row, index)),
    ),
  ];
}

function rowView(context: PageContext, row: BackendRow, index: number): HTMLElement {
  const program = say(context, labels.program, { library: row.library });
  const passed = row.status === 'pass';
  const body: Child = [
    element(
      'div',
      { class: 'backend-head' },
      element('strong', {}, row.library),
      copyButton(context, {
        what: 'program',
        index,
        label: say(context, labels.copyProgram, { library: row.library }),
      }),
    ),
    element('p', { class: passed ? undefined : 'value' }, visibleText(row.answer)),
    row.notes.map((note) => element('p', { class: 'quiet' }, visibleText(note))),
    fold(context, `program ${row.backend}`, program, () => [
      element(
        'pre',
        { class: 'json', tabindex: 0, role: 'region', 'aria-label': program },
        visibleText(row.reproduce, true),
      ),
    ]),
  ];
  return element('li', { class: 'list-row' }, icon(passed ? 'passed' : 'failed'), element('div', {}, body));
}
