import type { Tag } from "./source.js";

/** A tag as a message names it: `+genclient`, `+k8s:defaulter-gen=TypeMeta`. */
export function writtenTag({ name, value }: Pick<Tag, "name" | "value">): string {
  return value === undefined ? `+${name}` : `+${name}=${value}`;
}
