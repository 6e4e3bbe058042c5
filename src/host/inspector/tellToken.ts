import * as vscode from 'vscode';
import type { ShownToken } from '../../protocol/messages';
import { readSettings } from '../platform/settings';
import { leewayFor } from '../profiles/expectations';
import { outermost, type Shown } from './shownToken';

/** What else of the session a page is told with a token. */
interface TellOptions {
  readonly revision: number;
  readonly isPinned: boolean;
  /** UTF-16 offset of the token in its document; undefined where it is in none that is followed. */
  readonly offset: number | undefined;
}

/** The message that shows a token: its text, where it stands, and the tokens around it. */
export function tellToken(shown: Shown, { revision, isPinned, offset }: TellOptions): ShownToken {
  const { found, outer, chosen } = shown;
  const { text, place } = found;
  return {
    revision,
    text,
    leeway: leewayFor(text, readSettings(outermost(shown).place?.uri), chosen),
    isPinned,
    trail: outer.map(({ form, step }) => ({ form, step })),
    ...(place && offset !== undefined
      ? {
          place: {
            uri: place.uri.toString(),
            offset,
            name: vscode.workspace.asRelativePath(place.uri),
            line: place.range.start.line + 1,
          },
        }
      : {}),
  };
}
