import { objectOf, readParts } from '../parts';
import { plainStance, type Proof, type Setting, type Stance, type Variant } from '../stance';
import { computedSignatures } from './tokenTruncated';

/** Characters of a token at which a change is tried. */
const positionLimit = 2048;
/** A computed signature is compared with one of more characters than this. */
const shortestSignature = 30;

const lookalikes = ['0Oo', '1lI', '5Ss', '8B', '2Zz', '-_', 'uv'] as const;

/** Row 9, by HMAC: the given signature differs from the computed one by a single slip. */
export function slipped(variant: Variant, setting: Setting): Promise<Proof | undefined> {
  for (const parts of variant.parts) {
    if (parts.s.length <= shortestSignature) continue;
    for (const { computed, proof } of computedSignatures(parts, setting))
      if (isOneSlip(parts.s, computed)) return Promise.resolve(proof);
  }
  return Promise.resolve(undefined);
}

/** One character wrong, lost or added, or two neighbours swapped. */
export function isOneSlip(given: string, right: string): boolean {
  if (given === right) return false;
  let at = 0;
  while (at < given.length && given.charAt(at) === right.charAt(at)) at++;
  const [one, other] = [given.slice(at), right.slice(at)];
  return (
    one.slice(1) === other.slice(1) ||
    one === other.slice(1) ||
    one.slice(1) === other ||
    (one.length > 1 &&
      one.charAt(0) === other.charAt(1) &&
      one.charAt(1) === other.charAt(0) &&
      one.slice(2) === other.slice(2))
  );
}

/** Row 9, by trial: each character left out, in the other case, or as one it is taken for. */
export function* charactersTried({ text }: Variant, setting: Setting): Generator<Stance | undefined> {
  if (!/^[\w.~-]+$/.test(text)) return;
  for (let at = 0; at < Math.min(text.length, positionLimit); at++)
    for (const character of replacements(text.charAt(at))) {
      // Of equal neighbours it makes no difference which one goes.
      if (character === '' && text.charAt(at) === text.charAt(at - 1)) continue;
      yield stanceOf(text.slice(0, at) + character + text.slice(at + 1), setting);
    }
}

function replacements(character: string): readonly string[] {
  const otherCase = character === character.toLowerCase() ? character.toUpperCase() : character.toLowerCase();
  const group = lookalikes.find((each) => each.includes(character)) ?? '';
  return ['', ...new Set([otherCase, ...Array.from(group)])].filter((each) => each !== character);
}

function stanceOf(text: string, setting: Setting): Stance | undefined {
  const [parts] = readParts(text);
  if (!parts?.isStrict || parts.s === '' || parts.alg === undefined) return undefined;
  // A slip that was no slip leaves JSON behind.
  if (parts.p !== '' && !objectOf(parts.p)) return undefined;
  const stance = plainStance(parts, setting);
  const width = stance.algorithms[0]?.signatureBytes;
  if (width !== undefined && stance.signature.length !== width) return undefined;
  return { ...stance, gives: { repaired: text } };
}
