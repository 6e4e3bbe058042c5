import type { Bytes } from '../encoding/bytes';
import { signatureAlgorithm, type SignatureAlgorithm } from '../jose/algorithms';
import { fitsAlgorithm } from '../crypto/signatures';
import type { Checker } from './checker';
import type { CauseCode } from './codes';
import { usableKeys, type ConfiguredKey, type ConfiguredKeys, type ConfiguredSecret } from './configuredKeys';
import type { EvidenceFacts, EvidenceKind } from './diagnosis';
import type { Pace } from './pace';
import { segmentOctets, signingInput, type TokenParts } from './parts';
import type { Sibling } from './sibling';

/** What every cause may look at. */
export interface Setting {
  readonly keys: ConfiguredKeys;
  readonly siblings: readonly Sibling[];
  readonly document: string | undefined;
  /** The token's text as it was given. */
  readonly token: string;
  readonly checker: Checker;
  readonly pace: Pace;
}

/** A text the token may be, after causes about its text were undone. */
export interface Variant {
  readonly text: string;
  readonly causes: readonly CauseCode[];
  readonly parts: readonly TokenParts[];
}

/** One way to see a signature: over these octets, by these algorithms, with these keys. Causes turn one into others. */
export interface Stance {
  readonly parts: TokenParts;
  readonly data: Bytes;
  readonly signature: Bytes;
  readonly algorithms: readonly SignatureAlgorithm[];
  /** The keys that may be used for an algorithm, in the order they are tried. */
  keysFor(algorithm: SignatureAlgorithm): readonly ConfiguredKey[];
  /** The secrets that causes about secrets begin with. */
  readonly secrets: readonly ConfiguredSecret[];
  /** The token as it must verify under the strict check; undefined where only the signature can be right. */
  readonly strictText: string | undefined;
  /** The segments need not be strict: their very form was signed. */
  readonly isFormSigned?: boolean;
  /** `crit` is looked over: that it is not understood is the cause. */
  readonly isCriticalIgnored?: boolean;
  /** Any salt but the one of the algorithm is looked for. */
  readonly isOtherSalt?: boolean;
  readonly gives: Gives;
}

/** What a stance says once it is proven. */
export interface Gives {
  readonly alg?: string;
  readonly claims?: readonly string[];
  readonly repaired?: string;
  readonly facts?: EvidenceFacts;
  readonly evidence?: EvidenceKind;
  /** The key is one that nobody configured. */
  readonly isKeyless?: boolean;
  /** A changed secret is evidence of an attack and not given away. */
  readonly isSecretKept?: boolean;
}

/** Something proven: with which key, and what it gives. */
export interface Proof extends Gives {
  readonly key?: ConfiguredKey | undefined;
}

/** A cause that changes how a signature is seen. Undefined stands for work that led to nothing, so that the search can pause. */
export type StanceChange = (stance: Stance, setting: Setting) => Iterable<Stance | undefined>;
/** A cause that sees the whole text anew: other segments in it. */
export type TextSight = (variant: Variant, setting: Setting) => Iterable<Stance | undefined>;
/** A cause with a proof of its own. */
export type ProofSearch = (variant: Variant, setting: Setting) => Promise<Proof | undefined>;

/** The stance of a token as it stands. */
export function plainStance(parts: TokenParts, setting: Setting): Stance {
  const algorithm = signatureAlgorithm(parts.alg);
  return {
    parts,
    data: signingInput(parts.h, parts.p),
    signature: segmentOctets(parts.s),
    algorithms: algorithm && algorithm.family !== 'none' ? [algorithm] : [],
    keysFor: (wanted) => keysFor(parts.kid, wanted, setting),
    secrets: usableKeys(setting.keys.secrets, parts.kid, () => true),
    strictText: parts.write({}),
    gives: {},
  };
}

/** The known keys a token with this `kid` may use for an algorithm. */
export function keysFor(
  kid: string | undefined,
  algorithm: SignatureAlgorithm,
  { keys }: Setting,
): readonly ConfiguredKey[] {
  return usableKeys(keys.keys, kid, ({ key }) => fitsAlgorithm(algorithm, key.material));
}

/** The stance with a segment of the token changed: all is read anew from there. */
export function withSegments(
  stance: Stance,
  changed: { readonly h?: string; readonly p?: string; readonly s?: string },
  gives: Gives = {},
): Stance {
  const { parts } = stance;
  const repaired = parts.write(changed);
  const isInputChanged = changed.h !== undefined || changed.p !== undefined;
  return {
    ...stance,
    parts: { ...parts, ...changed, isStrict: true, write: (more) => parts.write({ ...changed, ...more }) },
    data: isInputChanged ? signingInput(changed.h ?? parts.h, changed.p ?? parts.p) : stance.data,
    signature: changed.s === undefined ? stance.signature : segmentOctets(changed.s),
    strictText: repaired,
    gives: { ...stance.gives, repaired, ...gives },
  };
}
