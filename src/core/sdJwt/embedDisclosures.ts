import type { JsonArray, JsonMember, JsonNode, JsonObject } from '../encoding/jsonNode';
import type { Disclosure, DisclosureFault } from './disclosure';
import type { PayloadPath, SdJwtFault, SdJwtNote, UndisclosedDigest } from './sdJwtReport';

/** A disclosure as its digest finds it. */
export interface FoundDisclosure {
  readonly index: number;
  readonly content: Disclosure | DisclosureFault;
}

/** What putting disclosures in their places brought to light. */
export interface Embedding {
  readonly payload: JsonObject;
  /** Index of a disclosure -> where its value stands. */
  readonly places: ReadonlyMap<number, PayloadPath>;
  readonly digestCount: number;
  readonly undisclosedCount: number;
  readonly undisclosed: readonly UndisclosedDigest[];
  readonly faults: readonly SdJwtFault[];
  readonly notes: readonly SdJwtNote[];
}

/** Puts every disclosure in the place of its digest and takes the digests away (RFC 9901 §7.1 step 3). Linear in the payload and all disclosures. */
export function embedDisclosures(
  claims: JsonObject,
  disclosures: ReadonlyMap<string, FoundDisclosure>,
): Embedding {
  const embedder = new Embedder(disclosures);
  const payload = embedder.object(claims);
  const { places, digests, undisclosedCount, undisclosed, faults, notes } = embedder;
  return { payload, places, digestCount: digests.size, undisclosedCount, undisclosed, faults, notes };
}

/** What is read and told at most: a hostile payload can hold any number. */
export const embeddingLimits = {
  /** Arrays and objects inside one another, those of disclosures included. */
  depth: 256,
  faults: 100,
  notes: 100,
  undisclosed: 1000,
} as const;

class Embedder {
  readonly places = new Map<number, PayloadPath>();
  readonly digests = new Set<string>();
  readonly undisclosed: UndisclosedDigest[] = [];
  undisclosedCount = 0;
  readonly faults: SdJwtFault[] = [];
  readonly notes: SdJwtNote[] = [];
  private readonly disclosures: ReadonlyMap<string, FoundDisclosure>;
  private readonly path: (string | number)[] = [];

  constructor(disclosures: ReadonlyMap<string, FoundDisclosure>) {
    this.disclosures = disclosures;
  }

  object(object: JsonObject): JsonObject {
    const isRoot = this.path.length === 0;
    const members: JsonMember[] = [];
    const names = new Set<string>();
    const lists: JsonNode[] = [];
    for (const member of object.members) {
      if (member.name === '_sd') {
        lists.push(member.value);
        continue;
      }
      if (member.name === '...') this.fault({ code: 'sd.ellipsisMisplaced', path: [...this.path] });
      if (member.name === '_sd_alg') {
        if (isRoot) continue;
        this.note({ code: 'sd.hashNested', path: [...this.path] });
      }
      names.add(member.name);
      members.push({ ...member, value: this.within(member.name, member.value) });
    }
    for (const list of lists) this.disclosed(list, members, names);
    return { ...object, members };
  }

  /** Puts the members that a list of digests stands for behind the others. */
  private disclosed(list: JsonNode, members: JsonMember[], names: Set<string>): void {
    if (list.type !== 'array') {
      this.fault({ code: 'sd.digestsMalformed', path: [...this.path] });
      return;
    }
    for (const digest of list.items) {
      if (digest.type !== 'string') {
        this.fault({ code: 'sd.digestsMalformed', path: [...this.path] });
        continue;
      }
      const found = this.find(digest.value, 'member');
      if (found?.content.name === undefined) continue;
      const { name, value } = found.content;
      if (names.has(name)) {
        this.fault({ code: 'sd.nameTaken', index: found.index, name });
        continue;
      }
      names.add(name);
      // The default stands for a missing `_sd_alg`; a disclosed one comes too late to mean anything.
      if (this.path.length === 0 && name === '_sd_alg') continue;
      this.places.set(found.index, [...this.path, name]);
      members.push({ name, nameSpan: found.content.segment.span, value: this.within(name, value) });
    }
  }

  private array(array: JsonArray): JsonArray {
    const items: JsonNode[] = [];
    for (const item of array.items) {
      const ellipsis =
        item.type === 'object' && item.members.length === 1 && item.members[0]?.name === '...'
          ? item.members[0].value
          : undefined;
      if (ellipsis?.type !== 'string') {
        items.push(this.within(items.length, item));
        continue;
      }
      const found = this.find(ellipsis.value, 'element');
      if (!found) continue;
      this.places.set(found.index, [...this.path, items.length]);
      items.push(this.within(items.length, found.content.value));
    }
    return { ...array, items };
  }

  /** The disclosure of a digest, where there is one of the kind expected; anything else is put down. */
  private find(
    digest: string,
    expected: 'member' | 'element',
  ): { readonly index: number; readonly content: Disclosure } | undefined {
    if (this.digests.has(digest)) {
      // Never embedded again: disclosures that name one another twice would grow without bound.
      this.fault({ code: 'sd.digestRepeated', digest, path: [...this.path] });
      return undefined;
    }
    this.digests.add(digest);
    const found = this.disclosures.get(digest);
    if (!found) {
      if (this.undisclosedCount++ < embeddingLimits.undisclosed)
        this.undisclosed.push({ digest, path: [...this.path] });
      return undefined;
    }
    const { index, content } = found;
    if (typeof content === 'string') {
      this.places.set(index, [...this.path]);
      return undefined;
    }
    if ((content.name === undefined) === (expected === 'element')) return { index, content };
    this.places.set(index, [...this.path]);
    this.fault({ code: 'sd.disclosureKind', index, expected });
    return undefined;
  }

  private within(step: string | number, node: JsonNode): JsonNode {
    if (node.type !== 'object' && node.type !== 'array') return node;
    if (this.path.length >= embeddingLimits.depth) {
      this.fault({ code: 'sd.tooDeep', limit: embeddingLimits.depth });
      return node.type === 'object' ? { ...node, members: [] } : { ...node, items: [] };
    }
    this.path.push(step);
    const result = node.type === 'object' ? this.object(node) : this.array(node);
    this.path.pop();
    return result;
  }

  private fault(fault: SdJwtFault): void {
    if (this.faults.length < embeddingLimits.faults) this.faults.push(fault);
  }

  private note(note: SdJwtNote): void {
    if (this.notes.length < embeddingLimits.notes) this.notes.push(note);
  }
}
