import type { JSON as JSONValue } from "./scalars.js";

/** How a value is copied: as it is, by one fresh container of values, or by a function. */
type Shape = "value" | "container" | "nested";

type Scalar = string | number | bigint | boolean | null | undefined;

/** Shapes of what `T` may be; containers are looked into five levels deep. */
type ShapesOf<T, Depth extends readonly unknown[] = []> = [JSONValue] extends [T]
  ? "nested"
  : T extends Scalar
    ? "value"
    : Depth["length"] extends 5
      ? "nested"
      : T extends readonly (infer Element)[]
        ? InContainer<ShapesOf<Element, [...Depth, 0]>>
        : T extends object
          ? string extends keyof T
            ? InContainer<ShapesOf<T[keyof T], [...Depth, 0]>>
            : "nested"
          : "nested";

type InContainer<S extends Shape> = "nested" extends S ? "nested" : "container";

type ShapeOf<T> = Dominant<ShapesOf<T>>;
type Dominant<S extends Shape> = "nested" extends S
  ? "nested"
  : "container" extends S
    ? "container"
    : "value";

type Generated<K, Values, Containers, Nested> = K extends Values
  ? "value"
  : K extends Containers
    ? "container"
    : K extends Nested
      ? "nested"
      : undefined;

type Problems<T, Values extends string, Containers extends string, Nested extends string> =
  | {
      [K in keyof T & string]-?: Generated<K, Values, Containers, Nested> extends infer G
        ? G extends ShapeOf<T[K]>
          ? never
          : G extends undefined
            ? `member '${K}' is not known to the generated code: run plop regenerate`
            : `the type of member '${K}' has changed: run plop regenerate`
        : never;
    }[keyof T & string]
  | {
      [K in Values | Containers | Nested]: K extends keyof T
        ? never
        : `member '${K}' is gone from the type: run plop regenerate`;
    }[Values | Containers | Nested];

/**
 * Whether nothing has changed, for the usual types and with few instantiations: members are looked at together,
 * or one by one with a single comparison. An API of a thousand kinds has fifty thousand members. False means no
 * more than that `Problems` must look.
 */
type Agrees<T, Values extends string, Containers extends string, Nested extends string> = [
  keyof T,
] extends [Values | Containers | Nested]
  ? [Values | Containers | Nested] extends [keyof T]
    ? [T[Values & keyof T]] extends [Scalar]
      ? [T[Containers & keyof T]] extends [Flat]
        ? [FlatIn<T, Nested & keyof T>] extends [never]
          ? true
          : false
        : false
      : false
    : false
  : false;

type Flat = Scalar | readonly Scalar[] | { readonly [key: string]: Scalar };
type FlatIn<T, Keys extends keyof T> = {
  [K in Keys]-?: [T[K]] extends [Flat] ? K : never;
}[Keys];

/**
 * Compares the members of `T` with those that code was generated for: `true` when they agree, else
 * a text that names the member and says what to run. Stands in generated code inside `UpToDate`.
 *
 * `Values` are members of scalars, `Containers` arrays and maps of scalars, `Nested` everything that
 * holds an object or any JSON.
 *
 * @example
 * export type DatabaseSpecMembers = UpToDate<
 *   ExactMembers<DatabaseSpec, "engine" | "replicas", "labels", "storage">
 * >;
 */
export type ExactMembers<
  T,
  Values extends string = never,
  Containers extends string = never,
  Nested extends string = never,
> =
  Agrees<T, Values, Containers, Nested> extends true
    ? true
    : [Problems<T, Values, Containers, Nested>] extends [never]
      ? true
      : Problems<T, Values, Containers, Nested>;

/** Accepts `true` alone, so that tsc prints the text that it got instead. */
export type UpToDate<Result extends true> = Result;
