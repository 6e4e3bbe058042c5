import { hostEngine, hostRandom, type Engine, type Random } from '../crypto/engine';
import { signatureAlgorithm, type Curve } from '../jose/algorithms';
import { curveRow } from './curve/curves';
import { ecPair, mlDsaPair, okpPair } from './curve/pairs';
import { readJwk } from './jwk';
import type { Key, KeyLabels, KeyMaterial } from './key';
import { isKeyProblem, keyProblem, type KeyProblem } from './keyProblem';
import { mlDsaSeedBytes, mlDsaSets } from './mlDsa';
import { thumbprint } from './thumbprint';

/** What key is wanted. */
export type KeySpec =
  /** A secret as long as the hash of the HMAC algorithm, or of so many bits. */
  | { readonly kty: 'oct'; readonly alg?: string; readonly bits?: number }
  | { readonly kty: 'RSA'; readonly bits: 2048 | 3072 | 4096; readonly alg?: string }
  | { readonly kty: 'EC' | 'OKP'; readonly crv: Curve; readonly alg?: string }
  | { readonly kty: 'AKP'; readonly alg: string };

export interface GenerateOptions {
  /** The key id; the thumbprint where none is given (RFC 7638 §5), none for secrets, whose thumbprint gives them away. */
  readonly kid?: string;
  readonly engine?: Engine;
  readonly random?: Random;
}

/** A new key. All randomness is the host's; RSA keys are made by WebCrypto, and cannot be made without. */
export async function generateKey(spec: KeySpec, options: GenerateOptions = {}): Promise<Key | KeyProblem> {
  const { engine = hostEngine(), random = hostRandom } = options;
  // Each maker gets a wish of its own key type, as the table has it.
  const make = makers[spec.kty] as Maker<KeySpec['kty']>;
  const material = await make(spec, engine, random);
  if (isKeyProblem(material)) return material;
  const kid = options.kid ?? (material.kty === 'oct' ? undefined : await thumbprint(material));
  const labels: KeyLabels = {
    ...(kid === undefined ? {} : { kid }),
    ...(spec.alg === undefined ? {} : { alg: spec.alg }),
    ...(signatureAlgorithm(spec.alg) ? { use: 'sig' } : {}),
  };
  return { material, labels, format: material.kty === 'oct' ? 'secret' : 'jwk' };
}

type SpecOf<K extends KeySpec['kty']> = Extract<KeySpec, { readonly kty: K }>;
type Maker<K extends KeySpec['kty']> = (
  spec: SpecOf<K>,
  engine: Engine,
  random: Random,
) => Promise<KeyMaterial | KeyProblem>;

const makers: { readonly [K in KeySpec['kty']]: Maker<K> } = {
  oct: (spec, _engine, random) => {
    const bits = spec.bits ?? signatureAlgorithm(spec.alg)?.minimumKeyBits ?? 256;
    return Promise.resolve({ kty: 'oct', k: random(Math.ceil(bits / 8)) });
  },
  RSA: makeRsa,
  EC: makeOnCurve,
  OKP: makeOnCurve,
  AKP: async (spec, _engine, random) => {
    const row = mlDsaSets.get(spec.alg);
    if (!row) return keyProblem('jwkUnknownAlgorithm', { alg: spec.alg });
    return mlDsaPair('jwk', row, { seed: random(mlDsaSeedBytes) });
  },
};

/** The hash of the algorithm only labels the CryptoKey; the numbers serve any. */
async function makeRsa(spec: SpecOf<'RSA'>, engine: Engine): Promise<KeyMaterial | KeyProblem> {
  if (!engine) return keyProblem('cannotGenerate', { algorithm: spec.kty });
  const algorithm = {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: spec.bits,
    publicExponent: Uint8Array.of(1, 0, 1),
  };
  const pair = (await engine.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair;
  const key = readJwk(await engine.exportKey('jwk', pair.privateKey));
  return isKeyProblem(key) ? key : key.material;
}

async function makeOnCurve(
  spec: SpecOf<'EC' | 'OKP'>,
  _engine: Engine,
  random: Random,
): Promise<KeyMaterial | KeyProblem> {
  const { crv } = spec;
  const row = curveRow(crv);
  if (row.kty !== spec.kty) return keyProblem('jwkUnknownCurve', { kty: spec.kty, crv });
  if (row.kty === 'OKP') return okpPair('jwk', row, random(row.width));
  const { weierstrassCurves } = await import('../crypto/ecdsa');
  const curve = weierstrassCurves[row.crv];
  // Half as many octets again as the number has: no value of it is likelier than another (FIPS 186-5 appendix A.2.1).
  const seed = random(row.width + Math.ceil(row.width / 2));
  const d = curve?.utils.randomSecretKey(seed).slice();
  return d ? ecPair('jwk', row, d) : keyProblem('jwkUnknownCurve', { kty: spec.kty, crv });
}
