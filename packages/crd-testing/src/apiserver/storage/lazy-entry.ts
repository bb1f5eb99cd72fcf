import type { FieldSet, LabelSet } from "crd-runtime";
import type { Encoded, KeptEntry } from "./entry.js";

/** An entry that is encoded when somebody looks at more than its name. The value has memory of its own. */
export class LazyEntry implements KeptEntry {
  readonly namespace: string;
  readonly name: string;
  readonly revision: number;
  /** It does not count: there are few of them. */
  readonly size = 0;
  #encoded: Encoded | (() => Encoded);

  constructor(input: {
    readonly namespace: string;
    readonly name: string;
    readonly revision: number;
    /** Called once. */
    readonly encode: () => Encoded;
  }) {
    this.namespace = input.namespace;
    this.name = input.name;
    this.revision = input.revision;
    this.#encoded = input.encode;
  }

  get value(): Uint8Array {
    return this.#made().value;
  }

  get labels(): LabelSet {
    return this.#made().labels;
  }

  get fields(): FieldSet {
    return this.#made().fields;
  }

  get epoch(): number {
    return this.#made().epoch;
  }

  #made(): Encoded {
    if (typeof this.#encoded === "function") this.#encoded = this.#encoded();
    return this.#encoded;
  }
}
