import type { Overload } from "../types/signature.js";

/** All functions of an environment: overloads by name. */
export class Functions {
  readonly #byName = new Map<string, Overload[]>();

  constructor(overloads: Iterable<Overload>) {
    for (const overload of overloads) {
      const known = this.#byName.get(overload.name);
      if (known === undefined) this.#byName.set(overload.name, [overload]);
      else known.push(overload);
    }
  }

  /** Overloads of a function; undefined where there is none of that name. */
  get(name: string): readonly Overload[] | undefined {
    return this.#byName.get(name);
  }
}
