import { headerText } from '../../core/jose/headers';
import type { JoseHeader } from '../../core/jose/token';
import { visible } from '../../core/present/escape';
import { shorten } from '../../core/present/shorten';
import { say, type PageContext } from '../context';
import { element, type Child } from '../dom';
import { partLabels } from '../partLabels';
import { jsonValue } from '../parts/jsonValue';

/** Longest name from the token in a title, in UTF-16 units. */
const longestName = 60;

/** `Signature 2 · ES256 · kid service-2026`: one of several signatures or recipients. */
export function partTitle(title: string, headers: readonly JoseHeader[]): string {
  const [alg, kid] = [headerText(headers, 'alg'), headerText(headers, 'kid')];
  return [title, alg, kid === undefined ? undefined : `kid ${kid}`]
    .flatMap((text) => (text === undefined ? [] : [visible(shorten(text, longestName))]))
    .join(' · ');
}

/** The headers of one signature or recipient, as they decode. */
export function ownHeaders(context: PageContext, key: string, headers: readonly JoseHeader[]): Child {
  return headers.map((header, index) => {
    const label = header.segment ? partLabels.protectedHeader : partLabels.ownHeader;
    return element(
      'div',
      { class: 'own-header' },
      element('span', { class: 'member-name' }, say(context, label)),
      ' ',
      element(
        'span',
        { class: 'value' },
        header.node ? jsonValue(context, `${key} header ${index}`, header.node) : visible(header.text),
      ),
    );
  });
}
