import type { JsonArray, JsonNode, JsonObject } from '../../core/encoding/jsonNode';
import { say, type PageContext } from '../context';
import { element, on, type Child } from '../dom';
import { labels } from '../labels';
import { foldedText } from './foldedText';
import { growingList } from './growingList';
import { shortLine } from './shortLine';

/** A JSON value for people: texts without quotes, numbers as they were written, long or deep things folded. */
export function jsonValue(context: PageContext, key: string, node: JsonNode): HTMLElement {
  const line = node.type === 'object' || node.type === 'array' ? shortLine(node) : undefined;
  if (line !== undefined) return foldedText(context, key, line);
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
      return fold(context, key, countOf(context, node), () => [memberList(context, key, node)]);
  }
}

/** Members or items in a list; a long value is a fold within, named like its member. */
function memberList(context: PageContext, key: string, node: JsonObject | JsonArray): HTMLElement {
  const entries: readonly (readonly [string, JsonNode])[] =
    node.type === 'object'
      ? node.members.map((member) => [member.name, member.value])
      : node.items.map((item, index) => [String(index), item]);
  const list = element('ul', { class: 'members' });
  const behind = growingList(context, `${key} rows`, list, entries, ([name, value], index) =>
    element('li', {}, memberView(context, `${key}.${index}`, name, value)),
  );
  return element('div', {}, list, behind);
}

function memberView(context: PageContext, key: string, name: string, value: JsonNode): Child {
  const label = element('span', { class: 'member-name' }, foldedText(context, `${key} name`, name));
  if ((value.type !== 'object' && value.type !== 'array') || shortLine(value) !== undefined) {
    return [label, ' ', jsonValue(context, key, value)];
  }
  return fold(context, key, [label, ' ', countOf(context, value)], () => [memberList(context, key, value)]);
}

function countOf(context: PageContext, node: JsonObject | JsonArray): string {
  return node.type === 'object'
    ? say(context, labels.members, { count: node.members.length })
    : say(context, labels.items, { count: node.items.length });
}

/** A disclosure whose contents are made when it is first opened: a deep value costs only as far as one looks. */
export function fold(
  context: PageContext,
  key: string,
  summary: Child,
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
