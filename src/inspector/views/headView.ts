import { visible } from '../../core/present/escape';
import { kindText } from '../../core/present/hoverWording';
import { say, type PageContext } from '../context';
import { element } from '../dom';
import { formLabels, labels } from '../labels';
import { button } from '../parts/button';
import { visibleText } from '../parts/visibleText';
import { toolbar } from './toolbar';
import type { ShownInspection } from '../state';
import { shorten } from '../../core/present/shorten';

/** Longest name from the token in the head, in UTF-16 units; the tables below have it whole. */
const longestName = 60;

/** What kind of token it is, where it stands, and what can be made of it. */
export function headView(
  context: PageContext,
  { inspection, place, isPinned }: ShownInspection,
): HTMLElement {
  const { kid, typ, form } = inspection;
  const kind = form === 'malformed' ? undefined : kindText(inspection, context.words.translate);
  return element(
    'header',
    { class: 'page-head' },
    element(
      'div',
      { class: 'page-head-text' },
      element('h1', {}, say(context, formLabels[form])),
      element(
        'div',
        { class: 'facts' },
        [kind, typ && `typ ${typ}`, kid !== undefined && `kid ${kid}`].map((fact) =>
          fact ? element('span', {}, visibleText(shorten(fact, longestName))) : undefined,
        ),
      ),
      place &&
        button({
          key: 'reveal',
          kind: 'link',
          icon: 'place',
          label: say(context, labels.reveal, {
            place: say(context, labels.placeWithLine, { name: visible(place.name), line: place.line }),
          }),
          onPress: () => void context.actions.reveal(),
        }),
    ),
    element(
      'div',
      { class: 'page-buttons' },
      button({
        key: 'pin',
        icon: 'pin',
        label: say(context, labels.pin),
        hint: say(context, labels.pinHint),
        isPressed: isPinned,
        onPress: () => void context.actions.setPinned(!isPinned),
      }),
    ),
    place && toolbar(context, inspection),
  );
}
