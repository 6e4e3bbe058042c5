import { Raised, type ExceptionName, type MessageKind } from './exceptions';

type Row = readonly [exception: ExceptionName, message: string, kind?: MessageKind];

/** Every refusal PyJWT 2.15.1 words itself, in about the order of its checks. `{name}` stands for a fact. */
const rows = {
  algorithmsMissing: [
    'DecodeError',
    'It is required that you pass in a value for the "algorithms" argument when calling decode().',
  ],
  tokenType: ['DecodeError', "Invalid token type. Token must be a <class 'bytes'>"],
  segmentCount: ['DecodeError', 'Not enough segments'],
  segmentEncoding: ['DecodeError', 'Invalid {segment} padding'],
  jsonSyntax: ['DecodeError', 'Invalid {segment} string: {reason}', 'prefix'],
  jsonNotObject: ['DecodeError', 'Invalid {segment} string: must be a json object'],
  payloadNotEmpty: ['DecodeError', "Payload segment must be empty when 'b64' is false."],
  kidType: ['InvalidTokenError', 'Key ID header parameter must be a string'],
  critEmpty: ['InvalidTokenError', "Invalid 'crit' header: must be a non-empty list"],
  critValues: ['InvalidTokenError', "Invalid 'crit' header: values must be strings"],
  critUnsupported: ['InvalidTokenError', 'Unsupported critical extension: {name}'],
  critMissing: ['InvalidTokenError', "Critical extension '{name}' is missing from headers"],
  critNoList: ['InvalidTokenError', "Invalid 'crit' header: must be a list"],
  detachedUnasked: [
    'DecodeError',
    'It is only valid to pass "detached_payload" when the protected header has "b64" set to false.',
  ],
  b64NotCritical: ['InvalidTokenError', "The 'b64' header parameter requires 'b64' to be listed in 'crit'."],
  detachedMissing: [
    'DecodeError',
    'It is required that you pass in a value for the "detached_payload" argument to decode a message having the b64 header set to false.',
  ],
  algMissing: ['InvalidAlgorithmError', 'Algorithm not specified'],
  algNotAllowed: ['InvalidAlgorithmError', 'The specified alg value is not allowed'],
  algNotOfKey: ['InvalidAlgorithmError', "Token algorithm {token} does not match the key's algorithm {key}"],
  algUnknown: ['InvalidAlgorithmError', 'Algorithm not supported'],
  algUnknownToSign: ['NotImplementedError', 'Algorithm not supported'],
  signatureWrong: ['InvalidSignatureError', 'Signature verification failed'],

  audienceArgument: ['TypeError', 'audience must be a string, iterable or None'],
  claimMissing: ['MissingRequiredClaimError', 'Token is missing the "{claim}" claim'],
  iatNoInteger: ['InvalidIssuedAtError', 'Issued At claim (iat) must be an integer.'],
  iatInFuture: ['ImmatureSignatureError', 'The token is not yet valid (iat)'],
  nbfNoInteger: ['DecodeError', 'Not Before claim (nbf) must be an integer.'],
  nbfInFuture: ['ImmatureSignatureError', 'The token is not yet valid (nbf)'],
  expNoInteger: ['DecodeError', 'Expiration Time claim (exp) must be an integer.'],
  expired: ['ExpiredSignatureError', 'Signature has expired'],
  issNoString: ['InvalidIssuerError', 'Payload Issuer (iss) must be a string'],
  issWrong: ['InvalidIssuerError', 'Invalid issuer'],
  issuerArgument: ['InvalidIssuerError', 'Issuer param must be "str" or "Container[str]"'],
  audUnasked: ['InvalidAudienceError', 'Invalid audience'],
  audFormat: ['InvalidAudienceError', 'Invalid claim format in token'],
  audWrong: ['InvalidAudienceError', "Audience doesn't match"],
  audStrictArgument: ['InvalidAudienceError', 'Invalid audience (strict)'],
  audStrictFormat: ['InvalidAudienceError', 'Invalid claim format in token (strict)'],
  audStrictWrong: ['InvalidAudienceError', "Audience doesn't match (strict)"],
  subNoString: ['InvalidSubjectError', 'Subject must be a string'],
  subWrong: ['InvalidSubjectError', 'Invalid subject'],
  jtiNoString: ['InvalidJTIError', 'JWT ID must be a string'],

  noneWithKey: ['InvalidKeyError', 'When alg = "none", key value must be None.'],
  secretType: ['TypeError', 'Expected a string or bytes value'],
  secretEmpty: ['InvalidKeyError', 'HMAC key must not be empty.'],
  secretIsKey: [
    'InvalidKeyError',
    'The specified key is an asymmetric key or x509 certificate and should not be used as an HMAC secret.',
  ],
  secretIsJwk: [
    'InvalidKeyError',
    'The specified key looks like a JWK and should not be used directly as an HMAC secret. Load it via PyJWK / HMACAlgorithm.from_jwk first.',
  ],
  keyType: ['TypeError', 'Expecting a PEM-formatted key.'],
  keyUnreadable: ['InvalidKeyError', 'Could not parse the provided public key.'],
  keyNeither: ['InvalidKeyError', 'Not a public or private key'],
  keyCurve: [
    'InvalidKeyError',
    "The key's curve '{found}' does not match the expected curve '{expected}' for this algorithm",
  ],
  // The first words come from a generator that PyJWT forgot to join; its address is never twice the same.
  keyFamily: [
    'InvalidKeyError',
    'Expected one of <generator object Algorithm.check_crypto_key_type.<locals>.<genexpr> at 0x…>, got: {found}. Invalid Key type for {algorithm}',
    'pattern',
  ],
  keyTooShort: ['InvalidKeyError', '{reason}'],
  cannotVerify: ['AttributeError', "'{found}' object has no attribute 'verify'", 'prefix'],
  cannotSign: ['AttributeError', "'{found}' object has no attribute 'sign'", 'prefix'],

  payloadNoDict: ['TypeError', 'Expecting a dict object, as JWT only supports JSON objects as payloads.'],
  issNoStringToSign: ['TypeError', 'Issuer (iss) must be a string.'],

  ktyMissing: ['InvalidKeyError', 'kty is not found: {…}', 'prefix'],
  ktyUnsupported: ['InvalidKeyError', 'Unsupported kty: {kty}'],
  crvMissing: ['InvalidKeyError', 'crv is not found: {…}', 'prefix'],
  crvUnsupported: ['InvalidKeyError', 'Unsupported crv: {crv}'],
  crvInvalid: ['InvalidKeyError', 'Invalid curve: {crv}'],
  jwkAlgorithm: ['PyJWKError', 'Unable to find an algorithm for key: {…}', 'prefix'],
  jwkUnusable: ['InvalidKeyError', 'Unable to construct key from JWK: {reason}', 'prefix'],
  jwkNoHmac: ['InvalidKeyError', 'Not an HMAC key'],
  jwkNoRsa: ['InvalidKeyError', 'Not an RSA key'],
  jwkNoEc: ['InvalidKeyError', 'Not an Elliptic curve key'],
  jwkNoOkp: ['InvalidKeyError', 'Not an Octet Key Pair'],
  jwkOtherPrimes: ['InvalidKeyError', 'Unsupported RSA private key: > 2 primes not supported'],
  jwkSomeFactors: ['InvalidKeyError', 'RSA key must include all parameters if any are present besides d'],
  jwkCoordinates: ['InvalidKeyError', 'Coords should be {width} bytes for curve {crv}'],
  // PyJWT forgot to format this one.
  jwkPrivateWidth: ['InvalidKeyError', "('D should be {} bytes for curve {}', {width}, '{crv}')"],
  jwkNoX: ['InvalidKeyError', 'OKP should have "x" parameter'],
  jwkParameter: ['InvalidKeyError', 'Invalid key parameter'],
  jwkPairMismatch: ['InvalidKeyError', 'Public key does not match private key'],

  setEmpty: ['PyJWKSetError', 'The JWK Set did not contain any keys'],
  setNoList: ['PyJWKSetError', 'Invalid JWK Set value'],
  setUnusable: [
    'PyJWKSetError',
    "The JWK Set did not contain any usable keys. Perhaps 'cryptography' is not installed?",
  ],
  setKidUnknown: ['KeyError', 'keyset has no key for kid: {kid}'],

  clientScheme: [
    'PyJWKClientError',
    "Invalid JWKS URI scheme {scheme}: only 'http' and 'https' are supported.",
  ],
  clientLifespan: ['PyJWKClientError', 'Lifespan must be greater than 0, the input is "{value}"'],
  clientCooldown: [
    'PyJWKClientError',
    'Cooldown duration must be greater than or equal to 0, the input is "{value}"',
  ],
  clientCooldownInfinite: ['PyJWKClientError', 'Cooldown duration must be finite, the input is "{value}"'],
  clientConnection: [
    'PyJWKClientConnectionError',
    'Fail to fetch data from the url, err: "{reason}"',
    'prefix',
  ],
  clientNoObject: ['PyJWKClientError', 'The JWKS endpoint did not return a JSON object'],
  clientNoSigningKeys: ['PyJWKClientError', 'The JWKS endpoint did not contain any signing keys'],
  clientKidUnknown: ['PyJWKClientError', 'Unable to find a signing key that matches: "{kid}"'],
} as const satisfies Record<string, Row>;

/** Our name for each of PyJWT's refusals. */
export type RefusalCode = keyof typeof rows;

/** The exception PyJWT raises there, its message filled in. */
export function refuse(code: RefusalCode, facts: Readonly<Record<string, string>> = {}): Raised {
  const [exception, template, kind]: Row = rows[code];
  const message = template.replace(/\{(\w+)\}/g, (whole, name: string) => facts[name] ?? whole);
  return new Raised(exception, message, kind, code);
}
