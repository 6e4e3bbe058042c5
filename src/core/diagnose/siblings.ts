import { keysFor, type Setting } from './stance';
import type { ConfiguredKey } from './configuredKeys';
import { readParts, type TokenParts } from './parts';
import { signatureAlgorithm } from '../jose/algorithms';
import { strictlyVerifies } from './strictly';

/** Another token of the workspace. */
export interface Sibling {
  readonly text: string;
  readonly parts: TokenParts;
}

/** Siblings that are compared. */
const siblingLimit = 200;

/** The siblings that are whole signed tokens, in their order; the token itself is none. */
export function readSiblings(texts: readonly string[], token: string): readonly Sibling[] {
  return texts.slice(0, siblingLimit).flatMap((text) => {
    const [parts] = text === token ? [] : readParts(text);
    return parts && parts.isStrict && parts.s !== '' ? [{ text, parts }] : [];
  });
}

/** The key that verifies a sibling as configured; undefined where none does, so that it is evidence for nothing. */
export async function siblingKey(sibling: Sibling, setting: Setting): Promise<ConfiguredKey | undefined> {
  const { parts, text } = sibling;
  const algorithm = signatureAlgorithm(parts.alg);
  if (!algorithm || algorithm.family === 'none') return undefined;
  for (const key of keysFor(parts.kid, algorithm, setting))
    if (await strictlyVerifies(text, parts.index, key)) return key;
  return undefined;
}

/** The first of the siblings that is asked for and verifies, with its key. */
export async function firstVerifying(
  setting: Setting,
  isWanted: (sibling: Sibling) => boolean,
): Promise<{ readonly sibling: Sibling; readonly key: ConfiguredKey } | undefined> {
  for (const sibling of setting.siblings) {
    if (!isWanted(sibling)) continue;
    const key = await siblingKey(sibling, setting);
    if (key) return { sibling, key };
  }
  return undefined;
}
