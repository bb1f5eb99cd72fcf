import type { FieldSet, LabelSet } from "crd-runtime";

/**
 * One object as it is stored: bytes, and what selectors need to know of it. Immutable, but for the place of the bytes; shared by
 * all who read it.
 */
export interface StorageEntry {
  /** `""` for cluster-scoped objects. */
  readonly namespace: string;
  readonly name: string;
  /** Revision of the write that made this state: `metadata.resourceVersion` of the object in `value`. */
  readonly revision: number;
  /** JSON of the object in its storage version, `metadata.resourceVersion` included. */
  readonly value: Uint8Array;
  readonly labels: LabelSet;
  /** Values of the fields that field selectors of the resource may name, but for name and namespace. */
  readonly fields: FieldSet;
  /** Which schema the value was pruned and defaulted with: `ApiResource.epoch` at the time of the write. */
  readonly epoch: number;
}

/** What a write stores. */
export type Encoded = Pick<StorageEntry, "epoch" | "fields" | "labels" | "value">;

/** An entry in a collection. */
export interface KeptEntry extends StorageEntry {
  /** Bytes that it holds on to. */
  readonly size: number;
}
