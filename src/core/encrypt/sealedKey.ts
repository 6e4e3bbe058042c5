import { gcmSeal } from '../crypto/aesEngine';
import { KeyUnusable } from '../crypto/cryptoErrors';
import { agreedKey } from '../crypto/ecdhEs';
import type { Engine, Random } from '../crypto/engine';
import { passwordKey } from '../crypto/passwordKey';
import { encodeBase64url, readBase64url } from '../encoding/base64url';
import type { Bytes } from '../encoding/bytes';
import { memberOf, stringMember, type JsonObject } from '../encoding/jsonNode';
import type { Hash } from '../jose/algorithms';
import type {
  ContentEncryption,
  KeyManagementAlgorithm,
  KeyManagementFamily,
} from '../jose/encryptionAlgorithms';
import { toJwk } from '../keys/jwk';
import type { KeyMaterial } from '../keys/key';

export interface SealingRequest {
  readonly algorithm: KeyManagementAlgorithm;
  readonly encryption: ContentEncryption;
  /** A header that `checkEncryption` found nothing wrong with. */
  readonly header: JsonObject;
  readonly material: KeyMaterial;
  readonly engine: Engine;
  readonly random: Random;
}

/** A content encryption key, on its way to the recipient. */
export interface SealedKey {
  readonly contentKey: Bytes;
  /** Empty where the key is agreed on or shared beforehand. */
  readonly encryptedKey: Bytes;
  /** Header parameters the recipient needs: name -> value. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Iterations where the header names no `p2c`, by hash: what OWASP recommends in 2023. */
const usualIterations: Readonly<Record<Hash, number>> = {
  'SHA-1': 1_000_000,
  'SHA-256': 600_000,
  'SHA-384': 210_000,
  'SHA-512': 210_000,
};
const saltBytes = 16;
const none = new Uint8Array();

type Sealing = (request: SealingRequest) => Promise<SealedKey>;

/** One way for each family we make tokens with (RFC 7518 §4); RSA1_5 is only opened. */
const sealings: Readonly<Record<Exclude<KeyManagementFamily, 'rsa1_5'>, Sealing>> = {
  async 'rsa-oaep'(request) {
    const { algorithm, material, random } = request;
    if (material.kty !== 'RSA' || !algorithm.hash) throw new KeyUnusable('keyType');
    const contentKey = freshKey(request);
    const { oaepSeal } = await import('../crypto/rsaEncryption');
    const encryptedKey = oaepSeal(material, algorithm.hash, contentKey, random);
    return { contentKey, encryptedKey, parameters: {} };
  },

  async 'aes-kw'(request) {
    const contentKey = freshKey(request);
    const wrappingKey = secretOf(request.material, request.algorithm.wrapBytes);
    return { contentKey, encryptedKey: await wrapped(wrappingKey, contentKey), parameters: {} };
  },

  async 'aes-gcm-kw'(request) {
    const contentKey = freshKey(request);
    const wrappingKey = secretOf(request.material, request.algorithm.wrapBytes);
    const iv = request.random(12);
    const { ciphertext, tag } = await gcmSeal(wrappingKey, iv, contentKey, none, request.engine);
    const parameters = { iv: encodeBase64url(iv), tag: encodeBase64url(tag) };
    return { contentKey, encryptedKey: ciphertext, parameters };
  },

  direct({ material, encryption }) {
    return Promise.resolve().then(() => ({
      contentKey: secretOf(material, encryption.keyBytes),
      encryptedKey: none,
      parameters: {},
    }));
  },

  async 'ecdh-es'(request) {
    const { algorithm, encryption, header, material, engine, random } = request;
    if (material.kty !== 'EC' && material.kty !== 'OKP') throw new KeyUnusable('keyType');
    const { ephemeralPair } = await import('../crypto/agreement');
    const pair = ephemeralPair(material.crv, random);
    if (!pair) throw new KeyUnusable('keyType');
    const { wrapBytes } = algorithm;
    const info = {
      algorithmId: wrapBytes ? algorithm.alg : encryption.enc,
      partyU: party(header, 'apu'),
      partyV: party(header, 'apv'),
      length: wrapBytes ?? encryption.keyBytes,
    };
    const agreed = await agreedKey(pair, material, info, engine);
    if (!agreed) throw new KeyUnusable('notOnCurve');
    const parameters = { epk: toJwk({ material: pair, labels: {} }, { private: false }) };
    if (!wrapBytes) return { contentKey: agreed, encryptedKey: none, parameters };
    const contentKey = freshKey(request);
    return { contentKey, encryptedKey: await wrapped(agreed, contentKey), parameters };
  },

  async pbes2(request) {
    const { algorithm, header, material, engine, random } = request;
    const { hash = 'SHA-256' } = algorithm;
    const count = memberOf(header, 'p2c');
    const iterations = count?.type === 'number' ? count.value : usualIterations[hash];
    const salt = random(saltBytes);
    const wrappingKey = await passwordKey(algorithm, secretOf(material), { salt, iterations }, engine);
    const contentKey = freshKey(request);
    const parameters = { p2s: encodeBase64url(salt), ...(count ? {} : { p2c: iterations }) };
    return { contentKey, encryptedKey: await wrapped(wrappingKey, contentKey), parameters };
  },
};

/** Makes, or agrees on, a content encryption key. Throws `KeyUnusable`. */
export async function sealedKey(request: SealingRequest): Promise<SealedKey> {
  const { family } = request.algorithm;
  if (family === 'rsa1_5') throw new KeyUnusable('keyType');
  return sealings[family](request);
}

async function wrapped(wrappingKey: Bytes, contentKey: Bytes): Promise<Bytes> {
  const { aesLibrary } = await import('../crypto/aes');
  return aesLibrary.wrap(wrappingKey, contentKey);
}

function freshKey({ random, encryption }: SealingRequest): Bytes {
  return random(encryption.keyBytes);
}

/** The octets of a secret; throws where the key is none, or not of the length. */
function secretOf(material: KeyMaterial, length?: number): Bytes {
  if (material.kty !== 'oct') throw new KeyUnusable('keyType');
  if (length !== undefined && material.k.length !== length) throw new KeyUnusable('wrongLength');
  return material.k;
}

/** A party's information (RFC 7518 §4.6.1.2-3), as the header has it. */
function party(header: JsonObject, name: 'apu' | 'apv'): Bytes {
  return readBase64url(stringMember(header, name) ?? '').bytes;
}
