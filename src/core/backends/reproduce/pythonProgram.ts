import type { Key } from '../../keys/key';
import type { PyjwtDecodeRequest } from '../../pyjwt/decodeRequest';
import { pythonLiteral } from '../../pyjwt/python/pythonLiteral';
import { reproduceDecode } from '../../pyjwt/reproduce';
import { pyjwtVersion } from '../../pyjwt/verdict';
import { keySource, type KeySource } from './keySource';
import { variables } from './nodeProgram';

interface KeyCode {
  readonly imports: readonly string[];
  /** The statements that end with `key` set. */
  readonly lines: (key: Key) => readonly string[];
}

const readFile = 'open(os.environ["KEY_FILE"], "rb").read()';
const serialization = 'cryptography.hazmat.primitives.serialization';

function loaded(from: string, loader: string, rest: string): KeyCode {
  return {
    imports: [`from ${from} import ${loader}`],
    lines: () => [`key = ${loader}(${readFile}${rest}`],
  };
}

const publicPem = loaded(serialization, 'load_pem_public_key', ')');

const jwk = (rest: string): KeyCode => ({
  imports: [
    'import json',
    'from jwt.algorithms import ECAlgorithm, HMACAlgorithm, OKPAlgorithm, RSAAlgorithm',
  ],
  lines: ({ material, labels: { kid } }) => {
    const chosen = kid === undefined ? 'True' : `jwk.get("kid") == ${pythonLiteral(kid)}`;
    const classes = { oct: 'HMAC', RSA: 'RSA', EC: 'EC', OKP: 'OKP', AKP: 'OKP' };
    return [
      `file = json.load(open(os.environ["KEY_FILE"], "rb"))`,
      `jwk = next(jwk for jwk in file.get("keys", [file]) if ${chosen})`,
      `key = ${classes[material.kty]}Algorithm.from_jwk(jwk)${rest}`,
    ];
  },
});

const codes: Readonly<Record<KeySource, KeyCode>> = {
  secretText: { imports: [], lines: () => ['key = os.environ["JWT_SECRET"]'] },
  secretBase64: {
    imports: ['import base64'],
    lines: () => ['key = base64.b64decode(os.environ["JWT_SECRET_BASE64"])'],
  },
  secretJwk: jwk(''),
  publicJwk: jwk(''),
  privateJwk: jwk('.public_key()'),
  publicPem,
  certificate: loaded('cryptography.x509', 'load_pem_x509_certificate', ').public_key()'),
  privatePem: loaded(serialization, 'load_pem_private_key', ', None).public_key()'),
  encryptedPem: loaded(
    serialization,
    'load_pem_private_key',
    ', os.environ["KEY_PASSPHRASE"].encode()).public_key()',
  ),
  sshPublic: loaded(serialization, 'load_ssh_public_key', ')'),
  sshPrivate: loaded(
    serialization,
    'load_ssh_private_key',
    ', os.environ.get("KEY_PASSPHRASE", "").encode() or None).public_key()',
  ),
  otherFile: publicPem,
};

/** A program that asks PyJWT. Token, key and secret come from the environment. */
export function pythonProgram(key: Key, request: PyjwtDecodeRequest): string {
  const source = keySource(key);
  // PyJWT has no algorithm for ML-DSA, and says so before it looks at the key.
  const code: KeyCode =
    key.material.kty === 'AKP' ? { imports: [], lines: () => [`key = ${readFile}`] } : codes[source];
  return [
    `# pip install "pyjwt[crypto]==${pyjwtVersion}"; ${variables(source)} python check.py`,
    'import os',
    ...code.imports.filter((line) => line.startsWith('import')),
    'import jwt',
    ...code.imports.filter((line) => !line.startsWith('import')),
    '',
    'token = os.environ["JWT"]',
    ...code.lines(key),
    `print(${reproduceDecode(request)})`,
    '',
  ].join('\n');
}
