import { headerParameter, headerText } from '../../jose/headers';
import { cut, findingIf, type Rule } from './rule';

/** RFC 8725 §3.6: compressed before it is encrypted, a text gives away something by its length. */
export const compression: Rule = ({ headers, headerSpan }) => {
  const zip = headerText(headers, 'zip');
  return findingIf(zip !== undefined, 'compression', 'information', {
    span: headerSpan,
    subject: 'zip',
    facts: { zip: cut(zip ?? '') },
    reference: 'RFC 8725 §3.6',
  });
};

/** RFC 7518 §4.8.1.2: the least number of rounds. */
const fewest = 1000;
/** From here on a reader works for seconds on what may be a trap. */
const many = 1_000_000;

export const pbes2Iterations: Rule = ({ token, alg = '', headers, headerSpan }) => {
  const count = headerParameter(headers, 'p2c');
  if (token.kind !== 'jwe' || !alg.startsWith('PBES2-') || count?.type !== 'number') return [];
  const details = { span: headerSpan, subject: 'p2c', reference: 'RFC 7518 §4.8.1.2' };
  return [
    ...findingIf(count.value < fewest, 'pbes2Iterations', 'warning', {
      ...details,
      facts: { count: count.value, minimum: fewest },
    }),
    ...findingIf(count.value > many, 'pbes2IterationsMany', 'warning', {
      ...details,
      facts: { count: count.value, maximum: many },
    }),
  ];
};
