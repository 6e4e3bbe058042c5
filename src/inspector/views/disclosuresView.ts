import type { Segment } from '../../core/jose/token';
import type { Answer } from '../../core/present/answer';
import { readDisclosure } from '../../core/sdJwt/disclosure';
import type { Disclosures } from '../../protocol/disclosuresShape';
import { say, type PageContext } from '../context';
import { element, type Child } from '../dom';
import { icon, type IconName } from '../icons';
import { labels } from '../labels';
import { foldedText } from '../parts/foldedText';
import { growingList } from '../parts/growingList';
import { jsonValue } from '../parts/jsonValue';
import { section } from '../parts/section';
import { statusLine } from '../parts/statusLine';
import { visibleText } from '../parts/visibleText';
import type { ShownInspection } from '../state';

const icons: Readonly<Record<Answer['status'], IconName>> = {
  pass: 'passed',
  fail: 'failed',
  unknown: 'unknown',
  notAsked: 'unknown',
};

/** What follows the JWS in an SD-JWT: what is disclosed and kept back, each disclosure, and whether its digest is in the token. */
export function disclosuresView(
  context: PageContext,
  { token, disclosures }: ShownInspection,
): HTMLElement | undefined {
  const sdJwt = token.kind === 'jws' ? token.sdJwt : undefined;
  if (!sdJwt) return undefined;
  const list = element('ul', { class: 'list disclosure-list' });
  const behind = growingList(context, 'disclosures', list, sdJwt.disclosures, (segment, index) =>
    row(context, segment, index, disclosures?.rows[index]),
  );
  return section(
    { id: 'disclosures', title: say(context, labels.disclosures), part: 'disclosure' },
    [],
    disclosures && element('div', { class: 'list' }, answers(disclosures)),
    list,
    behind,
  );
}

/** What is to be said of all of them; what is wrong with one is told once. */
function answers({ disclosed, keyBinding, problems }: Disclosures): readonly HTMLElement[] {
  return [
    statusLine(icons[disclosed.status], disclosed.text),
    ...problems
      .filter((problem) => problem !== disclosed.text)
      .map((problem) => statusLine('warning', problem)),
    ...(keyBinding ? [statusLine(icons[keyBinding.status], keyBinding.text)] : []),
  ];
}

function row(
  context: PageContext,
  segment: Segment,
  index: number,
  known: Disclosures['rows'][number] | undefined,
): HTMLElement {
  const read = readDisclosure(segment);
  // A claim at the top stands where its name says.
  const isTold = known && (typeof read === 'string' || known.place !== read.name);
  return element(
    'li',
    { class: 'list-row value' },
    icon(known ? icons[known.status] : 'pending'),
    element(
      'div',
      {},
      disclosureView(context, read, segment, index),
      isTold ? element('p', { class: 'quiet' }, visibleText(known.place)) : undefined,
    ),
  );
}

/** The claim that is disclosed and its value; what is no disclosure as it decodes. */
function disclosureView(
  context: PageContext,
  read: ReturnType<typeof readDisclosure>,
  segment: Segment,
  index: number,
): Child {
  const key = `disclosure ${index}`;
  const name = (text: string): HTMLElement => element('span', { class: 'member-name' }, text);
  if (typeof read === 'string') {
    const text = segment.bytes ? new TextDecoder().decode(segment.bytes) : segment.text;
    return [name(say(context, labels.disclosure, { count: index + 1 })), ' ', foldedText(context, key, text)];
  }
  const label =
    read.name === undefined
      ? name(say(context, labels.disclosedItem))
      : element('span', { class: 'member-name' }, foldedText(context, `${key} name`, read.name));
  return [label, ' ', jsonValue(context, key, read.value)];
}
