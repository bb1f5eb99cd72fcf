/**
 * A view of plain data through which nothing can be changed, at any depth. Objects of a cache are
 * handed out so: mutating them does not compile, a deep copy gives one's own.
 */
export type DeepReadonly<T> =
  // Arrays apart from the mapped type: tsc resolves an array alias lazily, which JSON's recursion needs.
  T extends readonly (infer Element)[]
    ? readonly DeepReadonly<Element>[]
    : T extends object
      ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
      : T;
