import { keysFor, type Setting } from './stance';
import type { ConfiguredKey } from './configuredKeys';
import type { Sibling } from './sibling';
import { signatureAlgorithm } from '../jose/algorithms';
import { strictlyVerifies } from './strictly';

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
