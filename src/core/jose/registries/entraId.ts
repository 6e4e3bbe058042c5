import { page, registered } from './registered';
import { isUnder, type Vendor } from './vendor';

const accessTokens = page(
  'Entra ID access tokens',
  'https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference',
);
const optionalClaims = page(
  'Entra ID optional claims',
  'https://learn.microsoft.com/entra/identity-platform/optional-claims-reference',
);

/** Microsoft Entra ID (Azure AD), Azure AD B2C and Entra External ID. */
export const entraId: Vendor = {
  id: 'entraId',
  name: 'Microsoft Entra ID',
  recognises: ({ host, has, hasPrefix }) =>
    isUnder(
      host,
      'login.microsoftonline.com',
      'login.microsoftonline.us',
      'login.partner.microsoftonline.cn',
      'sts.windows.net',
      'sts.chinacloudapi.cn',
      'b2clogin.com',
      'ciamlogin.com',
    ) ||
    hasPrefix('xms_') ||
    (has('tid') && has('oid')),
  claims: [
    ...registered(accessTokens, [
      ['acrs', 'list', 'Authentication contexts the bearer has fulfilled.'],
      ['aio', 'text', 'Internal to Entra ID; to be ignored.'],
      ['appid', 'text', 'The application that asked for the token (version 1.0).'],
      ['appidacr', 'text', 'How that application logged in: 0 publicly, 1 by secret, 2 by certificate.'],
      ['azp', 'text', 'The application that asked for the token.'],
      ['azpacr', 'text', 'How that application logged in: 0 publicly, 1 by secret, 2 by certificate.'],
      ['hasgroups', 'flag', 'The user is in more groups than fit in; ask Microsoft Graph.'],
      ['idp', 'text', 'Who authenticated the user, where that is not the issuer.'],
      ['oid', 'text', 'The user or service in the directory: stable, the same for all applications.'],
      ['rh', 'text', 'Internal to Entra ID; to be ignored.'],
      ['roles', 'texts', 'Application permissions, or the user’s roles in the application.'],
      ['scp', 'text', 'Delegated permissions: a list separated by spaces.'],
      ['sub', 'text', 'The user, under an identifier of this application only.'],
      ['tid', 'text', 'The tenant of the user.'],
      ['unique_name', 'text', 'A name to show; may change (version 1.0).'],
      ['uti', 'text', 'The token’s own identifier, as jti.'],
      ['ver', 'text', 'Version of the token: 1.0 or 2.0.'],
      ['wids', 'texts', 'The user’s roles in the whole tenant.'],
      ['xms_cc', 'list', 'What the client is able to do; cp1: it handles claims challenges.'],
    ]),
    ...registered(optionalClaims, [
      ['acct', 'number', '0 for a member of the tenant, 1 for a guest.'],
      ['ctry', 'text', 'The user’s country.'],
      ['fwd', 'text', 'The client’s address.'],
      ['idtyp', 'text', 'Whether the token is for an application or for a user.'],
      ['in_corp', 'text', 'The client logged in from the company’s network.'],
      ['ipaddr', 'text', 'The address the user logged in from.'],
      ['login_hint', 'text', 'A hint for logging the same user in again.'],
      ['onprem_sid', 'text', 'The user’s security identifier on the premises.'],
      ['pwd_exp', 'number', 'When the password expires.'],
      ['pwd_url', 'uri', 'Where to change the password.'],
      ['tenant_ctry', 'text', 'The tenant’s country.'],
      ['tenant_region_scope', 'text', 'The tenant’s region.'],
      ['upn', 'text', 'User principal name; may change, so never a key.'],
      ['verified_primary_email', 'texts', 'The user’s verified e-mail addresses.'],
      ['verified_secondary_email', 'texts', 'The user’s further verified e-mail addresses.'],
      ['vnet', 'text', 'The virtual network the request came from.'],
      ['xms_edov', 'any', 'Whether the domain of the e-mail address was verified.'],
      ['xms_pdl', 'text', 'Where the user’s data is to be kept.'],
      ['xms_pl', 'text', 'The user’s preferred language.'],
      ['xms_tpl', 'text', 'The tenant’s preferred language.'],
      ['ztdid', 'text', 'The device, for zero-touch deployment.'],
    ]),
    ...registered(
      page('Azure AD B2C tokens', 'https://learn.microsoft.com/azure/active-directory-b2c/tokens-overview'),
      [
        ['tfp', 'text', 'The user flow that issued the token.'],
        ['emails', 'texts', 'The user’s e-mail addresses.'],
      ],
    ),
  ],
  families: registered(accessTokens, [['xms_', 'any', 'Internal to Entra ID.']]),
};
