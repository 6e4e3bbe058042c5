import { recipientHeaders } from '../../core/jose/headers';
import type { JweToken } from '../../core/jose/token';
import { say, type PageContext } from '../context';
import { element } from '../dom';
import { labels } from '../labels';
import { partLabels } from '../partLabels';
import { growingList } from '../parts/growingList';
import { fold } from '../parts/jsonValue';
import { section } from '../parts/section';
import { statusLine } from '../parts/statusLine';
import type { ShownInspection } from '../state';
import { ownHeaders, partTitle } from './ownHeaders';

/** Whom an encrypted token is for: each with its header, and whether a key at hand opens it, which is tried when it is unfolded. */
export function recipientsView(context: PageContext, { token }: ShownInspection): HTMLElement | undefined {
  if (token.kind !== 'jwe' || token.serialization !== 'general') return undefined;
  const list = element('ul', { class: 'list' });
  const behind = growingList(context, 'recipients', list, token.recipients, (_, index) =>
    element('li', {}, recipientView(context, token, index)),
  );
  return section(
    { id: 'recipients', title: say(context, partLabels.recipients), part: 'encryptedKey' },
    [],
    list,
    behind,
  );
}

function recipientView(context: PageContext, token: JweToken, index: number): HTMLElement {
  const headers = recipientHeaders(token, index);
  const key = `recipient ${index}`;
  const title = partTitle(say(context, partLabels.recipient, { count: index + 1 }), headers);
  return fold(context, key, title, () => {
    const holder = element('div', { 'aria-live': 'polite' });
    holder.append(statusLine('pending', say(context, partLabels.trying)));
    void context.actions.askRecipient(index).then((answer) => {
      const name = answer?.status === 'pass' ? 'key' : 'unknown';
      holder.replaceChildren(statusLine(name, answer?.text ?? say(context, labels.notDone)));
    });
    return [holder, element('div', {}, ownHeaders(context, key, headers))];
  });
}
