import type { SignatureAlgorithm } from '../jose/algorithms';
import { causeTable, type CauseRow } from './causeTable';
import { verifies } from './checker';
import type { CauseCode } from './codes';
import type { ConfiguredKey } from './configuredKeys';
import { hasUnknownCritical } from './parts';
import type { Plan } from './plans';
import { longestSalt, pssSaltLength } from './pssSalt';
import {
  plainStance,
  type Proof,
  type Setting,
  type Stance,
  type StanceChange,
  type Variant,
} from './stance';
import { strictlyVerifies } from './strictly';

/** What came of one plan. */
export interface PlanResult {
  readonly proof?: Proof;
  /** The search was stopped, or its budget used up, before the end of the plan. */
  readonly isCut: boolean;
}

interface Candidate {
  readonly stance: Stance;
  readonly algorithm: SignatureAlgorithm;
  readonly key: ConfiguredKey;
}

const rowsByCode = new Map<CauseCode, CauseRow>(causeTable.map((row) => [row.code, row]));

/** Checks with public keys that are under way at once. */
const together = 12;

/** Looks for the causes of plans, one plan after the other. What it finds is proven. */
export class Search {
  readonly #setting: Setting;
  readonly #plain = new Map<Variant, readonly Stance[]>();

  constructor(setting: Setting) {
    this.#setting = setting;
  }

  async run({ variants, others }: Plan): Promise<PlanResult> {
    const { checker, pace } = this.#setting;
    const refusedBefore = checker.refusedHmacs;
    let isCut = false;
    for (const variant of variants) {
      const [first, second] = others.map((code) => rowsByCode.get(code));
      for (const search of second ? [] : (first?.proofs ?? [])) {
        const proof = await search(variant, this.#setting);
        if (proof) return { proof: repairedBy(proof, variant), isCut: false };
      }
      const result = await this.#firstProven(this.#stances(variant, first, second));
      isCut ||= result.isCut;
      if (result.proof) return { proof: repairedBy(result.proof, variant), isCut: false };
      await pace.breathe();
      if (pace.isOver) return { isCut: true };
    }
    return { isCut: isCut || checker.refusedHmacs > refusedBefore };
  }

  *#stances(
    variant: Variant,
    first: CauseRow | undefined,
    second: CauseRow | undefined,
  ): Generator<Stance | undefined> {
    if (first?.sight) yield* first.sight(variant, this.#setting);
    if (first && !first.change) return;
    for (const plain of this.#plainStances(variant))
      if (!first?.change) yield plain;
      else yield* this.#changed(first.change(plain, this.#setting), second?.change);
  }

  *#changed(
    stances: Iterable<Stance | undefined>,
    change: StanceChange | undefined,
  ): Generator<Stance | undefined> {
    for (const stance of stances)
      if (!change || !stance) yield stance;
      else yield* change(stance, this.#setting);
  }

  /** Made once for each text, so that what was computed over its octets is known again. */
  #plainStances(variant: Variant): readonly Stance[] {
    let stances = this.#plain.get(variant);
    if (!stances) {
      stances = variant.parts.filter(({ s }) => s !== '').map((parts) => plainStance(parts, this.#setting));
      this.#plain.set(variant, stances);
    }
    return stances;
  }

  async #firstProven(stances: Iterable<Stance | undefined>): Promise<PlanResult> {
    const { checker, pace } = this.#setting;
    let isCut = false;
    let pending: { readonly candidate: Candidate; readonly result: Promise<boolean | 'spent'> }[] = [];
    const settle = async (): Promise<Proof | undefined> => {
      const settled = pending;
      pending = [];
      const results = await Promise.all(settled.map(({ result }) => result));
      for (const [index, { candidate }] of settled.entries()) {
        if (results[index] === 'spent') isCut = true;
        const proof = results[index] === true ? await proven(candidate) : undefined;
        if (proof) return proof;
      }
      return undefined;
    };
    for (const candidate of this.#candidates(stances)) {
      if (candidate) {
        const { stance, algorithm, key } = candidate;
        const result = check(candidate, this.#setting);
        if (typeof result === 'object') pending.push({ candidate, result });
        else if (result) pending.push({ candidate, result: Promise.resolve(result) });
        const isSlow = typeof result === 'object' && checker.isSlow(algorithm, key, stance.data);
        if (pending.length >= together || isSlow || result === true) {
          const proof = await settle();
          if (proof) return { proof, isCut: false };
        }
      }
      if (!pace.isDue) continue;
      await pace.breathe();
      if (pace.isOver) return { isCut: true };
    }
    const proof = await settle();
    return proof ? { proof, isCut: false } : { isCut };
  }

  *#candidates(stances: Iterable<Stance | undefined>): Generator<Candidate | undefined> {
    for (const stance of stances) {
      if (!stance || !isJudgeable(stance)) yield undefined;
      else
        for (const algorithm of stance.algorithms)
          for (const key of stance.keysFor(algorithm)) yield { stance, algorithm, key };
    }
  }
}

/** Whether a strict reader could come to look at the signature at all. */
function isJudgeable({ parts, isFormSigned, isCriticalIgnored }: Stance): boolean {
  if (hasUnknownCritical(parts.header) && !isCriticalIgnored) return false;
  return parts.isStrict || isFormSigned === true;
}

function check(
  { stance, algorithm, key }: Candidate,
  { checker }: Setting,
): boolean | 'spent' | Promise<boolean | 'spent'> {
  const { data, signature } = stance;
  if (stance.isOtherSalt) return true;
  return key.key.material.kty === 'oct'
    ? checker.checkSecret(algorithm, key, data, signature)
    : checker.checkPublic(algorithm, key, data, signature);
}

/** The proof of a candidate, by the strict verifier where the token as changed can be verified; undefined where it fails. */
async function proven({ stance, algorithm, key }: Candidate): Promise<Proof | undefined> {
  const { data, signature, strictText, parts, gives } = stance;
  if (stance.isOtherSalt) {
    const salt = otherSaltLength(stance, algorithm, key);
    return salt === undefined ? undefined : { ...gives, key, facts: { salt } };
  }
  const isProven =
    strictText === undefined
      ? await verifies(algorithm, key.key.material, data, signature)
      : await strictlyVerifies(strictText, parts.index, key);
  return isProven ? { ...gives, key } : undefined;
}

function otherSaltLength(
  { data, signature }: Stance,
  { hash }: SignatureAlgorithm,
  { key: { material } }: ConfiguredKey,
): number | undefined {
  if (material.kty !== 'RSA' || !hash) return undefined;
  const salt = pssSaltLength(hash, material, data, signature);
  return salt !== undefined && [0, 20, 32, 48, 64, longestSalt(hash, material)].includes(salt)
    ? salt
    : undefined;
}

/** Causes about the text are mended by the text without them. */
function repairedBy(proof: Proof, variant: Variant): Proof {
  return variant.causes.length > 0 && proof.repaired === undefined
    ? { ...proof, repaired: variant.text }
    : proof;
}
