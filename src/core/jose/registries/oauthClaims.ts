import { page, registered, rfc, type RegisteredName } from './registered';

/** IANA's JWT claims registry: RFC 7519 itself, OAuth, proof of possession, security events, selective disclosure. */
export const oauthClaims: readonly RegisteredName[] = [
  ...registered(rfc(7519), [
    ['iss', 'text', 'Who issued the token.', '4.1.1'],
    ['sub', 'text', 'Whom or what the token is about.', '4.1.2'],
    ['aud', 'textOrTexts', 'Whom the token is meant for; others must refuse it.', '4.1.3'],
    ['exp', 'date', 'When the token expires.', '4.1.4'],
    ['nbf', 'date', 'From when on the token counts.', '4.1.5'],
    ['iat', 'date', 'When the token was issued.', '4.1.6'],
    ['jti', 'text', 'The token’s own identifier, so that it can be told from others.', '4.1.7'],
  ]),
  ...registered(rfc(8693), [
    ['act', 'object', 'Who acts on behalf of the subject.', '4.1'],
    ['scope', 'text', 'What the token allows: a list separated by spaces.', '4.2'],
    ['client_id', 'text', 'The application that asked for the token.', '4.3'],
    ['may_act', 'object', 'Who is allowed to act on behalf of the subject.', '4.4'],
  ]),
  ...registered(rfc(9068), [
    ['roles', 'texts', 'Roles of the subject.', '2.2.3.1'],
    ['groups', 'texts', 'Groups the subject belongs to.', '2.2.3.1'],
    ['entitlements', 'texts', 'What the subject is entitled to.', '2.2.3.1'],
  ]),
  ...registered(rfc(9396), [
    ['authorization_details', 'list', 'What the token allows, in detail, for each kind of resource.', '9.1'],
  ]),
  ...registered(rfc(9701), [
    ['token_introspection', 'object', 'What the authorization server says of another token.', '5'],
  ]),
  ...registered(rfc(7800), [['cnf', 'object', 'The key that the presenter must prove to hold.', '3.1']]),
  ...registered(rfc(9449), [
    ['htm', 'text', 'The HTTP method this proof was made for.', '4.2'],
    ['htu', 'uri', 'The HTTP address this proof was made for, without query and fragment.', '4.2'],
    ['ath', 'text', 'The hash of the access token this proof goes with.', '4.2'],
  ]),
  ...registered(rfc(9200), [
    ['ace_profile', 'any', 'The ACE profile the token is to be used with.', '5.10'],
    ['cnonce', 'any', 'A nonce of the client, to show that the token is fresh.', '5.10'],
    ['exi', 'number', 'Lifetime in seconds, counted from when the token is first seen.', '5.10.3'],
  ]),
  ...registered(rfc(8417), [
    ['events', 'object', 'The security events that this token reports.', '2.2'],
    ['toe', 'date', 'When the reported event happened.', '2.2'],
    ['txn', 'text', 'The transaction that this token belongs to.', '2.2'],
  ]),
  ...registered(rfc(9493), [['sub_id', 'object', 'The subject, as an identifier of a named format.', '4.1']]),
  ...registered(rfc(8485), [
    ['vot', 'any', 'How far the identity and the login can be trusted.'],
    ['vtm', 'uri', 'Where the vectors of trust in use are explained.'],
  ]),
  ...registered(rfc(9901), [
    ['_sd', 'texts', 'Digests of claims that the holder may disclose.', '4.2.4.1'],
    ['...', 'text', 'Digest of a list item that the holder may disclose.', '4.2.4.2'],
    ['_sd_alg', 'text', 'The hash algorithm of the disclosures’ digests.', '4.1.1'],
    ['sd_hash', 'text', 'The hash of the presented SD-JWT that this key binding belongs to.', '4.3'],
  ]),
  ...registered(
    page('draft-ietf-oauth-status-list', 'https://datatracker.ietf.org/doc/draft-ietf-oauth-status-list/'),
    [
      ['status', 'object', 'Where to ask whether the token was revoked.'],
      ['status_list', 'object', 'The states of many tokens, packed into one list.'],
      ['ttl', 'number', 'For how many seconds a copy of the status list may be kept.'],
    ],
  ),
  ...registered(
    page('draft-ietf-oauth-sd-jwt-vc', 'https://datatracker.ietf.org/doc/draft-ietf-oauth-sd-jwt-vc/'),
    [
      ['vct', 'text', 'The type of the verifiable credential.'],
      ['vct#integrity', 'text', 'The hash that the description of the credential’s type must have.'],
    ],
  ),
  ...registered(rfc(9560), [
    ['rdap_allowed_purposes', 'texts', 'For which purposes the holder may ask RDAP servers.', '3.1.5.1'],
    ['rdap_dnt_allowed', 'flag', 'Whether the holder may ask RDAP servers not to log the query.', '3.1.5.2'],
  ]),
];
