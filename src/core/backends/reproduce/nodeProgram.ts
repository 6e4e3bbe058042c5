import { hasPrivate } from '../../keys/jwk';
import type { Key } from '../../keys/key';
import { visibleJson } from '../../present/escape';
import { keySource, type KeySource } from './keySource';

/** A program in the making: what it imports of Node.js, the statements before the call, and the key's expression. */
interface KeyCode {
  readonly crypto?: true;
  readonly files?: true;
  readonly before?: (kid: string | undefined) => string;
  readonly expression: string;
}

type KeyCodes = Readonly<Record<KeySource, KeyCode>>;

const readFile = 'readFileSync(process.env.KEY_FILE)';
/** The JWK in a file, or the one of that id in a file of several. */
const jwk = (kid: string | undefined): string => {
  const which = kid === undefined ? '[0]' : `find((one) => one.kid === ${literal(kid)})`;
  return `const file = JSON.parse(${readFile});\nconst jwk = file.keys?.${which} ?? file;`;
};

const publicPem: KeyCode = { crypto: true, files: true, expression: `createPublicKey(${readFile})` };
const encryptedPem: KeyCode = {
  crypto: true,
  files: true,
  expression: `createPublicKey({ key: ${readFile}, passphrase: process.env.KEY_PASSPHRASE })`,
};
const jwkObject: KeyCode = {
  crypto: true,
  files: true,
  before: jwk,
  expression: "createPublicKey({ key: jwk, format: 'jwk' })",
};

/** For jsonwebtoken: a string, a Buffer, or a KeyObject. */
const jsonwebtokenKeys: KeyCodes = {
  secretText: { expression: 'process.env.JWT_SECRET' },
  secretBase64: { expression: "Buffer.from(process.env.JWT_SECRET_BASE64, 'base64')" },
  secretJwk: { files: true, before: jwk, expression: "Buffer.from(jwk.k, 'base64url')" },
  publicJwk: jwkObject,
  privateJwk: jwkObject,
  publicPem,
  certificate: publicPem,
  privatePem: publicPem,
  encryptedPem,
  sshPublic: publicPem,
  sshPrivate: publicPem,
  otherFile: publicPem,
};

const exported = (code: KeyCode): KeyCode => ({
  ...code,
  expression: `${code.expression}.export({ format: 'jwk' })`,
});

/** For jose: a Uint8Array, or a JWK. */
const joseKeys: KeyCodes = {
  secretText: { expression: 'new TextEncoder().encode(process.env.JWT_SECRET)' },
  secretBase64: { expression: "new Uint8Array(Buffer.from(process.env.JWT_SECRET_BASE64, 'base64'))" },
  secretJwk: { files: true, before: jwk, expression: 'jwk' },
  publicJwk: { files: true, before: jwk, expression: 'jwk' },
  privateJwk: exported(jwkObject),
  publicPem: exported(publicPem),
  certificate: exported(publicPem),
  privatePem: exported(publicPem),
  encryptedPem: exported(encryptedPem),
  sshPublic: exported(publicPem),
  sshPrivate: exported(publicPem),
  otherFile: exported(publicPem),
};

/** What differs between the two libraries. */
export interface NodeLibrary {
  readonly name: 'jsonwebtoken' | 'jose';
  readonly version: string;
  readonly imports: string;
  /** The call up to its arguments. */
  readonly call: string;
  /** Whether it takes the private half of a pair. */
  readonly isDecrypting?: boolean;
}

/**
 * An ES module that asks the library. Token, key and secret come from the environment; the options are written out, so
 * they must hold nothing but what is expected of the claims.
 */
export function nodeProgram(library: NodeLibrary, key: Key, options: object): string {
  const source = keySource(key);
  const codes = library.name === 'jose' ? joseKeys : jsonwebtokenKeys;
  const isPrivate = library.isDecrypting === true && key.material.kty !== 'oct' && hasPrivate(key.material);
  const code = codes[isPrivate && source === 'privateJwk' ? 'publicJwk' : source];
  const half = isPrivate ? 'createPrivateKey' : 'createPublicKey';
  const given = Object.keys(options).length === 0 ? '' : `, ${literal(options)}`;
  return [
    `// npm install ${library.name}@${library.version}; ${variables(source)} node check.mjs`,
    library.imports,
    ...(code.crypto ? [`import { ${half} } from 'node:crypto';`] : []),
    ...(code.files ? ["import { readFileSync } from 'node:fs';"] : []),
    '',
    ...(code.before ? [code.before(key.labels.kid)] : []),
    `const key = ${code.expression.replace('createPublicKey', half)};`,
    `console.log(${library.call}(process.env.JWT, key${given}));`,
    '',
  ].join('\n');
}

/** JSON is JavaScript; what turns a line around or cannot be seen is escaped, since it may come from a token. */
function literal(value: unknown): string {
  return visibleJson(JSON.stringify(value));
}

/** The environment variables a program reads, as a shell sets them. */
export function variables(source: KeySource): string {
  const ofKey: Readonly<Partial<Record<KeySource, string>>> = {
    secretText: 'JWT_SECRET=…',
    secretBase64: 'JWT_SECRET_BASE64=…',
    encryptedPem: 'KEY_FILE=… KEY_PASSPHRASE=…',
  };
  return `JWT=… ${ofKey[source] ?? 'KEY_FILE=…'}`;
}
