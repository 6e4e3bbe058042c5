import type { Inspection } from '../../core/inspect/inspection';
import { say, type PageContext } from '../context';
import { element } from '../dom';
import { labels, segmentLabels } from '../labels';
import { button } from '../parts/button';
import { copyButton } from '../parts/copyButton';
import { section } from '../parts/section';
import { visibleText } from '../parts/visibleText';
import { cutSegments, type Piece } from '../segments';

/** UTF-16 units of one piece shown before it folds, and how much of its beginning and end stays then. */
const longestPiece = 600;
const beginning = 240;
const end = 40;
/** The most of a piece that is laid out when all is asked for, and the most pieces. */
const atMost = 100_000;
const mostPieces = 200;

/** The token as it is written, its parts coloured, underlined each in its way, and named in a legend. */
export function tokenView(context: PageContext, inspection: Inspection): HTMLElement {
  const pieces = cutSegments(inspection.text, inspection.segments);
  const shown = pieces.slice(0, mostPieces);
  const isLong = shown.some((piece) => piece.text.length > longestPiece);
  const text = element('p', { class: 'token-text', dir: 'ltr', translate: 'no' });
  const fill = (isWhole: boolean): void => {
    text.replaceChildren(...shown.map((piece) => pieceView(context, piece, isWhole)));
    if (pieces.length > mostPieces) text.append(' …');
  };
  const isWhole = context.folds.amount('token') > 0;
  fill(isWhole);
  const more = (): HTMLElement =>
    button({
      key: 'more token',
      kind: 'link',
      label: say(context, labels.showWholeToken, { count: inspection.text.length }),
      onPress: (pressed) => {
        context.folds.set('token', 1);
        fill(true);
        pressed.remove();
      },
    });
  return section(
    { id: 'token', title: say(context, labels.token) },
    [copyButton(context, { what: 'token', label: say(context, labels.copyToken) })],
    legend(context, shown),
    text,
    isLong && !isWhole ? more() : undefined,
  );
}

function pieceView(context: PageContext, { text, segment }: Piece, isWhole: boolean): HTMLElement {
  const limit = isWhole ? atMost : longestPiece;
  const folded = text.length > limit;
  const head = isWhole ? atMost : beginning;
  return element(
    'span',
    segment ? { class: `piece part-${segment.name}`, 'data-part': segment.name } : { class: 'between' },
    visibleText(folded ? text.slice(0, head) : text),
    folded
      ? element(
          'span',
          { class: 'folded' },
          ` … ${say(context, labels.charactersMore, { count: text.length - head - end })} … `,
        )
      : undefined,
    folded ? visibleText(text.slice(-end)) : undefined,
  );
}

/** The parts by name. A name lights up its part, leads to what it decodes to, and has its own copy button. */
function legend(context: PageContext, pieces: readonly Piece[]): HTMLElement {
  const entries = pieces.flatMap((piece) => {
    if (!piece.segment) return [];
    const { name, index } = piece.segment;
    const label = say(context, segmentLabels[name] ?? labels.part);
    return [
      element(
        'li',
        {},
        element(
          'button',
          {
            type: 'button',
            class: `part-name part-${name}`,
            'data-key': `part ${index}`,
            'data-part': name,
            'data-leads': '',
          },
          element('span', { class: 'sample', 'aria-hidden': 'true' }),
          element('span', {}, label),
          element('span', { class: 'quiet' }, say(context, labels.characters, { count: piece.text.length })),
        ),
        copyButton(context, {
          what: 'segment',
          index,
          label: say(context, labels.copyPart, { part: label }),
        }),
      ),
    ];
  });
  return element('ul', { class: 'legend', 'aria-label': say(context, labels.parts) }, entries.slice(0, 12));
}
