import { headerParameter } from '../../jose/headers';
import { cut, finding, type Rule } from './rule';

/** Extensions that are understood here: RFC 7797 and no other. */
const understood: ReadonlySet<string> = new Set(['b64']);
/** Names told at most. */
const most = 10;

/** RFC 7515 §4.1.11: a reader that does not understand one of these must refuse the token. */
export const criticalUnknown: Rule = ({ headers, headerSpan }) => {
  const crit = headerParameter(headers, 'crit');
  if (crit?.type !== 'array') return [];
  const names = crit.items.slice(0, 100).flatMap((item) => (item.type === 'string' ? [item.value] : []));
  return [...new Set(names)]
    .filter((name) => !understood.has(name))
    .slice(0, most)
    .map((name) =>
      finding('criticalUnknown', 'error', {
        span: headerSpan,
        subject: 'crit',
        facts: { name: cut(name) },
        reference: 'RFC 7515 §4.1.11',
      }),
    );
};
