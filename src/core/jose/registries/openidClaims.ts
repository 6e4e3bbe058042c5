import { openid, page, registered, type RegisteredName } from './registered';

const assurance = openid(
  'OpenID Connect for Identity Assurance Claims Registration 1.0',
  'openid-connect-4-ida-claims-1_0',
);

/** IANA's JWT claims registry: what OpenID Connect and the W3C's credentials add. */
export const openidClaims: readonly RegisteredName[] = [
  ...registered(openid('OpenID Connect Core 1.0', 'openid-connect-core-1_0'), [
    ['name', 'text', 'Full name.', '5.1'],
    ['given_name', 'text', 'Given name or names.', '5.1'],
    ['family_name', 'text', 'Family name or names.', '5.1'],
    ['middle_name', 'text', 'Middle name or names.', '5.1'],
    ['nickname', 'text', 'Casual name.', '5.1'],
    ['preferred_username', 'text', 'The name the user wants to be called by; not a safe identifier.', '5.1'],
    ['profile', 'uri', 'Address of the user’s profile page.', '5.1'],
    ['picture', 'uri', 'Address of the user’s picture.', '5.1'],
    ['website', 'uri', 'Address of the user’s web page.', '5.1'],
    ['email', 'text', 'E-mail address.', '5.1'],
    ['email_verified', 'flag', 'Whether the issuer checked the e-mail address.', '5.1'],
    ['gender', 'text', 'Gender.', '5.1'],
    ['birthdate', 'text', 'Date of birth.', '5.1'],
    ['zoneinfo', 'text', 'Time zone.', '5.1'],
    ['locale', 'text', 'Language and region.', '5.1'],
    ['phone_number', 'text', 'Telephone number.', '5.1'],
    ['phone_number_verified', 'flag', 'Whether the issuer checked the telephone number.', '5.1'],
    ['address', 'object', 'Postal address.', '5.1'],
    ['updated_at', 'date', 'When the user’s data last changed.', '5.1'],
    ['azp', 'text', 'The application that the token was issued to.', '2'],
    ['nonce', 'text', 'Ties the token to the request it answers; stops replay.', '2'],
    ['auth_time', 'date', 'When the user logged in.', '2'],
    ['at_hash', 'text', 'Half the hash of the access token issued with this one.', '3.1.3.6'],
    ['c_hash', 'text', 'Half the hash of the authorization code issued with this token.', '3.3.2.11'],
    ['acr', 'text', 'How strong the login was.', '2'],
    ['amr', 'list', 'How the user logged in: password, one-time code and so on.', '2'],
    ['sub_jwk', 'object', 'The public key of a self-issued token.', '7.4'],
    ['_claim_names', 'object', 'Which claims are to be had elsewhere.', '5.6.2'],
    ['_claim_sources', 'object', 'Where those other claims are to be had.', '5.6.2'],
  ]),
  ...registered(openid('Financial-grade API 1.0 Part 2', 'openid-financial-api-part-2-1_0'), [
    ['s_hash', 'text', 'Half the hash of the state of the request.', '5.1'],
  ]),
  ...registered(openid('OpenID Connect Front-Channel Logout 1.0', 'openid-connect-frontchannel-1_0'), [
    ['sid', 'text', 'The session at the issuer, for logging out of it.', '3'],
  ]),
  ...registered(openid('OpenID Identity Assurance Schema Definition 1.0', 'openid-ida-verified-claims-1_0'), [
    ['verified_claims', 'any', 'Claims about the user, and how they were verified.', '5'],
  ]),
  ...registered(assurance, [
    ['place_of_birth', 'object', 'Place of birth.', '4'],
    ['nationalities', 'texts', 'Nationalities.', '4'],
    ['birth_family_name', 'text', 'Family name at birth.', '4'],
    ['birth_given_name', 'text', 'Given name at birth.', '4'],
    ['birth_middle_name', 'text', 'Middle name at birth.', '4'],
    ['salutation', 'text', 'Salutation, for example “Mr”.', '4'],
    ['title', 'text', 'Title, for example “Dr”.', '4'],
    ['msisdn', 'text', 'Mobile telephone number.', '4'],
    ['also_known_as', 'text', 'Stage name, religious name or other alias.', '4'],
  ]),
  ...registered(
    page('Verifiable Credentials Data Model 1.1', 'https://www.w3.org/TR/vc-data-model-1.1/#json-web-token'),
    [
      ['vc', 'object', 'A verifiable credential.', '6.3.1'],
      ['vp', 'object', 'A presentation of verifiable credentials.', '6.3.1'],
    ],
  ),
];
