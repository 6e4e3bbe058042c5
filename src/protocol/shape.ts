/**
 * Small guards for what arrives from the other end, and the types that follow from them. A record refuses members it
 * does not know: what was not meant to cross, such as key material, then does not cross unseen.
 */
export type Shape<T> = (value: unknown) => value is T;

/** What a shape accepts. */
export type Shaped<S> = S extends Shape<infer T> ? T : never;

/** A member that may be absent. */
export interface Optional<T> {
  readonly optional: Shape<T>;
}

type Members = Readonly<Record<string, Shape<unknown> | Optional<unknown>>>;

/** The members a record must list to describe exactly `T`: none forgotten, none invented. */
export type MembersOf<T> = {
  readonly [Name in keyof T]-?: undefined extends T[Name]
    ? Optional<Exclude<T[Name], undefined>>
    : object extends Pick<T, Name>
      ? Optional<Exclude<T[Name], undefined>>
      : Shape<T[Name]>;
};

/** The rows a tagged shape must list to describe exactly the union `T`. */
export type RowsOf<T extends object, Tag extends keyof T> = {
  readonly [Name in T[Tag] & string]: MembersOf<Omit<Extract<T, Readonly<Record<Tag, Name>>>, Tag>>;
};

type RequiredNames<M> = { [Name in keyof M]: M[Name] extends Optional<unknown> ? never : Name }[keyof M];
type OptionalNames<M> = Exclude<keyof M, RequiredNames<M>>;
type RecordOf<M> = {
  readonly [Name in RequiredNames<M>]: Shaped<M[Name]>;
} & {
  readonly [Name in OptionalNames<M>]?: M[Name] extends Optional<infer T> ? T : never;
};

export const text: Shape<string> = (value) => typeof value === 'string';
export const flag: Shape<boolean> = (value) => typeof value === 'boolean';
export const finiteNumber: Shape<number> = (value): value is number => Number.isFinite(value);
/** A count or an index: a whole number from 0. */
export const count: Shape<number> = (value): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0;

/** One of the texts given. */
export function oneOf<const T extends string>(...texts: readonly T[]): Shape<T> {
  return (value): value is T => (texts as readonly unknown[]).includes(value);
}

/** A dotted word. Which words there are is the compiler's to know: a table that lacks one must say nothing of it. */
export function codeOf<T extends string>(): Shape<T> {
  return (value): value is T => typeof value === 'string' && /^[A-Za-z0-9.-]{1,64}$/.test(value);
}

export function optional<T>(shape: Shape<T>): Optional<T> {
  return { optional: shape };
}

export function listOf<T>(shape: Shape<T>): Shape<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(shape);
}

/** A list with at least one item. */
export function someOf<T>(shape: Shape<T>): Shape<readonly [T, ...T[]]> {
  const list = listOf(shape);
  return (value): value is readonly [T, ...T[]] => list(value) && value.length > 0;
}

/** An object used as a dictionary. */
export function mapOf<T>(shape: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return (value): value is Readonly<Record<string, T>> =>
    isPlainObject(value) && Object.values(value).every(shape);
}

export function either<T, U>(first: Shape<T>, second: Shape<U>): Shape<T | U> {
  return (value): value is T | U => first(value) || second(value);
}

/** An object with these members and no others. */
export function record<M extends Members>(members: M): Shape<RecordOf<M>> {
  const names = Object.keys(members);
  return (value): value is RecordOf<M> =>
    isPlainObject(value) &&
    Object.keys(value).every((name) => Object.hasOwn(members, name)) &&
    names.every((name) => {
      const member = members[name] as Shape<unknown> | Optional<unknown>;
      if (typeof member === 'function') return Object.hasOwn(value, name) && member(value[name]);
      // An absent member and one of `undefined` are the same: the wire may turn either into the other.
      return value[name] === undefined || member.optional(value[name]);
    });
}

/** Records told apart by one member of text. */
export function tagged<Tag extends string, Rows extends Readonly<Record<string, Members>>>(
  tag: Tag,
  rows: Rows,
): Shape<
  { [Name in keyof Rows & string]: { readonly [T in Tag]: Name } & RecordOf<Rows[Name]> }[keyof Rows & string]
> {
  const shapes = new Map(
    Object.entries(rows).map(([name, members]) => [name, record({ ...members, [tag]: oneOf(name) })]),
  );
  return (value): value is never =>
    isPlainObject(value) && typeof value[tag] === 'string' && (shapes.get(value[tag])?.(value) ?? false);
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
