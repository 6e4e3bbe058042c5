import { hostEngine, type Engine } from '../crypto/engine';
import { memberOf, stringMember, type JsonNode, type JsonObject } from '../encoding/jsonNode';
import { signatureAlgorithm } from '../jose/algorithms';
import { headerText, signatureHeaders } from '../jose/headers';
import { readNumericDate } from '../jose/numericDate';
import { serializeCompact } from '../jose/serialize';
import type { JwsToken } from '../jose/token';
import { sdJwtDigest, sdJwtHash } from './processSdJwt';

/** What RFC 9901 §4.3 and §7.3 ask of a key binding JWT besides its signature; one answer each. */
export interface KeyBindingReport {
  /** The key binding JWT; undefined where what stands there is no JWS. */
  readonly token: JwsToken | undefined;
  readonly checks: readonly KeyBindingCheck[];
  /** The holder's key, where `cnf` gives it as a JWK (RFC 7800 §3.2). */
  readonly holderKey: JsonObject | undefined;
}

export interface KeyBindingCheck {
  readonly code: KeyBindingCode;
  readonly passed: boolean;
  /** The value judged, as far as it is text; token-borne. */
  readonly found?: string;
}

export type KeyBindingCode =
  /** It is a compact JWS whose payload is a claims set. */
  | 'kb.wellFormed'
  /** `typ` is `kb+jwt`. */
  | 'kb.type'
  /** `alg` is a digital signature we know: no MAC, not `none`. */
  | 'kb.algorithm'
  /** `iat` is a NumericDate. */
  | 'kb.issuedAt'
  /** `aud` is one string. */
  | 'kb.audience'
  /** `nonce` is a string. */
  | 'kb.nonce'
  /** `sd_hash` is the digest of exactly this SD-JWT. */
  | 'kb.hash';

/**
 * Checks the key binding JWT of an SD-JWT, its signature apart. `payload` is the processed payload, for the holder's key may
 * itself be disclosed. Undefined where there is no key binding. Never rejects.
 */
export async function checkKeyBinding(
  token: JwsToken,
  payload: JsonObject | undefined = token.payload.claims,
  engine: Engine = hostEngine(),
): Promise<KeyBindingReport | undefined> {
  const keyBinding = token.sdJwt?.keyBinding;
  if (!keyBinding) return undefined;
  const holderKey = holderKeyOf(payload);
  if (keyBinding.kind !== 'jws')
    return { token: undefined, checks: [{ code: 'kb.wellFormed', passed: false }], holderKey };
  const headers = signatureHeaders(keyBinding.signatures[0]);
  const { claims } = keyBinding.payload;
  const typ = headerText(headers, 'typ');
  const alg = headerText(headers, 'alg');
  const family = signatureAlgorithm(alg)?.family;
  const claim = (name: string): JsonNode | undefined => memberOf(claims, name);
  const { hash } = sdJwtHash(token.payload.claims);
  const expected = hash && (await sdJwtDigest(hash, boundText(token), engine));
  const checks = [
    check('kb.wellFormed', claims !== undefined),
    check('kb.type', typ?.toLowerCase() === 'kb+jwt' || typ?.toLowerCase() === 'application/kb+jwt', typ),
    check('kb.algorithm', family !== undefined && family !== 'hmac' && family !== 'none', alg),
    check('kb.issuedAt', readNumericDate(claim('iat')) !== undefined, textOf(claim('iat'))),
    check('kb.audience', claim('aud')?.type === 'string', textOf(claim('aud'))),
    check('kb.nonce', claim('nonce')?.type === 'string', textOf(claim('nonce'))),
    check(
      'kb.hash',
      expected !== undefined && stringMember(claims, 'sd_hash') === expected,
      textOf(claim('sd_hash')),
    ),
  ];
  return { token: keyBinding, checks, holderKey };
}

/** The text that `sd_hash` is taken over: the compact SD-JWT up to its last `~`, put together where it came as JSON (RFC 9901 §4.3.1, §8.1). */
function boundText(token: JwsToken): string {
  if (token.serialization === 'compact')
    return token.text.slice(0, token.sdJwt?.keyBindingSpan?.start ?? token.text.length);
  const [first] = token.signatures;
  const segments = [first.protected?.segment?.text ?? '', token.payload.segment.text, first.signature.text];
  const disclosures = token.sdJwt?.disclosures.map(({ text }) => text) ?? [];
  return serializeCompact(segments, { disclosures, keyBinding: '' });
}

function holderKeyOf(claims: JsonObject | undefined): JsonObject | undefined {
  const cnf = memberOf(claims, 'cnf');
  const jwk = cnf?.type === 'object' ? memberOf(cnf, 'jwk') : undefined;
  return jwk?.type === 'object' ? jwk : undefined;
}

function check(code: KeyBindingCode, passed: boolean, found?: string): KeyBindingCheck {
  return { code, passed, ...(found === undefined ? {} : { found }) };
}

function textOf(node: JsonNode | undefined): string | undefined {
  if (node?.type === 'string') return node.value;
  return node?.type === 'number' ? node.text : node?.type;
}
