import { memberOf } from '../../encoding/jsonNode';
import { headerParameter, headerText } from '../../jose/headers';
import { hostOf } from '../../jose/registries/vendors';
import { cut, finding, findingIf, type Rule } from './rule';

/** Tokens that prove possession of the key they carry: there it belongs. */
const proofs: ReadonlySet<string> = new Set(['dpop+jwt', 'openid4vci-proof+jwt']);

/** RFC 8725 §2.1: a signature that only the token's own key verifies proves nothing about who made it. */
export const embeddedKey: Rule = ({ token, headers, type = '', headerSpan }) => {
  const isAcme = headerText(headers, 'url') !== undefined && headerText(headers, 'nonce') !== undefined;
  const isProof = proofs.has(type) || isAcme;
  const isThere = headerParameter(headers, 'jwk') !== undefined;
  return findingIf(isThere && token.kind !== 'jwe' && !isProof, 'embeddedKey', 'warning', {
    span: headerSpan,
    subject: 'jwk',
    reference: 'RFC 8725 §2.1',
  });
};

/** Members that only a private or symmetric key has (RFC 7518 §6.2.2, §6.3.2, §6.4.1; RFC 9964 §3). */
const privateMembers = ['d', 'k', 'priv', 'p', 'q', 'dp', 'dq', 'qi'];

export const embeddedPrivateKey: Rule = ({ headers, headerSpan }) =>
  ['jwk', 'epk'].flatMap((name) => {
    const key = headerParameter(headers, name);
    const isPrivate = key?.type === 'object' && privateMembers.some((member) => memberOf(key, member));
    return findingIf(isPrivate, 'embeddedPrivateKey', 'error', {
      span: headerSpan,
      subject: name,
      facts: { name },
      reference: 'RFC 7515 §4.1.3',
    });
  });

/** RFC 8725 §3.10: whoever follows such an address does what the sender wants. We never do. */
export const remoteKey: Rule = ({ headers, headerSpan }) =>
  ['jku', 'x5u'].flatMap((name) => {
    const address = headerText(headers, name);
    if (address === undefined) return [];
    const isSecure = /^https:\/\//i.test(address);
    return [
      finding('remoteKey', isSecure ? 'information' : 'warning', {
        span: headerSpan,
        subject: name,
        facts: { name, host: cut(hostOf(address) || address) },
        reference: 'RFC 8725 §3.10',
      }),
    ];
  });

/** A certificate beside an HMAC: the sign of a public key mistaken for a secret (RFC 8725 §2.1). */
export const certificateWithSecret: Rule = ({ token, headers, alg = '', headerSpan }) => {
  const name = ['x5c', 'x5t', 'x5t#S256', 'x5u'].find((one) => headerParameter(headers, one) !== undefined);
  const isHmac = token.kind === 'jws' && /^HS\d/.test(alg);
  return findingIf(isHmac && name !== undefined, 'certificateWithSecret', 'warning', {
    span: headerSpan,
    subject: name ?? '',
    facts: { alg: cut(alg), name: name ?? '' },
    reference: 'RFC 8725 §2.1',
  });
};
