import { writePretty } from '../../core/encoding/writeJson';
import type { DecodedJson } from '../../core/jose/token';
import { say, type PageContext } from '../context';
import { element } from '../dom';
import { labels } from '../labels';
import { foldedText } from '../parts/foldedText';
import { fold } from '../parts/jsonValue';

/** A header's or payload's decoded text behind a disclosure: laid out where it is JSON, as it stands where not. */
export function rawView(context: PageContext, what: 'header' | 'payload', decoded: DecodedJson): HTMLElement {
  const { node, text } = decoded;
  const title = say(context, labels[`${what}As${node ? 'Json' : 'Text'}`]);
  return fold(context, `raw ${what}`, title, () => [
    element(
      'pre',
      { class: 'json', tabindex: 0, role: 'region', 'aria-label': title },
      foldedText(context, `raw ${what}`, node ? writePretty(node) : text, true),
    ),
  ]);
}
