import { formOf, noType } from "./atom.js";
import { mergeLists } from "./merge-list.js";
import type { ListType, MapType, ParseableType } from "./parseable-type.js";
import { isMap, setMember, type ValueMap } from "./value.js";

/** What is there, and what is applied on it; undefined where there is none. */
export interface Merge {
  readonly live: unknown;
  readonly applied: unknown;
  readonly type: ParseableType;
}

/**
 * Merges an applied object into a live one, both of the same type and validated. Lists of which each item counts have the
 * order of the applied list, and items between that only the live one has. Follows TypedValue.Merge of
 * structured-merge-diff. The result shares parts with both.
 */
export function mergeTyped({ live, applied, type }: Merge): unknown {
  const form =
    applied === undefined ? formOf({ type, value: live }) : formOf({ type, value: applied });
  if (form === "map" && type.map !== undefined) {
    return mergeMaps({ live, applied, map: type.map });
  }
  if (form === "list" && type.list !== undefined) {
    return mergeItems({ live, applied, list: type.list });
  }
  return keepApplied({ live, applied });
}

function keepApplied({ live, applied }: Pick<Merge, "live" | "applied">): unknown {
  return applied === undefined ? live : applied;
}

const none: ValueMap = Object.freeze({});

function mergeMaps(input: Omit<Merge, "type"> & { readonly map: MapType }): unknown {
  const { map } = input;
  const live = isMap(input.live) ? input.live : none;
  const applied = isMap(input.applied) ? input.applied : none;
  const [names, more] = [Object.keys(live), Object.keys(applied)];
  if (map.relationship === "atomic" || (names.length === 0 && more.length === 0)) {
    return keepApplied(input);
  }
  const merged: { [member: string]: unknown } = {};
  let some = false;
  const add = (name: string): void => {
    const value = mergeTyped({
      live: Object.hasOwn(live, name) ? live[name] : undefined,
      applied: Object.hasOwn(applied, name) ? applied[name] : undefined,
      type: map.fields.get(name)?.type ?? map.others ?? noType,
    });
    if (value === undefined) return;
    setMember({ map: merged, name, value });
    some = true;
  };
  names.forEach(add);
  for (const name of more) {
    if (!Object.hasOwn(live, name)) add(name);
  }
  return some ? merged : undefined;
}

function mergeItems(input: Omit<Merge, "type"> & { readonly list: ListType }): unknown {
  const { list } = input;
  const live: readonly unknown[] = Array.isArray(input.live) ? input.live : [];
  const applied: readonly unknown[] = Array.isArray(input.applied) ? input.applied : [];
  if (list.relationship === "atomic" || (live.length === 0 && applied.length === 0)) {
    return keepApplied(input);
  }
  const merged = mergeLists({
    list,
    live,
    applied,
    merge: (pair) => mergeTyped({ ...pair, type: list.items }),
  });
  return merged.length === 0 ? undefined : merged;
}
