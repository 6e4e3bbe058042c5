import { page, registered } from './registered';
import type { Vendor } from './vendor';

export const keycloak: Vendor = {
  id: 'keycloak',
  name: 'Keycloak',
  recognises: ({ host, issuer, has }) =>
    (host !== '' && issuer.includes('/realms/')) || has('realm_access') || has('resource_access'),
  claims: registered(page('Keycloak', 'https://www.keycloak.org/docs/latest/server_admin/'), [
    ['typ', 'text', 'Which token it is: Bearer, ID, Refresh, Offline or Logout.'],
    ['realm_access', 'object', 'The user’s roles in the realm.'],
    ['resource_access', 'object', 'The user’s roles in each client.'],
    ['allowed-origins', 'texts', 'Web origins that may send the token.'],
    ['authorization', 'object', 'Permissions the user was granted.'],
    ['session_state', 'text', 'The session at the realm.'],
    ['trusted-certs', 'texts', 'Certificates that are trusted.'],
    ['clientId', 'text', 'The client whose service account this is.'],
    ['clientHost', 'text', 'The host the service account logged in from.'],
    ['clientAddress', 'text', 'The address the service account logged in from.'],
  ]),
};
