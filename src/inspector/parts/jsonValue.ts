import type { JsonArray, JsonNode, JsonObject } from '../../core/encoding/jsonNode';
import { say, type PageContext } from '../context';
import { element, on } from '../dom';
import { labels } from '../labels';
import { foldedText } from './foldedText';
import { growingList } from './growingList';
import { shortLine } from './shortLine';

/** A JSON value for people: texts without quotes, numbers as they were written, long or deep things folded. */
export function jsonValue(context: PageContext, key: string, node: JsonNode): HTMLElement {
  switch (node.type) {
    case 'string':
      return node.value === ''
        ? element('span', { class: 'value-empty' }, say(context, labels.emptyText))
        : foldedText(context, key, node.value);
    case 'number':
      return foldedText(context, key, node.text);
    case 'boolean':
      return element('span', { class: 'value-word' }, String(node.value));
    case 'null':
      return element('span', { class: 'value-word' }, 'null');
    case 'object':
    case 'array':
      return containerValue(context, key, node);
  }
}

function containerValue(context: PageContext, key: string, node: JsonObject | JsonArray): HTMLElement {
  const line = shortLine(node);
  if (line !== undefined) return foldedText(context, key, line);
  const count = node.type === 'object' ? node.members.length : node.items.length;
  const summary = say(context, node.type === 'object' ? labels.members : labels.items, { count });
  return fold(context, key, summary, () => [memberList(context, key, node)]);
}

function memberList(context: PageContext, key: string, node: JsonObject | JsonArray): HTMLElement {
  const entries: readonly (readonly [string, JsonNode])[] =
    node.type === 'object'
      ? node.members.map((member) => [member.name, member.value])
      : node.items.map((item, index) => [String(index), item]);
  const list = element('dl', { class: 'members' });
  const behind = growingList(context, `${key} rows`, list, entries, ([name, value], index) =>
    element(
      'div',
      {},
      element('dt', {}, foldedText(context, `${key}.${index} name`, name)),
      element('dd', {}, jsonValue(context, `${key}.${index}`, value)),
    ),
  );
  return element('div', {}, list, behind);
}

/** A disclosure whose contents are made when it is first opened: a deep value costs only as far as one looks. */
export function fold(
  context: PageContext,
  key: string,
  summary: string,
  contents: () => readonly HTMLElement[],
): HTMLDetailsElement {
  const open = context.folds.amount(`fold ${key}`) > 0;
  const details = element('details', { open }, element('summary', { 'data-key': `fold ${key}` }, summary));
  let isFilled = false;
  const fill = (): void => {
    if (!isFilled) details.append(...contents());
    isFilled = true;
  };
  if (open) fill();
  return on(details, 'toggle', () => {
    context.folds.set(`fold ${key}`, details.open ? 1 : 0);
    if (details.open) fill();
  });
}
