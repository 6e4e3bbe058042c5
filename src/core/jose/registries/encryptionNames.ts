/** The `alg` values of JWE that IANA lists (RFC 7518 §4.1 and later ones): how the content's key is had. */
export const keyManagementNames: ReadonlySet<string> = new Set([
  ...['RSA1_5', 'RSA-OAEP', 'RSA-OAEP-256', 'RSA-OAEP-384', 'RSA-OAEP-512'],
  ...['A128KW', 'A192KW', 'A256KW', 'dir', 'A128GCMKW', 'A192GCMKW', 'A256GCMKW'],
  ...['ECDH-ES', 'ECDH-ES+A128KW', 'ECDH-ES+A192KW', 'ECDH-ES+A256KW'],
  ...['PBES2-HS256+A128KW', 'PBES2-HS384+A192KW', 'PBES2-HS512+A256KW'],
]);

/** The `enc` values that IANA lists (RFC 7518 §5.1). */
export const contentEncryptionNames: ReadonlySet<string> = new Set([
  ...['A128CBC-HS256', 'A192CBC-HS384', 'A256CBC-HS512', 'A128GCM', 'A192GCM', 'A256GCM'],
]);
