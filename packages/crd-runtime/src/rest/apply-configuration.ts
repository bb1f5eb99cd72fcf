import type { DeepReadonly, KubernetesObject, ObjectMeta } from "../meta/index.js";

/**
 * Any part of a value. Arrays hold parts of their items, which is how their keys are named to merge by; a tuple is applied as a
 * whole.
 */
export type DeepPartial<T> = T extends string | number | bigint | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? number extends T["length"]
      ? readonly DeepPartial<Item>[]
      : DeepReadonly<T>
    : T extends object
      ? { readonly [Key in keyof T]?: DeepPartial<T[Key]> | undefined }
      : T;

/**
 * What a server-side apply says: the fields that the caller wants to have and own, and the name. What it owned before and
 * leaves out now goes.
 */
export type ApplyConfiguration<T extends KubernetesObject> = Omit<
  DeepPartial<T>,
  "metadata" | "apiVersion" | "kind"
> & {
  /** Filled in when absent. */
  readonly apiVersion?: string | undefined;
  /** Filled in when absent. */
  readonly kind?: string | undefined;
  readonly metadata: DeepPartial<ObjectMeta> & { readonly name: string };
};

/** An apply configuration of any kind. The name may be missing where the type says so: then a call fails before it is sent. */
export interface AnyApplyConfiguration {
  readonly apiVersion?: string | undefined;
  readonly kind?: string | undefined;
  readonly metadata?: DeepPartial<ObjectMeta> | undefined;
}
