import { page, registered } from './registered';
import type { Vendor } from './vendor';

const tokens = page(
  'Amazon Cognito tokens',
  'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html',
);

export const cognito: Vendor = {
  id: 'cognito',
  name: 'Amazon Cognito',
  recognises: ({ host, hasPrefix }) =>
    (host.startsWith('cognito-idp.') && /\.amazonaws\.com(?:\.cn)?$/.test(host)) || hasPrefix('cognito:'),
  claims: registered(tokens, [
    ['token_use', 'text', 'Which token it is: id or access.'],
    ['username', 'text', 'The user’s name in the user pool.'],
    ['cognito:username', 'text', 'The user’s name in the user pool.'],
    ['cognito:groups', 'texts', 'The user’s groups in the user pool.'],
    ['cognito:roles', 'texts', 'AWS roles of the user’s groups.'],
    ['cognito:preferred_role', 'text', 'The AWS role of the group that comes first.'],
    ['identities', 'list', 'The accounts elsewhere that the user is linked to.'],
    ['event_id', 'text', 'The login that the token comes from.'],
    ['origin_jti', 'text', 'Shared by all tokens of one login, for revoking them together.'],
    ['device_key', 'text', 'The user’s remembered device.'],
    ['version', 'number', 'Version of the access token.'],
  ]),
  families: registered(tokens, [['custom:', 'any', 'An attribute that this user pool defines.']]),
};
