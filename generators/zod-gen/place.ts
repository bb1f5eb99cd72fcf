import { quoted } from "../render/index.js";

/** A place in a declared type. */
export interface Place {
  /**
   * As code, what leads there from the declared type: `"spec"`, `number` for the items of a list, `0` for the first of a tuple,
   * `string` for the values of a map.
   */
  readonly keys: readonly string[];
  /** How many lists, maps and objects of the schema are around it. */
  readonly depth: number;
}

export const root: Place = { keys: [], depth: 0 };

/** In a value that may be of another shape as well: no keys lead there. */
export const apart: Place = { keys: [], depth: Number.NEGATIVE_INFINITY };

export function memberOf(place: Place, name: string): Place {
  return inside(place, quoted(name));
}

export function elementOf(place: Place): Place {
  return inside(place, "number");
}

export function itemOf(place: Place, index: number): Place {
  return inside(place, String(index));
}

export function entryOf(place: Place): Place {
  return inside(place, "string");
}

function inside({ keys, depth }: Place, key: string): Place {
  return { keys: [...keys, key], depth: depth + 1 };
}
