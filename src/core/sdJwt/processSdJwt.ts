import { digest } from '../crypto/digest';
import { hostEngine, type Engine } from '../crypto/engine';
import { encodeBase64url } from '../encoding/base64url';
import { utf8Bytes } from '../encoding/bytes';
import { memberOf, type JsonObject } from '../encoding/jsonNode';
import type { Hash } from '../jose/algorithms';
import { tokenLimits } from '../jose/limits';
import type { JwsToken, Segment } from '../jose/token';
import { readDisclosure } from './disclosure';
import { embedDisclosures, type FoundDisclosure } from './embedDisclosures';
import type { DisclosureEntry, PayloadPath, SdJwtFault, SdJwtNote, SdJwtReport } from './sdJwtReport';

/** Hash algorithms of `_sd_alg` that we understand, by their names in IANA's Named Information registry. */
export const sdJwtHashes: ReadonlyMap<string, Hash> = new Map([
  ['sha-256', 'SHA-256'],
  ['sha-384', 'SHA-384'],
  ['sha-512', 'SHA-512'],
]);

/** The hash an SD-JWT's claims set names (RFC 9901 §4.1.1): its name as written, and what it is where we understand it. */
export function sdJwtHash(claims: JsonObject | undefined): {
  readonly name: string;
  readonly hash: Hash | undefined;
} {
  const node = memberOf(claims, '_sd_alg');
  const name = !node ? 'sha-256' : node.type === 'string' ? node.value : node.type;
  return { name, hash: !node || node.type === 'string' ? sdJwtHashes.get(name) : undefined };
}

/** The digest of a text as an SD-JWT has it: base64url over the hash of its octets (RFC 9901 §4.2.3). */
export async function sdJwtDigest(hash: Hash, text: string, engine: Engine = hostEngine()): Promise<string> {
  return encodeBase64url(await digest(hash, utf8Bytes(text), engine));
}

/**
 * Matches the disclosures of an SD-JWT with the digests of its payload and gives the processed payload (RFC 9901 §7.1
 * steps 3 to 5), with everything a verifier must reject it for. Undefined for a token that is no SD-JWT. Tests no
 * signature, and never rejects.
 */
export async function processSdJwt(
  token: JwsToken,
  engine: Engine = hostEngine(),
): Promise<SdJwtReport | undefined> {
  if (!token.sdJwt) return undefined;
  const { claims } = token.payload;
  const { name: hashName, hash } = sdJwtHash(claims);
  const read: HashedDisclosure[] = [];
  for (const [index, segment] of token.sdJwt.disclosures.entries()) {
    const digest = hash && (await sdJwtDigest(hash, segment.text, engine));
    read.push({ index, segment, content: readDisclosure(segment), digest });
  }
  const notes: SdJwtNote[] = [];
  const byDigest = indexByDigest(read, notes);
  const embedding = claims && embedDisclosures(claims, byDigest);
  const pathOf = ({ digest = '' }: HashedDisclosure): PayloadPath | undefined =>
    embedding?.places.get(byDigest.get(digest)?.index ?? -1);
  return {
    hashName,
    disclosures: read.map((disclosure): DisclosureEntry => ({
      segment: disclosure.segment,
      digest: disclosure.digest,
      content: typeof disclosure.content === 'string' ? undefined : disclosure.content,
      path: pathOf(disclosure),
    })),
    digestCount: embedding?.digestCount ?? 0,
    undisclosedCount: embedding?.undisclosedCount ?? 0,
    undisclosed: embedding?.undisclosed ?? [],
    payload: embedding?.payload,
    faults: [
      ...tokenFaults(token, hashName, hash),
      ...read.flatMap((disclosure) =>
        disclosureFaults(disclosure, hash !== undefined && !pathOf(disclosure)),
      ),
      ...(embedding?.faults ?? []),
    ],
    notes: [...notes, ...(embedding?.notes ?? [])],
  };
}

interface HashedDisclosure extends FoundDisclosure {
  readonly segment: Segment;
  readonly digest: string | undefined;
}

/** Of equal disclosures the first counts. */
function indexByDigest(
  read: readonly HashedDisclosure[],
  notes: SdJwtNote[],
): ReadonlyMap<string, FoundDisclosure> {
  const byDigest = new Map<string, FoundDisclosure>();
  const salts = new Set<string>();
  for (const { index, content, digest } of read) {
    if (digest === undefined) continue;
    if (byDigest.has(digest)) {
      notes.push({ code: 'sd.disclosureRepeated', index });
      continue;
    }
    byDigest.set(digest, { index, content });
    if (typeof content === 'string') continue;
    if (salts.has(content.salt)) notes.push({ code: 'sd.saltRepeated', index });
    salts.add(content.salt);
  }
  return byDigest;
}

/** What is wrong whatever the disclosures hold. */
function tokenFaults(token: JwsToken, hashName: string, hash: Hash | undefined): SdJwtFault[] {
  const { disclosures: limit } = tokenLimits;
  const isOver = token.problems.some(
    ({ code, facts }) => code === 'token.tooMany' && 'name' in facts && facts.name === 'disclosures',
  );
  return [
    ...(token.payload.claims ? [] : [{ code: 'sd.payloadNotObject' } as const]),
    ...(hash ? [] : [{ code: 'sd.hashUnknown', found: hashName } as const]),
    ...(isOver ? [{ code: 'sd.tooManyDisclosures', limit } as const] : []),
  ];
}

function disclosureFaults({ index, content }: HashedDisclosure, isUnreferenced: boolean): SdJwtFault[] {
  return [
    ...(typeof content === 'string'
      ? [{ code: 'sd.disclosureMalformed', index, found: content } as const]
      : []),
    ...(isUnreferenced ? [{ code: 'sd.disclosureUnreferenced', index } as const] : []),
  ];
}
