import { openid, page, registered, rfc, type RegisteredName } from './registries/registered';

/** IANA's registry "JSON Web Signature and Encryption Header Parameters" as of 2026-05-22: those of a JWS. */
const jws: readonly RegisteredName[] = [
  ...registered(rfc(7515), [
    ['alg', 'text', 'How the token is signed.', '4.1.1'],
    ['jku', 'uri', 'Where the signer’s keys are said to be.', '4.1.2'],
    ['jwk', 'object', 'The public key that is said to verify the signature.', '4.1.3'],
    ['kid', 'text', 'Which key the token was signed with.', '4.1.4'],
    ['x5u', 'uri', 'Where the signer’s certificate is said to be.', '4.1.5'],
    ['x5c', 'texts', 'The signer’s certificate and those that vouch for it.', '4.1.6'],
    ['x5t', 'text', 'SHA-1 thumbprint of the signer’s certificate.', '4.1.7'],
    ['x5t#S256', 'text', 'SHA-256 thumbprint of the signer’s certificate.', '4.1.8'],
    ['typ', 'text', 'What kind of token this is.', '4.1.9'],
    ['cty', 'text', 'What kind of content it carries.', '4.1.10'],
    ['crit', 'texts', 'Parameters that a reader must understand or else refuse the token.', '4.1.11'],
  ]),
  ...registered(rfc(7797), [['b64', 'flag', 'Whether the payload is base64url-encoded.', '3']]),
  ...registered(rfc(8225), [['ppt', 'text', 'Which PASSporT extension is in use.', '8.1']]),
  ...registered(rfc(9321), [['svt', 'texts', 'Results of validating this signature earlier.']]),
  ...registered(page('IHE DSG', 'https://profiles.ihe.net/ITI/DSGj/Volume3/ch-5.10.html#5.10'), [
    ['iheSSId', 'text', 'The submission set that the signed documents belong to.', '5.10'],
  ]),
  ...registered(openid('OpenID for Verifiable Presentations 1.0', 'openid-4-verifiable-presentations-1_0'), [
    ['jwt', 'text', 'Another token that vouches for this one’s signer.', '12'],
  ]),
  ...registered(rfc(6749), [['client_id', 'text', 'The OAuth client that signed.', '2.2']]),
  ...registered(openid('OpenID Federation 1.0', 'openid-federation-1_0'), [
    ['trust_chain', 'texts', 'The statements from the signer to a trust anchor.', '4.3'],
    ['peer_trust_chain', 'texts', 'The statements from the other side to a trust anchor.', '4.4'],
  ]),
];

/** The same registry: those of a JWE. */
const jwe: readonly RegisteredName[] = [
  ...registered(rfc(7516), [
    ['alg', 'text', 'How the content’s key is encrypted or agreed on.', '4.1.1'],
    ['enc', 'text', 'How the content is encrypted.', '4.1.2'],
    ['zip', 'text', 'How the content was compressed before it was encrypted.', '4.1.3'],
    ['jku', 'uri', 'Where the recipient’s keys are said to be.', '4.1.4'],
    ['jwk', 'object', 'The public key that the token was encrypted to.', '4.1.5'],
    ['kid', 'text', 'Which key the token was encrypted to.', '4.1.6'],
    ['x5u', 'uri', 'Where the recipient’s certificate is said to be.', '4.1.7'],
    ['x5c', 'texts', 'The recipient’s certificate and those that vouch for it.', '4.1.8'],
    ['x5t', 'text', 'SHA-1 thumbprint of the recipient’s certificate.', '4.1.9'],
    ['x5t#S256', 'text', 'SHA-256 thumbprint of the recipient’s certificate.', '4.1.10'],
    ['typ', 'text', 'What kind of token this is.', '4.1.11'],
    ['cty', 'text', 'What kind of content it carries.', '4.1.12'],
    ['crit', 'texts', 'Parameters that a reader must understand or else refuse the token.', '4.1.13'],
  ]),
  ...registered(rfc(7518), [
    ['epk', 'object', 'The sender’s public key, made for this token only.', '4.6.1.1'],
    ['apu', 'text', 'Who the sender is, as an input to the key agreement.', '4.6.1.2'],
    ['apv', 'text', 'Who the recipient is, as an input to the key agreement.', '4.6.1.3'],
    ['iv', 'text', 'Initialization vector of the encrypted key.', '4.7.1.1'],
    ['tag', 'text', 'Authentication tag of the encrypted key.', '4.7.1.2'],
    ['p2s', 'text', 'Salt for making the key from a password.', '4.8.1.1'],
    ['p2c', 'number', 'How many rounds it takes to make the key from a password.', '4.8.1.2'],
  ]),
  ...registered(rfc(7519), [
    ['iss', 'text', 'Who issued the token; repeats the claim outside the encryption.', '5.3'],
    ['sub', 'text', 'Whom the token is about; repeats the claim outside the encryption.', '5.3'],
    ['aud', 'textOrTexts', 'Whom the token is meant for; repeats the claim outside the encryption.', '5.3'],
  ]),
];

/** The same registry: those of both. */
const both: readonly RegisteredName[] = registered(rfc(8555), [
  ['url', 'uri', 'The address that the ACME request goes to.', '6.4.1'],
  ['nonce', 'text', 'Stops the ACME request from being sent again.', '6.5.2'],
]);

const byName = (...tables: readonly (readonly RegisteredName[])[]): ReadonlyMap<string, RegisteredName> =>
  new Map(tables.flat().map((parameter) => [parameter.name, parameter]));

/** The header parameters that a public specification defines, by the form of token they stand in. */
export const headerParameters: Readonly<Record<'jws' | 'jwe', ReadonlyMap<string, RegisteredName>>> = {
  jws: byName(jws, both),
  jwe: byName(jwe, both),
};

/** What is known of a header parameter; undefined for private ones. */
export function describeHeaderParameter(name: string, form: 'jws' | 'jwe'): RegisteredName | undefined {
  return headerParameters[form].get(name);
}
