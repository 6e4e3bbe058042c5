import { encodeBase64url } from '../encoding/base64url';
import { concatBytes, utf8Bytes } from '../encoding/bytes';
import { readJson } from '../encoding/json';
import { memberOf } from '../encoding/jsonNode';
import { KeyUnusable } from '../crypto/cryptoErrors';
import { hostEngine, hostRandom, type Engine, type Random } from '../crypto/engine';
import { signWith } from '../crypto/signatures';
import { signatureAlgorithm } from '../jose/algorithms';
import { serializeCompact, serializeJson } from '../jose/serialize';
import type { Key } from '../keys/key';
import { looksLikeKeyText } from '../keys/looksLikeKey';
import { blocksSigning, checkDraft } from './checkDraft';
import type { Draft } from './draft';
import { DraftUnusable } from './draftUnusable';

export interface SigningOptions {
  /** Compact (RFC 7515 §7.1) unless the flattened JSON serialization (§7.2.2) is asked for. */
  readonly serialization?: 'compact' | 'flattened';
  /** Leaves the payload out: it travels apart (RFC 7515 appendix F). */
  readonly detached?: boolean;
  readonly engine?: Engine;
  readonly random?: Random;
}

/**
 * Signs the draft's texts octet for octet as they are (see `compactDraft`) with the algorithm its header names, and gives
 * the token's text. `b64: false` in the header signs the payload unencoded (RFC 7797). `none` takes no key and makes an
 * unsecured token. Rejects with `DraftUnusable`, `KeyUnusable` or `AlgorithmUnavailable`; none of them holds key material.
 */
export async function signToken(draft: Draft, key?: Key, options: SigningOptions = {}): Promise<string> {
  const { alg, problems } = checkDraft(draft, key?.material);
  const reasons = problems.filter(blocksSigning);
  const isPlain = isUnencoded(draft);
  const { serialization = 'compact', detached = false } = options;
  if (isPlain && serialization === 'compact' && !detached && draft.payloadText.includes('.'))
    reasons.push({ code: 'b64.payloadDot', facts: {} });
  const algorithm = signatureAlgorithm(alg);
  if (reasons.length > 0 || !algorithm) throw new DraftUnusable(reasons);
  const header = encodeBase64url(utf8Bytes(draft.headerText));
  const payload = isPlain ? draft.payloadText : encodeBase64url(utf8Bytes(draft.payloadText));
  const write = (signature: string): string =>
    serialization === 'compact'
      ? serializeCompact([header, detached ? '' : payload, signature])
      : serializeJson(
          { ...(detached ? {} : { payload }), signatures: [{ protected: header, signature }] },
          'flattened',
        );
  if (algorithm.family === 'none') return write('');
  if (!key) throw new KeyUnusable('notPrivate');
  const { material } = key;
  if (material.kty === 'oct' && looksLikeKeyText(material.k)) throw new KeyUnusable('secretIsPublicKey');
  const data = concatBytes(utf8Bytes(`${header}.`), utf8Bytes(payload));
  const { engine = hostEngine(), random = hostRandom } = options;
  return write(encodeBase64url(await signWith(algorithm, material, data, engine, random)));
}

function isUnencoded({ headerText }: Draft): boolean {
  const { node } = readJson(headerText);
  const b64 = node?.type === 'object' ? memberOf(node, 'b64') : undefined;
  return b64?.type === 'boolean' && !b64.value;
}
