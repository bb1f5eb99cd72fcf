import type { CelType } from "../types/type.js";

/** A variable of an expression. */
export interface Variable {
  readonly name: string;
  readonly type: CelType;
  /** Where its value lies in a frame. */
  readonly slot: number;
}

/** The variables that an expression sees; inner ones hide outer ones of the same name. */
export class Scope {
  readonly #variables: ReadonlyMap<string, Variable>;
  /** The first slot that no variable has. */
  readonly size: number;

  private constructor(input: {
    readonly variables: ReadonlyMap<string, Variable>;
    readonly size: number;
  }) {
    this.#variables = input.variables;
    this.size = input.size;
  }

  /** Variables in the order of their slots. */
  static of(variables: readonly (readonly [string, CelType])[]): Scope {
    return variables.reduce(
      (scope, [name, type]) => scope.with(name, type),
      new Scope({ variables: new Map(), size: 0 }),
    );
  }

  /** A scope within this one, with one variable more. */
  with(name: string, type: CelType): Scope {
    const variable = { name, type, slot: this.size };
    return new Scope({
      variables: new Map(this.#variables).set(name, variable),
      size: this.size + 1,
    });
  }

  get(name: string): Variable | undefined {
    return this.#variables.get(name);
  }
}
