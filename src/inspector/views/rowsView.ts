import type { InspectedRow } from '../../core/inspect/inspection';
import { innerButton, isTokenText } from '../parts/innerButton';
import { visible } from '../../core/present/escape';
import { shorten } from '../../core/present/shorten';
import { say, type PageContext } from '../context';
import { element, type Child } from '../dom';
import { labels } from '../labels';
import { copyButton } from '../parts/copyButton';
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
  /** What one row is, for copying it; left out where the host knows the rows not. */
  readonly row?: 'parameter' | 'claim';
  /** What stands above the table. */
  readonly above?: readonly Child[];
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
    rowView(context, moment, { key: `${id}.${index}`, what: options.row, index, row }),
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
        column('copy', element('span', { class: 'visually-hidden' }, say(context, labels.copy))),
      ),
    ),
    body,
  );
  return section(
    { id, title, part },
    options.buttons,
    options.above,
    rows.length > 0 ? [table, behind] : undefined,
    options.below,
  );
}

/** Longest name in a button's label, in UTF-16 units. */
const longestName = 60;

/** Where a name is defined: a link that is opened by whoever presses it, to an address that is ours and no token's. */
function referenceView(reference: string, url: string | undefined): HTMLElement {
  return url === undefined
    ? element('span', { class: 'reference' }, reference)
    : element('a', { class: 'reference', href: url }, reference);
}

function column(name: string, text: Child): HTMLElement {
  return element('th', { scope: 'col', role: 'columnheader', class: `column-${name}` }, text);
}

interface RowOptions {
  readonly key: string;
  readonly what: 'parameter' | 'claim' | undefined;
  readonly index: number;
  readonly row: InspectedRow;
}

function rowView(context: PageContext, moment: number, { key, what, index, row }: RowOptions): HTMLElement {
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
    element(
      'td',
      { role: 'cell', class: 'value' },
      valueOf(context, moment, key, row),
      what === 'claim' && holdsToken(row) ? innerButton(context, 'claim', index) : undefined,
    ),
    element(
      'td',
      { role: 'cell', class: 'meaning' },
      row.meaning === undefined ? undefined : element('span', {}, say(context, row.meaning)),
      row.reference === undefined ? undefined : [' ', referenceView(row.reference, row.url)],
    ),
    element(
      'td',
      { role: 'cell', class: 'row-copy' },
      what &&
        copyButton(context, {
          what,
          index,
          label: say(context, labels.copyRow, { name: visible(shorten(row.name, longestName)) }),
        }),
    ),
  );
}

/** Whether a claim's text is a token of its own; of long texts only the beginning says so. */
function holdsToken({ value }: InspectedRow): boolean {
  return value.type === 'string' && isTokenText(value.value);
}

function valueOf(context: PageContext, moment: number, key: string, row: InspectedRow): Child {
  if (row.numericDate === undefined) return jsonValue(context, key, row.value);
  return [
    element('div', { class: 'value-human' }, timePhrase(context, row.numericDate, moment)),
    element('div', { class: 'value-raw' }, jsonValue(context, key, row.value)),
  ];
}
