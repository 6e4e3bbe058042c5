import { readJson } from '../../core/encoding/json';
import { claimRows } from '../../core/inspect/inspectToken';
import type { ShownContent } from '../../protocol/messages';
import { say, type PageContext } from '../context';
import { element, type Child } from '../dom';
import { icon } from '../icons';
import { labels } from '../labels';
import { button } from '../parts/button';
import { innerButton } from '../parts/innerButton';
import { foldedText } from '../parts/foldedText';
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
  const rows = content.status === 'open' && content.kind === 'claims' ? rowsOf(content) : [];
  return rowsView(context, inspection.moment, {
    id: 'payload',
    title: say(context, rows.length > 0 ? labels.claims : labels.payload),
    part: 'ciphertext',
    nameLabel: say(context, labels.claim),
    rows,
    buttons: [],
    above: aboveOf(context, content),
    below: content.status === 'open' ? belowOf(context, content) : [],
  });
}

function rowsOf({ text }: Open): ReturnType<typeof claimRows> {
  const { node } = readJson(text);
  return node?.type === 'object' ? claimRows(node) : [];
}

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
      return [statusLine('key', content.answer), element('p', { class: 'quiet' }, content.note)];
  }
}

function belowOf(context: PageContext, content: Open): readonly Child[] {
  const { kind, text, bytes } = content;
  if (kind === 'token') return [innerButton(context, 'content')];
  if (kind === 'binary') return [element('p', {}, say(context, labels.binaryContent, { count: bytes }))];
  const { node } = readJson(text);
  if (node) return [rawView(context, 'payload', { text, node })];
  return [element('p', { class: 'value' }, foldedText(context, 'opened', text))];
}

function statusLine(name: 'pending' | 'unknown' | 'key', words: string): HTMLElement {
  return element('div', { class: 'list-row status-line' }, icon(name), element('p', {}, visibleText(words)));
}
