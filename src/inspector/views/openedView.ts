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

/** What helps against each reason for which nothing was decrypted; against the others no key does. */
const remedies: Readonly<Record<string, 'addKey' | 'manageTrust'>> = {
  noKeys: 'addKey',
  noFittingKey: 'addKey',
  notDecryptable: 'addKey',
  workspaceNotTrusted: 'manageTrust',
};

/** What an encrypted token holds, where a key here opens it; else why not, and what would help. */
export function openedView(context: PageContext, shown: ShownInspection): HTMLElement | undefined {
  const { content, inspection } = shown;
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
    above: aboveOf(context, content),
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
    case 'closed': {
      const remedy = remedies[content.reason];
      return [
        statusLine('unknown', content.answer),
        element('p', { class: 'quiet' }, say(context, labels.encryptedPayload)),
        remedy === undefined
          ? undefined
          : element(
              'div',
              { class: 'buttons' },
              button({
                key: remedy,
                label: say(context, labels[remedy]),
                onPress: () => void context.actions[remedy](),
              }),
            ),
      ];
    }
    case 'open':
      return [statusLine('key', content.answer), element('p', { class: 'quiet' }, visibleText(content.note))];
  }
}

function belowOf(context: PageContext, content: Open, node: JsonNode | undefined): readonly Child[] {
  const { kind, text, bytes } = content;
  if (kind === 'token') return [innerButton(context, 'content')];
  if (kind === 'binary') return [element('p', {}, say(context, labels.binaryContent, { count: bytes }))];
  if (node) return [rawView(context, 'payload', { text, node })];
  return [element('p', { class: 'value' }, foldedText(context, 'opened', text))];
}
