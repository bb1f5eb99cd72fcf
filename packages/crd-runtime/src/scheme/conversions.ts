import {
  type DeepReadonly,
  formatGroupVersion,
  type GroupVersion,
  type GroupVersionKind,
  type TypeMeta,
} from "../meta/index.js";
import { NotConvertibleError } from "./errors.js";

/** A generated `convert_X_To_Y`: gives back a fresh object. Its parameter is a type of its own for every kind. */
export type ConversionFunction = (input: never) => TypeMeta;

/** The functions that convert kinds of a scheme. */
export class Conversions {
  /** By apiVersion and kind of the one, then of the other. */
  readonly #functions = new Map<string, Map<string, ConversionFunction>>();

  /** @throws TypeError when a version or a kind is empty */
  add(input: {
    readonly from: GroupVersionKind;
    readonly to: GroupVersionKind;
    readonly convert: ConversionFunction;
  }): void {
    const { from, to, convert } = input;
    for (const { version, kind } of [from, to]) {
      if (version === "" || kind === "") {
        throw new TypeError("a version and a kind are required to add a conversion");
      }
    }
    const known = this.#functions.get(keyOf(from)) ?? new Map<string, ConversionFunction>();
    this.#functions.set(keyOf(from), known.set(keyOf(to), convert));
  }

  /** @throws NotConvertibleError when there are no functions that lead to the target */
  convert(input: {
    readonly object: DeepReadonly<TypeMeta>;
    readonly from: GroupVersionKind;
    readonly target: GroupVersion;
  }): TypeMeta {
    const { object, from, target } = input;
    const to = keyOf({ ...target, kind: from.kind });
    const known = this.#functions.get(keyOf(from)) ?? new Map<string, ConversionFunction>();
    const direct = known.get(to);
    if (direct !== undefined) return direct(object as never);
    for (const [hub, toHub] of known) {
      const fromHub = this.#functions.get(hub)?.get(to);
      if (fromHub !== undefined) return fromHub(toHub(object as never) as never);
    }
    const targets = [...known.keys()].map((key) => key.slice(0, key.lastIndexOf(" ")));
    throw new NotConvertibleError({ from, target, targets });
  }
}

function keyOf(groupVersionKind: GroupVersionKind): string {
  return `${formatGroupVersion(groupVersionKind)} ${groupVersionKind.kind}`;
}
