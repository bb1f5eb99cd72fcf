/**
 * The way from a variable to a part of its value: names of members, `@items`, `@keys`, `@values`.
 *
 * A path grows as a slice of Go does, because the estimates of cel-go depend on it: what is appended to a path with room to spare
 * overwrites what was appended to it before, so that afterwards both are the same path. `self.list.all(x, ...)` has `x` in such a
 * place, and what `x.a` is says the last member of `x` that was looked at.
 */
export class Path {
  /** Shared with the paths that this one was made of, and those made of it. */
  readonly #names: string[];
  readonly #length: number;
  readonly #capacity: number;

  private constructor(input: {
    readonly names: string[];
    readonly length: number;
    readonly capacity: number;
  }) {
    this.#names = input.names;
    this.#length = input.length;
    this.#capacity = input.capacity;
  }

  /** The path to a variable. */
  static of(name: string): Path {
    return new Path({ names: [name], length: 1, capacity: 1 });
  }

  /** A path that goes one step further; without one, the step is all there is. */
  static append(path: Path | undefined, name: string): Path {
    return path === undefined ? Path.of(name) : path.#append(name);
  }

  #append(name: string): Path {
    const length = this.#length + 1;
    if (length <= this.#capacity) {
      this.#names[this.#length] = name;
      return new Path({ names: this.#names, length, capacity: this.#capacity });
    }
    return new Path({ names: [...this.names(), name], length, capacity: this.#capacity * 2 });
  }

  /** Its names, as they are now. */
  names(): readonly string[] {
    return this.#names.slice(0, this.#length);
  }
}
