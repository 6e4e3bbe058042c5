import type { JsonNode } from '../../encoding/jsonNode';
import { readJson } from '../../encoding/json';
import { readUtf8, utf8Text } from '../../encoding/utf8';
import { decryptToken } from '../../decrypt/decryptToken';
import { parseToken } from '../../jose/parseToken';
import { signatureAlgorithm } from '../../jose/algorithms';
import type { Bytes } from '../../encoding/bytes';
import type { ConfiguredKey } from '../configuredKeys';
import { payloadOctets, readParts } from '../parts';
import { keysFor, type Proof, type Setting, type Variant } from '../stance';
import { strictlyVerifies } from '../strictly';

/** Texts inside a payload that are looked at, and how deep they may stand; keys that are tried on an encrypted token. */
const limits = { texts: 60, depth: 8, keys: 20, iterations: 20_000 } as const;

/** Row 50: another token is inside, which verifies. */
export async function holdsToken(variant: Variant, setting: Setting): Promise<Proof | undefined> {
  for await (const text of textsInside(variant, setting))
    for (const parts of readParts(text)) {
      const algorithm = signatureAlgorithm(parts.alg);
      if (!parts.isStrict || !algorithm || algorithm.family === 'none') continue;
      for (const key of keysFor(parts.kid, algorithm, setting))
        if (await strictlyVerifies(text, parts.index, key))
          return { key, repaired: text, evidence: 'verified' };
    }
  return undefined;
}

async function* textsInside(variant: Variant, setting: Setting): AsyncGenerator<string> {
  const opened = await decrypted(variant.text, setting);
  const contents = opened ? [opened.plaintext] : variant.parts.map(payloadOctets);
  for (const octets of contents) {
    const text = utf8Text(octets);
    if (text !== undefined) yield text.trim();
    const { node } = readJson(readUtf8(octets).text);
    if (node) yield* stringsOf(node);
  }
}

function stringsOf(root: JsonNode): readonly string[] {
  const found: string[] = [];
  const visit = (node: JsonNode, depth: number): void => {
    if (found.length >= limits.texts || depth > limits.depth) return;
    if (node.type === 'string' && /^(?:ey|ew|\{)/.test(node.value)) found.push(node.value);
    if (node.type === 'array') for (const item of node.items) visit(item, depth + 1);
    if (node.type === 'object') for (const { value } of node.members) visit(value, depth + 1);
  };
  visit(root, 0);
  return found;
}

/** What a known key decrypts an encrypted token to, and the key; undefined where none does. */
export async function decrypted(
  text: string,
  { keys, pace }: Setting,
): Promise<{ readonly plaintext: Bytes; readonly key: ConfiguredKey } | undefined> {
  const token = parseToken(text);
  if (token.kind !== 'jwe') return undefined;
  for (const known of keys.keys.slice(0, limits.keys)) {
    await pace.breathe();
    const password = known.secret?.text;
    const candidates = [known.key, ...(password === undefined ? [] : [{ password }])];
    for (const candidate of candidates) {
      const result = await decryptToken(token, candidate, { pbes2Limit: limits.iterations });
      if (result.status === 'decrypted') return { plaintext: result.plaintext, key: known };
    }
  }
  return undefined;
}
