import { readJson } from '../../core/encoding/json';
import type { JsonNode } from '../../core/encoding/jsonNode';
import { claimRows } from '../../core/inspect/inspectToken';
import type { ShownContent } from '../../protocol/messages';
import { say, type PageContext } from '../context';
import { element, type Child } from '../dom';
import { labels } from '../labels';
import { button } from '../parts/button';
import { innerButton } from '../parts/innerButton';
import { foldedText } from '../parts/foldedText';
import { statusLine } from '../parts/statusLine';
import { visibleText } from '../parts/visibleText';
import type { ShownInspection } from '../state';
import { rawView } from './rawView';
import { rowsView } from './rowsView';

type Content = ShownContent['content'];
type Open = Extract<Content, { readonly status: 'open' }>;

/** What helps best against each reason for which nothing was decrypted; against the others no key does. */
const remedies: Readonly<Record<string, 'addKey' | 'manageTrust' | 'pickKey'>> = {
  noKeys: 'addKey',
  noFittingKey: 'addKey',
  notDecryptable: 'addKey',
  workspaceNotTrusted: 'manageTrust',
  keyUnusable: 'pickKey',
  stopped: 'pickKey',
};

/** What an encrypted token holds, where a key here opens it; else why not, and what would help. */
export function openedView(context: PageContext, shown: ShownInspection): HTMLElement | undefined {
  const { content, inspection, isPicked } = shown;
  if (inspection.form !== 'encrypted') return undefined;
  const node = content.status === 'open' && isJson[content.kind] ? readJson(content.text).node : undefined;
  const rows = node?.type === 'object' ? claimRows(node) : [];
  return rowsView(context, inspection.moment, {
    id: 'payload',
    title: say(context, rows.length > 0 ? labels.claims : labels.payload),
    part: 'ciphertext',
    nameLabel: say(context, labels.claim),
    rows,
    buttons: [],
    above: [...aboveOf(context, content), keyButtons(context, content, isPicked)],
    below: content.status === 'open' ? belowOf(context, content, node) : [],
  });
}

/** The kinds of content that are read as JSON. */
const isJson: Readonly<Record<Open['kind'], boolean>> = {
  claims: true,
  json: true,
  token: false,
  text: false,
  binary: false,
};

function aboveOf(context: PageContext, content: Content): readonly Child[] {
  switch (content.status) {
    case 'none':
      return [element('p', { class: 'quiet' }, say(context, labels.encryptedPayload))];
    case 'pending':
      return [statusLine('pending', say(context, labels.decrypting))];
    case 'closed':
      return [
        statusLine('unknown', content.answer),
        element('p', { class: 'quiet' }, say(context, labels.encryptedPayload)),
      ];
    case 'open':
      return [statusLine('key', content.answer), element('p', { class: 'quiet' }, visibleText(content.note))];
  }
}

/** The button that helps first, and the choice of another key. Absent where no key would help. */
function keyButtons(context: PageContext, content: Content, isPicked: boolean): HTMLElement | undefined {
  if (content.status !== 'open' && content.status !== 'closed') return undefined;
  const { actions } = context;
  const remedy = content.status === 'closed' ? remedies[content.reason] : 'pickKey';
  if (remedy === undefined && !isPicked) return undefined;
  return element(
    'div',
    { class: 'buttons' },
    remedy === undefined || remedy === 'pickKey'
      ? undefined
      : button({
          key: remedy,
          kind: 'primary',
          label: say(context, labels[remedy]),
          onPress: () => void actions[remedy](),
        }),
    button({
      key: 'pickKey',
      icon: 'key',
      label: say(context, labels.pickKey),
      onPress: () => void actions.pickKey(),
    }),
    isPicked
      ? button({
          key: 'chooseAutomatically',
          label: say(context, labels.chooseAutomatically),
          onPress: () => void actions.verify('fitting'),
        })
      : undefined,
  );
}

function belowOf(context: PageContext, content: Open, node: JsonNode | undefined): readonly Child[] {
  const { kind, text, bytes } = content;
  if (kind === 'token') return [innerButton(context, 'content')];
  if (kind === 'binary') return [element('p', {}, say(context, labels.binaryContent, { count: bytes }))];
  if (node) return [rawView(context, 'payload', { text, node })];
  return [element('p', { class: 'value' }, foldedText(context, 'opened', text))];
}
