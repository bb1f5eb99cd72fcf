import { findTag, type Tag } from "../model/index.js";
import { code } from "./markdown.js";

/** Tags outside the families of validation that say which values there are. */
const others: ReadonlySet<string> = new Set(["listType", "listMapKey", "mapType", "structType"]);

const prefix = "kubebuilder:validation:";

/** What tags ask of a value: `MinLength: 1`. Whether it must be there is said by itself. */
export function constraintsOf(tags: readonly Tag[]): readonly string[] {
  return tags.flatMap((tag) => {
    const label = labelOf(tag.name);
    if (label === undefined) return [];
    // What is in parentheses says what the rest is about: `item(type: "Ready")`.
    const about = tag.parentheses === undefined ? "" : `(${code(tag.parentheses)})`;
    const name = `${label}${about}`;
    return [tag.value === undefined ? name : `${name}: ${code(unquoted(tag.value))}`];
  });
}

/** Without the backticks around a raw string of the marker grammar. */
function unquoted(value: string): string {
  return value.replace(/^`([^`]*)`$/, "$1");
}

function labelOf(name: string): string | undefined {
  if (others.has(name)) return name;
  if (name.startsWith(prefix)) {
    const label = name.slice(prefix.length);
    return label === "Required" || label === "Optional" ? undefined : label;
  }
  const isRule =
    findTag(name)?.tool === "validation-gen" &&
    !/^k8s:(?:validation-gen|validate[TFE]|required$|optional$)/.test(name);
  return isRule ? name.slice("k8s:".length) : undefined;
}
