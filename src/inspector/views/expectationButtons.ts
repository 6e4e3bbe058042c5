import { say, type PageContext } from '../context';
import { element } from '../dom';
import { expectationLabels } from '../expectationLabels';
import { button } from '../parts/button';
import type { ShownInspection } from '../state';
import { leadToFault } from './expectationForm';

/** That what is expected was changed here, and how to keep it or to take it back. Absent where the settings say what is expected. */
export function expectationButtons(
  context: PageContext,
  { expectations }: ShownInspection,
): HTMLElement | undefined {
  if (!expectations || expectations.source === 'settings') return undefined;
  const { actions } = context;
  return element(
    'div',
    { class: 'expectation-buttons' },
    element('p', { class: 'quiet' }, say(context, expectationLabels.changed)),
    element(
      'div',
      { class: 'buttons' },
      expectations.source === 'panel'
        ? button({
            key: 'saveProfile',
            label: say(context, expectationLabels.save),
            onPress: () => {
              if (!leadToFault(context, expectations.expected)) void actions.saveProfile();
            },
          })
        : undefined,
      button({
        key: 'resetExpected',
        label: say(context, expectationLabels.reset),
        onPress: () => void actions.setExpected(undefined),
      }),
    ),
  );
}
