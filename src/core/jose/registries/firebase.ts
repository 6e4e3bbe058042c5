import { page, registered } from './registered';
import { isUnder, type Vendor } from './vendor';

/** Firebase Authentication and Google sign-in. */
export const firebase: Vendor = {
  id: 'firebase',
  name: 'Firebase / Google',
  recognises: ({ host, issuer, has }) =>
    isUnder(host, 'securetoken.google.com', 'session.firebase.google.com', 'accounts.google.com') ||
    issuer === 'accounts.google.com' ||
    has('firebase'),
  claims: [
    ...registered(page('Firebase ID tokens', 'https://firebase.google.com/docs/rules/rules-and-auth'), [
      ['user_id', 'text', 'The user’s identifier, as sub.'],
      ['firebase', 'object', 'How the user logged in, and under which identities.'],
    ]),
    ...registered(
      page(
        'Google ID tokens',
        'https://developers.google.com/identity/openid-connect/openid-connect#obtainuserinfo',
      ),
      [
        ['hd', 'text', 'The Google Workspace domain of the user.'],
        ['google', 'object', 'The virtual machine or service the token was issued to.'],
      ],
    ),
  ],
};
