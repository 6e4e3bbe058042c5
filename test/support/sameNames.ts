import assert from 'node:assert/strict';

/** Names, and the file or files they stand in. */
export interface NamesIn {
  readonly place: string;
  readonly names: readonly string[];
}

/** Holds two lists of names together; whoever added to one of them only is told which name goes where. */
export function assertSameNames(one: NamesIn, other: NamesIn): void {
  const complaints = [...missing(one, other), ...missing(other, one)];
  assert.ok(complaints.length === 0, complaints.join('\n'));
}

function missing(from: NamesIn, to: NamesIn): readonly string[] {
  const there = new Set(to.names);
  return [...new Set(from.names)]
    .filter((name) => !there.has(name))
    .map((name) => `${name} is in ${from.place} and not in ${to.place}`);
}
