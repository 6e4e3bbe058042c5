import type { Bytes } from '../../encoding/bytes';
import type { Key, KeyMaterial, OctMaterial } from '../../keys/key';
import { readKeys } from '../../keys/readKeys';
import { isRaised, type Raised } from '../../pyjwt/exceptions';
import type { LoadedKey } from '../../pyjwt/cryptography/loadedKey';
import { readPemBlocks } from '../../pyjwt/cryptography/pemBlocks';
import { loadPemPrivateKey, loadPemPublicKey } from '../../pyjwt/cryptography/pemKeys';
import type { Runtime } from '../runtime';
import type { NodeKey } from './options';

/**
 * A key of ours as `createPublicKey` or `createSecretKey` makes it: of a private key the public half. An RSASSA-PSS key
 * without parameters looks like any RSA key here; only the file itself tells (`nodeKeyOfOctets`).
 */
export function nodeKeyOf({ material, labels, format }: Key): NodeKey {
  if (material.kty === 'oct') return { type: 'secret', family: undefined, material };
  // Only the parameters of an RSASSA-PSS key (RFC 4055) name an algorithm outside of a JWK.
  const pssAlgorithm = format === 'jwk' ? undefined : labels.alg;
  if (material.kty === 'RSA' && pssAlgorithm !== undefined)
    return { type: 'public', family: 'rsa-pss', material, pssAlgorithm };
  return { type: 'public', family: familyOf(material), material };
}

function familyOf(material: Exclude<KeyMaterial, OctMaterial>): string {
  switch (material.kty) {
    case 'RSA':
      return 'rsa';
    case 'EC':
      return 'ec';
    case 'OKP':
      return material.crv.toLowerCase();
    case 'AKP':
      return material.alg.toLowerCase();
  }
}

/**
 * What jsonwebtoken makes of a string or Buffer: the public key `createPublicKey` reads in it, be it of a private key or
 * a certificate, else a secret. So a key file in a format that OpenSSL does not know becomes a secret.
 */
export async function nodeKeyOfOctets(octets: Bytes, runtime: Runtime): Promise<NodeKey> {
  const secret: NodeKey = { type: 'secret', family: undefined, material: { kty: 'oct', k: octets } };
  const blocks = holdsPem(octets) ? readPemBlocks(octets) : [];
  for (const { labels, load } of kinds) {
    const der = blocks.find(({ label, bytes }) => bytes && labels.includes(label))?.bytes;
    if (!der) continue;
    const own = (await readKeys({ bytes: der })).keys[0];
    if (own?.material.kty === 'AKP') return runtime.mlDsa ? nodeKeyOf(own) : secret;
    const loaded = load?.(octets);
    // Kinds and curves that JOSE has no use for are keys to OpenSSL all the same.
    if (loaded && !isRaised(loaded) && !own) return ofLoaded(loaded);
    return own && (!loaded || !isRaised(loaded) || own.material.kty === 'EC') ? ofRead(own, der) : secret;
  }
  return secret;
}

interface PemKind {
  readonly labels: readonly string[];
  /** How PyJWT's library reads them, which stands on OpenSSL as well; it knows no certificates here. */
  readonly load?: (octets: Bytes) => LoadedKey | Raised;
}

/** In the order in which Node.js looks for them: the first kind that is there decides. */
const kinds: readonly PemKind[] = [
  { labels: ['PUBLIC KEY'], load: loadPemPublicKey },
  { labels: ['RSA PUBLIC KEY'], load: loadPemPublicKey },
  { labels: ['CERTIFICATE', 'X509 CERTIFICATE'] },
  {
    labels: ['PRIVATE KEY', 'ENCRYPTED PRIVATE KEY', 'RSA PRIVATE KEY', 'EC PRIVATE KEY', 'DSA PRIVATE KEY'],
    load: loadPemPrivateKey,
  },
];

function ofLoaded({ family, material }: LoadedKey): NodeKey {
  return { type: 'public', family: family.toLowerCase(), material };
}

function ofRead(key: Key, der: Bytes): NodeKey {
  const node = nodeKeyOf(key);
  return node.family === 'rsa' && isPss(der) ? { ...node, family: 'rsa-pss' } : node;
}

/** An algorithm identifier of id-RSASSA-PSS without parameters (RFC 8017 appendix C), which a signature never has. */
const pssIdentifier = [0x30, 0x0b, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0a];

/** Whether the key is one for RSASSA-PSS alone. */
function isPss(der: Bytes): boolean {
  return holds(der, pssIdentifier);
}

const mark = Array.from('-----BEGIN ', (letter) => letter.charCodeAt(0));

function holdsPem(octets: Bytes): boolean {
  return holds(octets, mark);
}

/** Whether the octets stand there somewhere; what is looked for is short. */
function holds(octets: Bytes, wanted: readonly number[]): boolean {
  const [first = 0] = wanted;
  for (let at = octets.indexOf(first); at >= 0; at = octets.indexOf(first, at + 1))
    if (wanted.every((octet, index) => octets[at + index] === octet)) return true;
  return false;
}
