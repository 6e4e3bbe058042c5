import type { InspectedRow } from '../../core/inspect/inspection';
import { say, type PageContext } from '../context';
import { element, type Child } from '../dom';
import { labels } from '../labels';
import { foldedText } from '../parts/foldedText';
import { growingList } from '../parts/growingList';
import { jsonValue } from '../parts/jsonValue';
import { section } from '../parts/section';
import { timePhrase } from '../parts/timePhrase';

interface RowsOptions {
  readonly id: string;
  readonly title: string;
  /** The segment the rows were decoded from. */
  readonly part: string;
  /** What the first column is called: header parameter, claim. */
  readonly nameLabel: string;
  readonly rows: readonly InspectedRow[];
  readonly buttons: readonly Child[];
  /** What stands below the table. */
  readonly below: readonly Child[];
}

/**
 * Header parameters or claims as a table: name, value for people and as written, meaning and where it is defined.
 * Roles are named outright: in a narrow panel the rows become blocks, and stay a table to those who listen.
 */
export function rowsView(context: PageContext, moment: number, options: RowsOptions): HTMLElement {
  const { id, title, part, rows } = options;
  const body = element('tbody', { role: 'rowgroup' });
  const behind = growingList(context, id, body, rows, (row, index) =>
    rowView(context, moment, `${id}.${index}`, row),
  );
  const table = element(
    'table',
    { class: 'rows', role: 'table', 'aria-labelledby': `${id}-title` },
    element(
      'thead',
      { role: 'rowgroup' },
      element(
        'tr',
        { role: 'row' },
        column('name', options.nameLabel),
        column('value', say(context, labels.value)),
        column('meaning', say(context, labels.meaning)),
      ),
    ),
    body,
  );
  return section(
    { id, title, part },
    options.buttons,
    rows.length > 0 ? [table, behind] : undefined,
    options.below,
  );
}

function column(name: string, text: string): HTMLElement {
  return element('th', { scope: 'col', role: 'columnheader', class: `column-${name}` }, text);
}

function rowView(context: PageContext, moment: number, key: string, row: InspectedRow): HTMLElement {
  return element(
    'tr',
    { role: 'row' },
    element(
      'th',
      { scope: 'row', role: 'rowheader' },
      row.name === ''
        ? element('span', { class: 'value-empty' }, say(context, labels.emptyName))
        : foldedText(context, `${key} name`, row.name),
    ),
    element('td', { role: 'cell', class: 'value' }, valueOf(context, moment, key, row)),
    element(
      'td',
      { role: 'cell', class: 'meaning' },
      row.meaning === undefined ? undefined : element('span', {}, say(context, row.meaning)),
      row.reference === undefined ? undefined : [' ', element('span', { class: 'reference' }, row.reference)],
    ),
  );
}

function valueOf(context: PageContext, moment: number, key: string, row: InspectedRow): Child {
  if (row.numericDate === undefined) return jsonValue(context, key, row.value);
  return [
    element('div', { class: 'value-human' }, timePhrase(context, row.numericDate, moment)),
    element('div', { class: 'value-raw' }, jsonValue(context, key, row.value)),
  ];
}
