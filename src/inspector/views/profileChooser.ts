import { visible } from '../../core/present/escape';
import { shorten } from '../../core/present/shorten';
import type { Expectations } from '../../protocol/expectedShape';
import { say, type PageContext } from '../context';
import { element, on } from '../dom';
import { expectationLabels } from '../expectationLabels';

/** Longest issuer in the list, in UTF-16 units. */
const longestIssuer = 120;

/** Which profile says what is expected of the token. Absent where there is none to choose. */
export function profileChooser(
  context: PageContext,
  { profile, profiles }: Expectations,
): HTMLElement | undefined {
  if (profiles.length === 0) return undefined;
  const option = (value: string, text: string, selected: boolean): HTMLElement =>
    element('option', { value, selected }, text);
  const select = element(
    'select',
    { id: 'profile', class: 'field-input', 'data-key': 'profile' },
    option('', say(context, expectationLabels.noProfile), profile === undefined),
    profiles.map((issuer) => option(issuer, visible(shorten(issuer, longestIssuer)), issuer === profile)),
  );
  on(select, 'change', () => {
    void context.actions.useProfile(select.value === '' ? undefined : select.value);
  });
  return element(
    'div',
    { class: 'field' },
    element('label', { for: select.id }, say(context, expectationLabels.profile)),
    select,
  );
}
