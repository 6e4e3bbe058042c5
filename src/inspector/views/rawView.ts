import type { DecodedJson } from '../../core/jose/token';
import { writePretty } from '../../core/encoding/writeJson';
import { say, type PageContext } from '../context';
import { element } from '../dom';
import { labels } from '../labels';
import { foldedText } from '../parts/foldedText';
import { fold } from '../parts/jsonValue';

/** The decoded text behind a disclosure: laid out where it is JSON, as it stands where not. */
export function rawView(context: PageContext, key: string, title: string, decoded: DecodedJson): HTMLElement {
  const { node, text } = decoded;
  return fold(context, `raw ${key}`, say(context, node ? labels.asJson : labels.asText), () => [
    element(
      'pre',
      { class: 'json', tabindex: 0, role: 'region', 'aria-label': title },
      foldedText(context, `raw ${key}`, node ? writePretty(node) : text, true),
    ),
  ]);
}
