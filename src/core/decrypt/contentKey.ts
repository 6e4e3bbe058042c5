import { gcmOpen } from '../crypto/aesEngine';
import { agreedKey } from '../crypto/ecdhEs';
import type { Engine, Random } from '../crypto/engine';
import { openOaep } from '../crypto/oaep';
import { passwordKey } from '../crypto/passwordKey';
import type { Bytes } from '../encoding/bytes';
import type { KeyManagementFamily } from '../jose/encryptionAlgorithms';
import type { KeyMaterial } from '../keys/key';
import { agreementParameters, octetsParameter, passwordParameters } from './headerParameters';
import { failed, type Step } from './decryption';
import type { RecipientPlan } from './recipientPlan';

/** What it takes to get at the content encryption key. */
export interface KeyRequest {
  readonly plan: RecipientPlan;
  readonly material: KeyMaterial;
  readonly engine: Engine;
  readonly random: Random;
  /** Iterations of PBKDF2 left before somebody must be asked; counted down. */
  readonly budget: { iterations: number; readonly limit: number };
}

/** The content encryption key; a wrong one is as good a value as none, since the content tells. */
type Unwrapping = (request: KeyRequest) => Promise<Step<Bytes>>;

const notDecryptable = failed({ code: 'notDecryptable' });
const wrongKey = failed({ code: 'keyUnusable', fault: 'keyType' });
const wrongLength = failed({ code: 'keyUnusable', fault: 'wrongLength' });
const orNotDecryptable = (key: Bytes | undefined): Step<Bytes> => (key ? { value: key } : notDecryptable);

async function unwrapped(wrappingKey: Bytes, encryptedKey: Bytes): Promise<Step<Bytes>> {
  const { aesLibrary } = await import('../crypto/aes');
  return orNotDecryptable(aesLibrary.unwrap(wrappingKey, encryptedKey));
}

/** One way for each family (RFC 7518 §4). */
const unwrappings: Readonly<Record<KeyManagementFamily, Unwrapping>> = {
  async 'rsa-oaep'({ plan, material, engine }) {
    const { hash } = plan.algorithm;
    if (material.kty !== 'RSA' || !hash) return wrongKey;
    return orNotDecryptable(await openOaep(material, hash, plan.encryptedKey, engine));
  },

  async rsa1_5({ plan, material, random }) {
    if (material.kty !== 'RSA') return wrongKey;
    const { keyBytes } = plan.encryption;
    const { pkcs1Open } = await import('../crypto/rsaEncryption');
    return { value: pkcs1Open(material, plan.encryptedKey, keyBytes, random(keyBytes)) };
  },

  async 'aes-kw'({ plan, material }) {
    if (material.kty !== 'oct') return wrongKey;
    if (material.k.length !== plan.algorithm.wrapBytes) return wrongLength;
    return unwrapped(material.k, plan.encryptedKey);
  },

  async 'aes-gcm-kw'({ plan, material, engine }) {
    if (material.kty !== 'oct') return wrongKey;
    if (material.k.length !== plan.algorithm.wrapBytes) return wrongLength;
    const iv = octetsParameter(plan.headers, 'iv', 12);
    if ('reason' in iv) return iv;
    const tag = octetsParameter(plan.headers, 'tag', 16);
    if ('reason' in tag) return tag;
    const sealed = { ciphertext: plan.encryptedKey, tag: tag.value };
    return orNotDecryptable(await gcmOpen(material.k, iv.value, sealed, new Uint8Array(), engine));
  },

  direct({ plan, material }) {
    const answer = (): Step<Bytes> => {
      if (material.kty !== 'oct') return wrongKey;
      if (plan.encryptedKey.length > 0) return failed({ code: 'malformed' });
      return material.k.length === plan.encryption.keyBytes ? { value: material.k } : wrongLength;
    };
    return Promise.resolve(answer());
  },

  async 'ecdh-es'({ plan, material, engine }) {
    const { algorithm, encryption, encryptedKey } = plan;
    if (material.kty !== 'EC' && material.kty !== 'OKP') return wrongKey;
    if (!material.d) return failed({ code: 'keyUnusable', fault: 'notPrivate' });
    const parameters = agreementParameters(plan.headers, material.crv);
    if ('reason' in parameters) return parameters;
    const { epk, partyU, partyV } = parameters.value;
    const { wrapBytes } = algorithm;
    if (!wrapBytes && encryptedKey.length > 0) return failed({ code: 'malformed' });
    const algorithmId = wrapBytes ? algorithm.alg : encryption.enc;
    const length = wrapBytes ?? encryption.keyBytes;
    const key = await agreedKey(material, epk, { algorithmId, partyU, partyV, length }, engine);
    // A point of small order, which the readers of keys let pass.
    if (!key) return failed({ code: 'parameterInvalid', name: 'epk' });
    return wrapBytes ? unwrapped(key, encryptedKey) : { value: key };
  },

  async pbes2({ plan, material, engine, budget }) {
    if (material.kty !== 'oct') return wrongKey;
    const parameters = passwordParameters(plan.headers);
    if ('reason' in parameters) return parameters;
    const { iterations } = parameters.value;
    if (iterations > budget.iterations)
      return failed({ code: 'needsConsent', iterations, limit: budget.limit });
    budget.iterations -= iterations;
    return unwrapped(
      await passwordKey(plan.algorithm, material.k, parameters.value, engine),
      plan.encryptedKey,
    );
  },
};

/** Gets the content encryption key out of what one recipient was sent. Throws `KeyUnusable` for keys that cannot be used at all. */
export function contentKey(request: KeyRequest): Promise<Step<Bytes>> {
  return unwrappings[request.plan.algorithm.family](request);
}
