import { openid, registered, type RegisteredName } from './registered';

/** IANA's JWT claims registry: OpenID Federation 1.0. */
export const federationClaims: readonly RegisteredName[] = registered(
  openid('OpenID Federation 1.0', 'openid-federation-1_0'),
  [
    ['jwks', 'object', 'The public keys of the entity this statement is about.', '13.1'],
    ['metadata', 'object', 'What the entity publishes about itself.', '13.2'],
    ['constraints', 'object', 'Limits on the trust chains through this entity.', '13.3'],
    ['crit', 'texts', 'Claims that a reader must understand or else refuse the statement.', '13.4'],
    ['ref', 'uri', 'Where to read more about this.', '13.5'],
    ['delegation', 'text', 'The right to issue this trust mark, itself a token.', '13.6'],
    ['logo_uri', 'uri', 'Address of a logo.', '13.7'],
    ['authority_hints', 'texts', 'The entities directly above this one.', '3.2'],
    ['trust_anchor_hints', 'texts', 'Trust anchors this entity belongs to.', '3.2'],
    ['trust_marks', 'list', 'Marks of conformance that the entity was given.', '3.2'],
    ['trust_mark_issuers', 'object', 'Who may issue which trust marks.', '3.2'],
    ['trust_mark_owners', 'object', 'Who owns which trust marks.', '3.2'],
    ['metadata_policy', 'object', 'Rules for the metadata of the entities below.', '3.3'],
    ['metadata_policy_crit', 'texts', 'Policy operators that a reader must understand.', '3.3'],
    ['source_endpoint', 'uri', 'Where this statement was fetched from.', '3.3'],
    ['keys', 'list', 'The keys of a signed key set.', '5.2.1'],
    ['trust_mark_type', 'text', 'Which trust mark this is.', '7.1'],
    ['trust_chain', 'texts', 'The statements that lead to the trust anchor.', '8.3.2'],
    ['trust_anchor', 'text', 'The trust anchor chosen for this registration.', '12.2.3'],
  ],
);
