import { page, registered } from './registered';
import { isUnder, type Vendor } from './vendor';

export const okta: Vendor = {
  id: 'okta',
  name: 'Okta',
  recognises: ({ host, has }) =>
    isUnder(host, 'okta.com', 'oktapreview.com', 'okta-emea.com', 'okta-gov.com', 'okta.mil') ||
    (has('cid') && has('uid') && has('ver')),
  claims: registered(
    page('Okta tokens', 'https://developer.okta.com/docs/reference/api/oidc/#tokens-and-claims'),
    [
      ['cid', 'text', 'The client that asked for the token.'],
      ['uid', 'text', 'The user’s identifier.'],
      ['scp', 'texts', 'What the token allows.'],
      ['ver', 'number', 'Version of the token’s claims.'],
      ['idp', 'text', 'Who authenticated the user.'],
    ],
  ),
};
