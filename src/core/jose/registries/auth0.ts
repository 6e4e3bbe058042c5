import { page, registered } from './registered';
import { isUnder, type Vendor } from './vendor';

const profiles = page(
  'Auth0 access tokens',
  'https://auth0.com/docs/secure/tokens/access-tokens/access-token-profiles',
);
const organizations = page(
  'Auth0 organizations',
  'https://auth0.com/docs/manage-users/organizations/using-tokens',
);

export const auth0: Vendor = {
  id: 'auth0',
  name: 'Auth0',
  recognises: ({ host, subject, has }) =>
    isUnder(host, 'auth0.com') || subject.startsWith('auth0|') || (has('gty') && has('azp')),
  claims: [
    ...registered(profiles, [
      ['sub', 'text', 'The user, with the connection before the bar, or the client.'],
      ['gty', 'any', 'Which grant the token was issued by.'],
      ['permissions', 'texts', 'What the user may do with this API.'],
    ]),
    ...registered(organizations, [
      ['org_id', 'text', 'The organization the user logged in to.'],
      ['org_name', 'text', 'The name of that organization.'],
    ]),
  ],
};
