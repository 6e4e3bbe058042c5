import type { JwsToken } from '../jose/token';
import { processSdJwt } from '../sdJwt/processSdJwt';
import { verifyKeyBinding } from '../sdJwt/verifyKeyBinding';
import type { Answer } from './answer';
import { escapeMarkdown } from './escape';
import {
  disclosureAnswer,
  disclosureRows,
  keyBindingAnswer,
  sdJwtProblems,
  type DisclosureRow,
} from './sdJwtText';
import { shorten } from './shorten';
import type { Translate } from './wording';

/** Everything to show of an SD-JWT besides the token that carries it: plain text, ready to be sent. */
export interface ShownSdJwt {
  readonly disclosed: Answer;
  /** Undefined where there is no key binding. Worth nothing without a valid signature of the issuer. */
  readonly keyBinding: Answer | undefined;
  readonly rows: readonly DisclosureRow[];
  /** Sentences about all that is wrong with the disclosures. */
  readonly problems: readonly string[];
}

/** What the disclosures and the key binding of an SD-JWT say; undefined for any other token. Never rejects. */
export async function showSdJwt(token: JwsToken, translate: Translate): Promise<ShownSdJwt | undefined> {
  const report = await processSdJwt(token);
  if (!report) return undefined;
  const binding = await verifyKeyBinding(token, report.payload);
  return {
    disclosed: disclosureAnswer(report, translate),
    keyBinding: binding && keyBindingAnswer(binding, translate),
    rows: disclosureRows(report, translate),
    problems: sdJwtProblems(report, translate),
  };
}

/** Rows in a hover, and the longest value of one, in UTF-16 units. */
const hoverRows = 20;
const longestValue = 200;

/** The answers as lines of a hover, and below them what was disclosed as a list; all token-borne text is escaped. */
export function sdJwtMarkdown({ disclosed, keyBinding, rows }: ShownSdJwt): {
  readonly lines: readonly string[];
  readonly list: string;
} {
  const line = ({ status, text }: Answer, icon: string): string =>
    `${status === 'fail' ? '$(error)' : icon} ${escapeMarkdown(shorten(text, longestValue))}`;
  const list = rows.slice(0, hoverRows).map(({ place, value, status }) => {
    const mark = status === 'fail' ? '$(error) ' : '';
    return `- ${mark}**${escapeMarkdown(shorten(place, longestValue))}**: ${escapeMarkdown(shorten(value, longestValue))}`;
  });
  return {
    lines: [
      line(disclosed, '$(eye)'),
      ...(keyBinding ? [line(keyBinding, keyBinding.status === 'pass' ? '$(verified)' : '$(question)')] : []),
    ],
    list: [...list, ...(rows.length > hoverRows ? ['- …'] : [])].join('\n'),
  };
}
