import type { Curve, KeyType } from '../jose/algorithms';
import { equalBytes } from '../encoding/bytes';
import type { KeyMatch } from '../verify/report';
import { hasPrivate } from './jwk';
import type { Key, KeyMaterial, KnownKey } from './key';
import { looksLikeKeyText } from './looksLikeKey';
import { keyOperations, keyUses, type KeyPurpose } from './keyPurpose';
import { thumbprint } from './thumbprint';

/** Which key a token asks for. Header values come from the token and prove nothing: they choose, they do not convince. */
export interface KeyWish {
  /** The `alg` of the header. */
  readonly alg: string;
  /** The row of that algorithm: what a key must be to be tried at all. `SignatureAlgorithm` rows fit as they are. */
  readonly fit: KeyFit;
  readonly purpose: KeyPurpose;
  readonly kid?: string | undefined;
  readonly x5t?: string | undefined;
  readonly 'x5t#S256'?: string | undefined;
  /** Ids of keys the user picked for this token or its kind; they come first where they fit. */
  readonly picked?: ReadonlySet<string>;
  /** Ids of keys that are configured for the token's issuer. */
  readonly issuer?: ReadonlySet<string>;
}

export interface KeyFit {
  readonly kty: KeyType | undefined;
  readonly curves?: readonly Curve[];
  /** Asked in place of the two where they do not say it all: agreement takes curves of two key types. */
  readonly accepts?: (material: KeyMaterial) => boolean;
}

export interface RankedKey {
  readonly known: KnownKey;
  readonly chosenBy: KeyMatch;
  /** The token names a key id and this key names another: it comes last, and using it deserves a word. */
  readonly kidDiffers: boolean;
}

/** Reasons from best to least. */
const order: readonly KeyMatch[] = ['picked', 'kid', 'thumbprint', 'x5t', 'issuer', 'onlyFit', 'tried'];

/**
 * The keys that fit the algorithm, best first, each with why it stands where it stands. Keys of another type or curve are
 * left out: an RSA key is never an HMAC secret. Of a pair and its public half, the half that serves the purpose comes
 * first. The same keys in the same order give the same ranking.
 */
export async function rankKeys(wish: KeyWish, keys: readonly KnownKey[]): Promise<RankedKey[]> {
  const fitting = keys.filter(({ key }) => fits(wish, key));
  const named = await Promise.all(
    fitting.map(async (known) => {
      const match = await matchOf(wish, known);
      const kidDiffers = differs(wish, known, match);
      return { known, match, kidDiffers, rank: rankOf(wish, known, match, kidDiffers) };
    }),
  );
  const isOnly = countDistinct(fitting) === 1;
  return named
    .sort((one, other) => one.rank - other.rank)
    .map(({ known, match, kidDiffers }) => ({
      known,
      chosenBy: match === 'tried' && isOnly && !kidDiffers ? 'onlyFit' : match,
      kidDiffers,
    }));
}

function fits(wish: KeyWish, { material }: KnownKey['key']): boolean {
  const { kty, accepts } = wish.fit;
  if (accepts ? !accepts(material) : material.kty !== kty) return false;
  // The text of a public key in the place of a secret: whoever knows it could have signed (RFC 8725 §2.1).
  if (material.kty === 'oct' && looksLikeKeyText(material.k)) return false;
  if (material.kty === 'AKP' && material.alg !== wish.alg) return false;
  if ('crv' in material && wish.fit.curves && !wish.fit.curves.includes(material.crv)) return false;
  return wish.purpose === 'verify' || wish.purpose === 'encrypt' || hasPrivate(material);
}

async function matchOf(wish: KeyWish, { id, key }: KnownKey): Promise<KeyMatch> {
  if (wish.picked?.has(id)) return 'picked';
  const { kid } = wish;
  if (kid !== undefined && key.labels.kid === kid) return 'kid';
  // A SHA-256 thumbprint has 43 characters; no need to make one for every other kid.
  if (kid?.length === 43 && (await thumbprint(key.material)) === kid) return 'thumbprint';
  if (isSame(wish['x5t#S256'], key.labels['x5t#S256']) || isSame(wish.x5t, key.labels.x5t)) return 'x5t';
  return wish.issuer?.has(id) ? 'issuer' : 'tried';
}

function isSame(wanted: string | undefined, own: string | undefined): boolean {
  return wanted !== undefined && wanted === own;
}

function differs(wish: KeyWish, { key }: KnownKey, match: KeyMatch): boolean {
  if (wish.kid === undefined || match === 'kid' || match === 'thumbprint') return false;
  return key.labels.kid !== undefined && key.labels.kid !== wish.kid;
}

/** Smaller is better: the reason first, then labels that speak against the key, then the half that is not needed. */
function rankOf(wish: KeyWish, { key }: KnownKey, match: KeyMatch, kidDiffers: boolean): number {
  const { labels, material } = key;
  const isPublicPurpose = wish.purpose === 'verify' || wish.purpose === 'encrypt';
  const isUnneeded = isPublicPurpose && material.kty !== 'oct' && hasPrivate(material);
  return [
    // A picked key stays first whatever its labels say: the user knows better.
    match === 'tried' && kidDiffers,
    wish.issuer !== undefined && match === 'tried',
    isAgainst(labels.use, keyUses[wish.purpose]),
    labels.keyOps !== undefined && !keyOperations[wish.purpose].some((name) => labels.keyOps?.includes(name)),
    isAgainst(labels.alg, [wish.alg]),
    isUnneeded,
  ].reduce((rank, isWorse) => 2 * rank + (isWorse ? 1 : 0), order.indexOf(match));
}

function isAgainst(label: string | undefined, allowed: readonly string[]): boolean {
  return label !== undefined && !allowed.includes(label);
}

/** How many different keys these are; a private key and its public half count once. */
function countDistinct(keys: readonly KnownKey[]): number {
  const seen: Uint8Array[] = [];
  for (const { key } of keys) {
    const mark = markOf(key);
    if (!seen.some((other) => equalBytes(other, mark))) seen.push(mark);
    if (seen.length > 1) break;
  }
  return seen.length;
}

/** What tells one key from another of its type: the same for a private key and its public half. */
export function markOf({ material }: Pick<Key, 'material'>): Uint8Array {
  switch (material.kty) {
    case 'oct':
      return material.k;
    case 'RSA':
      return material.n;
    case 'EC':
    case 'OKP':
      return material.x;
    case 'AKP':
      return material.pub;
  }
}
