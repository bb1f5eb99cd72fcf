import type { Tag } from "./source.js";

/** A tag as a message names it: `+genclient`, `+k8s:defaulter-gen=TypeMeta`, `+kubebuilder:resource:path=dbs`. */
export function writtenTag(tag: Pick<Tag, "name" | "value" | "arguments">): string {
  const { name, value } = tag;
  if (value === undefined) return `+${name}`;
  return `+${name}${tag.arguments === undefined ? "=" : ":"}${value}`;
}
