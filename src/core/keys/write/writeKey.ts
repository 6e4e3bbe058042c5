import { encodeBase64, encodeBase64url } from '../../encoding/base64url';
import { utf8Text } from '../../encoding/utf8';
import { pemText } from '../../encoding/pem';
import { encodeHex } from '../../encoding/hex';
import { hasPrivate, toJwk } from '../jwk';
import type { Key, SecretEncoding } from '../key';
import { isKeyProblem, keyProblem, type KeyProblem } from '../keyProblem';
import { opensshPrivateText, opensshPublicLine } from './openssh';
import { pkcs8Der, spkiDer } from './derKeys';

/** The texts a key can be written as. */
export type KeyOutput =
  'publicJwk' | 'privateJwk' | 'publicJwkSet' | 'spkiPem' | 'pkcs8Pem' | 'opensshPublic' | 'opensshPrivate';

type WritableKey = Pick<Key, 'material' | 'labels'>;
type Written = string | KeyProblem;

const writers: Readonly<Record<KeyOutput, (key: WritableKey) => Written | Promise<Written>>> = {
  publicJwk: (key) => (key.material.kty === 'oct' ? onlySecret('JWK') : json(toJwk(key, { private: false }))),
  privateJwk: writePrivateJwk,
  publicJwkSet: (key) => writeJwkSet([key]),
  spkiPem: ({ material }) => armoured('PUBLIC KEY', spkiDer(material)),
  pkcs8Pem: async ({ material }) => armoured('PRIVATE KEY', await pkcs8Der(material)),
  opensshPublic: opensshPublicLine,
  opensshPrivate: (key) => opensshPrivateText(key),
};

/** The key as text of the format, ending in a line end; or the problem why it has none. Private formats hold the private key in the open. */
export async function writeKey(key: WritableKey, output: KeyOutput): Promise<string | KeyProblem> {
  return writers[output](key);
}

/** Which texts the key can be written as, in the order of menus; writing one of these gives no problem. */
export function keyOutputs({ material }: WritableKey): readonly KeyOutput[] {
  if (material.kty === 'oct') return ['privateJwk'];
  const isSsh =
    material.kty === 'RSA' ||
    ('crv' in material && ['P-256', 'P-384', 'P-521', 'Ed25519'].includes(material.crv));
  const isPrivate = hasPrivate(material);
  const hasJwk = isPrivate && !(material.kty === 'AKP' && !material.seed);
  return [
    'publicJwk',
    'publicJwkSet',
    'spkiPem',
    ...(isSsh ? (['opensshPublic'] as const) : []),
    ...(hasJwk ? (['privateJwk'] as const) : []),
    ...(isPrivate ? (['pkcs8Pem'] as const) : []),
    ...(isPrivate && isSsh ? (['opensshPrivate'] as const) : []),
  ];
}

/** A JWK Set of the public halves (RFC 7517 §5); secrets have none and are left out. */
export function writeJwkSet(keys: readonly WritableKey[]): string | KeyProblem {
  const members = keys
    .filter(({ material }) => material.kty !== 'oct')
    .map((key) => toJwk(key, { private: false }));
  return members.length === 0 ? onlySecret('JWK Set') : json({ keys: members });
}

const secretWriters: Readonly<Record<SecretEncoding, (octets: Uint8Array) => string | undefined>> = {
  utf8: utf8Text,
  base64: encodeBase64,
  base64url: encodeBase64url,
  hex: encodeHex,
};

/** A secret as text in the encoding, without a line end; a problem where its octets are no text in it. */
export function writeSecret(
  { material }: Pick<Key, 'material'>,
  encoding: SecretEncoding,
): string | KeyProblem {
  if (material.kty !== 'oct') return keyProblem('cannotWrite', { format: encoding, because: 'keyType' });
  return secretWriters[encoding](material.k) ?? keyProblem('secretEncoding', { encoding });
}

function writePrivateJwk(key: WritableKey): Written {
  const { material } = key;
  if (!hasPrivate(material)) return keyProblem('cannotWrite', { format: 'JWK', because: 'publicOnly' });
  if (material.kty === 'AKP' && !material.seed)
    return keyProblem('cannotWrite', { format: 'JWK', because: 'noSeed' });
  return json(toJwk(key, { private: true }));
}

function armoured(label: string, der: Uint8Array | KeyProblem): Written {
  return isKeyProblem(der) ? der : pemText(label, encodeBase64(der));
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function onlySecret(format: string): KeyProblem {
  return keyProblem('cannotWrite', { format, because: 'secret' });
}
