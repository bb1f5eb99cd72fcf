import { isJsonObject, type JsonValue } from "../model/index.js";
import type { Identities } from "./identity.js";

/** An operation of a JSON patch, RFC 6902. */
export type Operation =
  | { readonly op: "add" | "replace"; readonly path: string; readonly value: JsonValue }
  | { readonly op: "remove"; readonly path: string }
  | { readonly op: "move"; readonly from: string; readonly path: string };

/** Operations that turn one value into another. Lists of one length are compared item by item, others replaced. */
export function operations(input: {
  readonly from: JsonValue;
  readonly to: JsonValue;
  readonly identities: Identities;
  /** Pointer to the value; "" is the whole. */
  readonly path?: string;
}): readonly Operation[] {
  const { from, to, identities, path = "" } = input;
  if (identities.of(from) === identities.of(to)) return [];
  if (isJsonObject(from) && isJsonObject(to)) {
    const removed = Object.keys(from)
      .filter((key) => !Object.hasOwn(to, key))
      .map((key): Operation => ({ op: "remove", path: `${path}/${pointer(key)}` }));
    const others = Object.entries(to).flatMap(([key, value]): readonly Operation[] => {
      const at = `${path}/${pointer(key)}`;
      const before = Object.hasOwn(from, key) ? from[key] : undefined;
      return before === undefined
        ? [{ op: "add", path: at, value }]
        : operations({ from: before, to: value, identities, path: at });
    });
    return [...removed, ...others];
  }
  if (Array.isArray(from) && Array.isArray(to) && from.length === to.length) {
    return to.flatMap((value: JsonValue, index) =>
      operations({ from: from[index] ?? null, to: value, identities, path: `${path}/${index}` }),
    );
  }
  return [{ op: "replace", path, value: to }];
}

/** Moves that bring a list into another order of the same items. */
export function moves(input: {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly path: string;
}): readonly Operation[] {
  const { to, path } = input;
  const now = [...input.from];
  return to.flatMap((item, index): readonly Operation[] => {
    const at = now.indexOf(item, index);
    if (at <= index) return [];
    now.splice(index, 0, ...now.splice(at, 1));
    return [{ op: "move", from: `${path}/${at}`, path: `${path}/${index}` }];
  });
}

function pointer(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
