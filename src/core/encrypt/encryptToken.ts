import { sealContent } from '../crypto/contentEncryption';
import { hostEngine, hostRandom, type Engine, type Random } from '../crypto/engine';
import type { DecryptionKey } from '../decrypt/decryptToken';
import { encodeBase64url } from '../encoding/base64url';
import { ownBytes, utf8Bytes, type Bytes } from '../encoding/bytes';
import type { JsonObject } from '../encoding/jsonNode';
import { writeCompactNode } from '../encoding/writeJson';
import type { Problem } from '../jose/problem';
import { serializeCompact, serializeJson } from '../jose/serialize';
import type { KeyMaterial } from '../keys/key';
import { DraftUnusable } from '../sign/draftUnusable';
import { checkEncryption } from './checkEncryption';
import type { EncryptionDraft } from './encryptionDraft';
import { sealedKey } from './sealedKey';

export interface EncryptionOptions {
  /** Compact (RFC 7516 §7.1) unless the flattened JSON serialization (§7.2.2) is asked for. */
  readonly serialization?: 'compact' | 'flattened';
  /** Further data the tag protects; the compact serialization has no place for it. */
  readonly additionalData?: Bytes;
  readonly engine?: Engine;
  /** Source of keys, initialization vectors, salts and ephemeral keys. */
  readonly random?: Random;
}

/**
 * Encrypts the content for one key or password (RFC 7516 §5.1) as the header asks, and gives the token's text. A nested token
 * is one whose content is a signed token, with `cty: JWT` in the header (RFC 7519 §5.2). Rejects with `DraftUnusable` or
 * `KeyUnusable`; neither holds key material.
 */
export async function encryptToken(
  draft: EncryptionDraft,
  key: DecryptionKey,
  options: EncryptionOptions = {},
): Promise<string> {
  const { engine = hostEngine(), random = hostRandom, additionalData: extra } = options;
  const isPassword = 'password' in key;
  const material: KeyMaterial = isPassword ? { kty: 'oct', k: utf8Bytes(key.password) } : key.material;
  const checked = checkEncryption(draft.headerText, isPassword ? 'password' : material);
  const { header, algorithm, encryption } = checked;
  const problems = [...checked.problems, ...misplaced(options)];
  if (problems.length > 0 || !header || !algorithm || !encryption) throw new DraftUnusable(problems);
  const sealed = await sealedKey({ algorithm, encryption, header, material, engine, random });
  const headerText = encodeBase64url(utf8Bytes(withParameters(header, sealed.parameters)));
  const additionalData = extra?.length ? encodeBase64url(extra) : undefined;
  const aad = utf8Bytes(additionalData === undefined ? headerText : `${headerText}.${additionalData}`);
  const iv = random(encryption.ivBytes);
  const content = checked.isCompressed ? await deflated(draft.plaintext) : draft.plaintext;
  const parameters = { row: encryption, key: sealed.contentKey, iv, aad };
  const { ciphertext, tag } = await sealContent(parameters, content, engine);
  const parts: Parts = {
    headerText,
    encryptedKey: encodeBase64url(sealed.encryptedKey),
    initializationVector: encodeBase64url(iv),
    ciphertext: encodeBase64url(ciphertext),
    authenticationTag: encodeBase64url(tag),
    ...(additionalData === undefined ? {} : { additionalData }),
  };
  return options.serialization === 'flattened' ? flattened(parts) : compact(parts);
}

/** The parts in base64url. */
interface Parts {
  readonly headerText: string;
  readonly encryptedKey: string;
  readonly initializationVector: string;
  readonly ciphertext: string;
  readonly authenticationTag: string;
  readonly additionalData?: string;
}

function compact(parts: Parts): string {
  const { headerText, encryptedKey, initializationVector, ciphertext, authenticationTag } = parts;
  return serializeCompact([headerText, encryptedKey, initializationVector, ciphertext, authenticationTag]);
}

function flattened({ headerText, encryptedKey, ...rest }: Parts): string {
  const recipients = [encryptedKey === '' ? {} : { encryptedKey }];
  return serializeJson({ protected: headerText, recipients, ...rest }, 'flattened');
}

function misplaced({ serialization, additionalData }: EncryptionOptions): readonly Problem[] {
  if (!additionalData?.length || serialization === 'flattened') return [];
  return [{ code: 'serialization.member', facts: { name: 'aad', expected: 'absent' } }];
}

/** The header with what the encryption made behind what was written. */
function withParameters(header: JsonObject, parameters: Readonly<Record<string, unknown>>): string {
  const text = writeCompactNode(header);
  const added = JSON.stringify(parameters);
  return added === '{}' ? text : `${text.slice(0, -1)},${added.slice(1)}`;
}

async function deflated(data: Bytes): Promise<Bytes> {
  const { deflateSync } = await import('fflate');
  return ownBytes(deflateSync(data));
}
