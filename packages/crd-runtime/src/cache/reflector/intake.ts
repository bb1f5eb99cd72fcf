import type { DeepReadonly, GroupVersionKind, KubernetesObject } from "../../meta/index.js";
import { asReadonly } from "../readonly.js";
import { objectProblem } from "./object-check.js";

/** Lets the objects of a server into a cache: checked, and transformed exactly once. */
export class Intake<T extends KubernetesObject> {
  readonly #expected: GroupVersionKind | undefined;
  readonly #transform: ((object: T) => T) | undefined;
  readonly #onRefused: (problem: string) => void;

  constructor(input: {
    readonly expected: GroupVersionKind | undefined;
    readonly transform: ((object: T) => T) | undefined;
    /** Hears why an object was not let in. */
    readonly onRefused: (problem: string) => void;
  }) {
    this.#expected = input.expected;
    this.#transform = input.transform;
    this.#onRefused = input.onRefused;
  }

  /**
   * The object as it is cached; undefined when it was refused.
   *
   * @throws what the transform throws
   */
  admit(object: T): DeepReadonly<T> | undefined {
    const problem = objectProblem({ object, expected: this.#expected });
    if (problem === undefined) return asReadonly(this.#transform?.(object) ?? object);
    this.#onRefused(problem);
    return undefined;
  }
}
