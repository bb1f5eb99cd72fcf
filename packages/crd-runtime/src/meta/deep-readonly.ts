/**
 * A view of plain data through which nothing can be changed, at any depth. Objects of a cache are
 * handed out so: mutating them does not compile, a deep copy gives one's own.
 */
export type DeepReadonly<T> = { readonly [K in keyof T]: ReadonlyMember<T[K]> };

/**
 * Arrays apart: tsc resolves an array type in an alias lazily, which the recursion of JSON needs. And
 * DeepReadonly itself stays a mapped type, so that messages show its name and `T` can be inferred.
 */
type ReadonlyMember<T> = T extends readonly (infer Element)[]
  ? number extends T["length"]
    ? readonly ReadonlyMember<Element>[]
    : DeepReadonly<T>
  : T extends object
    ? DeepReadonly<T>
    : T;

/** An object whose own members can be assigned, readonly or not: while it is being made. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };
