import type { FieldSet, LabelSet } from "crd-runtime";
import type { KeptEntry, StorageEntry } from "./entry.js";
import type { Place, Slab } from "./slab.js";

/** An entry whose value lies in a slab, and may be moved to another one. */
export class StoredEntry implements KeptEntry {
  readonly namespace: string;
  readonly name: string;
  readonly revision: number;
  readonly labels: LabelSet;
  readonly fields: FieldSet;
  readonly epoch: number;
  /** Bytes of the value. */
  readonly size: number;
  #slab: Slab;
  #start: number;

  constructor({ entry, place }: { readonly entry: StorageEntry; readonly place: Place }) {
    this.namespace = entry.namespace;
    this.name = entry.name;
    this.revision = entry.revision;
    this.labels = entry.labels;
    this.fields = entry.fields;
    this.epoch = entry.epoch;
    this.size = entry.value.length;
    this.#slab = place.slab;
    this.#start = place.start;
  }

  get slab(): Slab {
    return this.#slab;
  }

  /** Made anew for each reader: kept, it would cost more than the rest of the entry. */
  get value(): Uint8Array {
    return this.#slab.slice(this.#start, this.size);
  }

  /** The value is there now, too. */
  moveTo({ slab, start }: Place): void {
    this.#slab = slab;
    this.#start = start;
  }
}

/** An entry as plain data, which can be cloned. */
export function plainEntry(entry: StorageEntry): StorageEntry {
  const { namespace, name, revision, value, labels, fields, epoch } = entry;
  return { namespace, name, revision, value, labels, fields, epoch };
}
