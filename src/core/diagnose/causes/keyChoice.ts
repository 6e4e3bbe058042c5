import { equalBytes } from '../../encoding/bytes';
import { fitsAlgorithm } from '../../crypto/signatures';
import type { SignatureAlgorithm } from '../../jose/algorithms';
import { markOf } from '../../keys/rankKeys';
import { isPrivate, type ConfiguredKey } from '../configuredKeys';
import { hasUnknownCritical } from '../parts';
import { keysFor, type Setting, type Stance } from '../stance';

type Choice = (algorithm: SignatureAlgorithm, stance: Stance, setting: Setting) => readonly ConfiguredKey[];

/** A cause that takes other keys than the token may use. */
function choosing(choice: Choice): (stance: Stance, setting: Setting) => Generator<Stance> {
  return function* (stance, setting) {
    yield { ...stance, keysFor: (algorithm) => choice(algorithm, stance, setting) };
  };
}

const fitting = (keys: readonly ConfiguredKey[], algorithm: SignatureAlgorithm): readonly ConfiguredKey[] =>
  keys.filter(({ key }) => fitsAlgorithm(algorithm, key.material));

/** Row 43: the public half of a private key that is no half of a known public one. */
export const otherPair = choosing((algorithm, { parts }, setting) => {
  const used = keysFor(parts.kid, algorithm, setting);
  if (!used.some((key) => !isPrivate(key) && key.key.material.kty !== 'oct')) return [];
  const all = fitting(setting.keys.keys, algorithm);
  const open = all.filter((key) => !isPrivate(key));
  const isPaired = ({ key }: ConfiguredKey): boolean =>
    open.some((other) => equalBytes(markOf(other.key), markOf(key)));
  return all.filter((key) => isPrivate(key) && !used.includes(key) && !isPaired(key));
});

/** Row 44: a later key of the same `kid`. */
export const sameKeyId = choosing((algorithm, { parts: { kid } }, setting) => {
  if (kid === undefined) return [];
  const used = keysFor(kid, algorithm, setting);
  return fitting(setting.keys.keys, algorithm).filter((key) => key.kid === kid && !used.includes(key));
});

/** Row 45: a key the `kid` does not lead to. */
export const otherKeyId = choosing((algorithm, { parts: { kid } }, setting) => {
  if (kid === undefined) return [];
  const used = keysFor(kid, algorithm, setting);
  return fitting(setting.keys.keys, algorithm).filter((key) => key.kid !== kid && !used.includes(key));
});

/** Row 46: a key whose file no strict program reads, for its label or its lines. */
export const damagedArmour = choosing((algorithm, _, { keys }) => fitting(keys.damaged, algorithm));

/** Row 42: the signature is right, and the header demands an extension nobody here knows. */
export function* criticalApart(stance: Stance): Generator<Stance> {
  if (hasUnknownCritical(stance.parts.header))
    yield { ...stance, isCriticalIgnored: true, strictText: undefined };
}
