import { joseHeaders } from '../../core/jose/headers';
import type { DecodedJson, Token } from '../../core/jose/token';
import { mostRows } from '../../core/inspect/inspectToken';
import { say, type PageContext } from '../context';
import { element, type Child } from '../dom';
import { labels } from '../labels';
import { copyButton } from '../parts/copyButton';
import { innerButton, isTokenText } from '../parts/innerButton';
import type { ShownInspection } from '../state';
import { openedView } from './openedView';
import { rawView } from './rawView';
import { rowsView } from './rowsView';

/** The JOSE header: its parameters, and its JSON. */
export function headerView(
  context: PageContext,
  { token, inspection }: ShownInspection,
): HTMLElement | undefined {
  const [decoded] = joseHeaders(token);
  if (!decoded) return undefined;
  return rowsView(context, inspection.moment, {
    id: 'header',
    title: say(context, labels.header),
    part: 'header',
    row: 'parameter',
    nameLabel: say(context, labels.headerParameter),
    rows: inspection.header,
    buttons: [copyButton(context, { what: 'header', label: say(context, labels.copyHeader) })],
    below: [rawOf(context, 'header', decoded, inspection.header.length)],
  });
}

/** The payload: its claims where it has any, what it is where it has none. */
export function payloadView(context: PageContext, shown: ShownInspection): HTMLElement | undefined {
  const { token, inspection } = shown;
  if (token.kind === 'jwe') return openedView(context, shown);
  const decoded = payloadOf(token);
  const note = payloadNote(token, decoded);
  if (!decoded && note === undefined) return undefined;
  return rowsView(context, inspection.moment, {
    id: 'payload',
    title: say(context, inspection.claims.length > 0 ? labels.claims : labels.payload),
    part: 'payload',
    row: 'claim',
    nameLabel: say(context, labels.claim),
    rows: inspection.claims,
    buttons: decoded
      ? [copyButton(context, { what: 'payload', label: say(context, labels.copyPayload) })]
      : [],
    below: [
      note === undefined ? undefined : element('p', { class: 'quiet' }, say(context, note)),
      decoded && isTokenText(decoded.text) ? innerButton(context, 'payload') : undefined,
      decoded && rawOf(context, 'payload', decoded, inspection.claims.length),
    ],
  });
}

function payloadOf(token: Token): DecodedJson | undefined {
  if (token.kind === 'jwe') return undefined;
  if (token.kind === 'malformed') return token.payload;
  return token.payload.isDetached ? undefined : token.payload;
}

function payloadNote(token: Token, decoded: DecodedJson | undefined): string | undefined {
  if (token.kind === 'jws' && token.payload.isDetached) return labels.detachedPayload;
  if (decoded?.node?.type === 'object')
    return decoded.node.members.length === 0 ? labels.emptyClaims : undefined;
  return decoded && !decoded.partial ? labels.payloadNoObject : undefined;
}

function rawOf(context: PageContext, what: 'header' | 'payload', decoded: DecodedJson, rows: number): Child {
  return [
    rows >= mostRows
      ? element('p', { class: 'quiet' }, say(context, labels.rowsNotListed, { count: rows }))
      : undefined,
    rawView(context, what, decoded),
  ];
}
