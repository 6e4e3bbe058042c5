import { findingIf, type Rule } from './rule';

/** RFC 6265 §6.1: what a browser keeps of one cookie at least, and no browser much more. In octets. */
const cookieLimit = 4096;
/** What common servers take of one header line (nginx, Apache, Tomcat, Node). In octets. */
const headerLimit = 8192;

/** JSON serializations travel in bodies, where size matters less. Compact tokens are ASCII: a character is an octet. */
export const tooLarge: Rule = ({ token }) => {
  const isCompact = token.kind !== 'malformed' && token.serialization === 'compact';
  const length = isCompact ? token.text.length : 0;
  return [
    ...findingIf(length > cookieLimit && length <= headerLimit, 'tooLargeForCookie', 'information', {
      facts: { length, limit: cookieLimit },
      reference: 'RFC 6265 §6.1',
    }),
    ...findingIf(length > headerLimit, 'tooLargeForHeader', 'warning', {
      facts: { length, limit: headerLimit },
      reference: 'RFC 9110 §5.4',
    }),
  ];
};
