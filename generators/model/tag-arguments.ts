import type { Tag } from "./source.js";

/** A named argument that is a list of texts; empty where it is not given. */
export function texts(tag: Tag, name: string): readonly string[] {
  const value = tag.arguments?.[name];
  return Array.isArray(value) ? value.map(String) : [];
}

/** A named argument that is a text; empty where it is not given. */
export function text(tag: Tag, name: string): string {
  const value = tag.arguments?.[name];
  return typeof value === "string" ? value : "";
}

/** A named argument that is a number. */
export function number(tag: Tag, name: string): number | undefined {
  const value = tag.arguments?.[name];
  return typeof value === "number" ? value : undefined;
}
