import { isDeepStrictEqual } from "node:util";
import { diagnostic } from "../../diagnostics/index.js";
import type { Tag } from "../source.js";
import type { TypeSyntax } from "../syntax.js";
import { readDefault, scanValue } from "../tags/index.js";
import type { DefaultValue, JsonValue } from "../types.js";
import { followAliases } from "./aliases.js";
import { resolveConstant } from "./constants.js";
import { partSpan, valuePart } from "./tag-parts.js";
import type { NameContext } from "./type-names.js";

/**
 * The default that tags give. `+kubebuilder:default=` wins over `+default=`, as it does in controller-gen;
 * two that differ are reported.
 */
export function linkDefault(input: {
  readonly context: NameContext;
  readonly tags: readonly Tag[];
  /** The type of the member as it is written; undefined for a type's own default. */
  readonly type: TypeSyntax | undefined;
}): DefaultValue | undefined {
  const { context, tags, type } = input;
  const plain = tags.find(({ name }) => name === "default");
  const marker = tags.find(({ name }) => name === "kubebuilder:default");
  const byTag = plain === undefined ? undefined : plainDefault(context, plain);
  const byMarker = marker === undefined ? undefined : markerDefault({ context, tag: marker, type });
  const [one, other] = [byMarker?.json, byTag?.json];
  if (one !== undefined && other !== undefined && !isDeepStrictEqual(one.value, other.value)) {
    reportConflict({ context, tags });
  }
  return byMarker ?? byTag;
}

function plainDefault(context: NameContext, tag: Tag): DefaultValue | undefined {
  const part = valuePart(tag);
  const span = partSpan(tag, part);
  const read = readDefault(part.text);
  switch (read.kind) {
    case "json":
      return { json: { value: read.value }, constant: undefined, span };
    case "constant": {
      const found = resolveConstant(context, { name: read.name, span });
      return found && { json: found.json, constant: found.reference, span };
    }
    case "wrong":
      return undefined;
  }
}

function markerDefault(input: {
  readonly context: NameContext;
  readonly tag: Tag;
  readonly type: TypeSyntax | undefined;
}): DefaultValue | undefined {
  const { tag } = input;
  const part = valuePart(tag);
  const scanned = scanValue({ text: part.text, at: 0 }, "any");
  if (!scanned.ok) {
    return undefined;
  }
  const value: JsonValue = scanned.value;
  // The marker grammar writes the empty list as the empty map.
  const empty = /^\{\s*\}$/.test(part.text) && isList(input);
  const json = { value: empty ? [] : value };
  return { json, constant: undefined, span: partSpan(tag, part) };
}

function isList(input: {
  readonly context: NameContext;
  readonly type: TypeSyntax | undefined;
}): boolean {
  const { context, type } = input;
  if (type === undefined) {
    return false;
  }
  const followed = followAliases({ ...context, syntax: type });
  const { syntax } = followed;
  if (syntax.kind === "union") {
    const [only, ...others] = syntax.types.filter(
      (one) => one.kind !== "keyword" || one.name !== "null",
    );
    return others.length === 0 && isList({ context: { ...context, ...followed }, type: only });
  }
  return (
    syntax.kind === "array" ||
    syntax.kind === "tuple" ||
    (syntax.kind === "name" && /^(?:Readonly)?Array$/.test(syntax.name))
  );
}

function reportConflict(input: {
  readonly context: NameContext;
  readonly tags: readonly Tag[];
}): void {
  const [first, second] = input.tags.filter(({ name }) => /^(?:kubebuilder:)?default$/.test(name));
  if (first !== undefined && second !== undefined) {
    const names = { tag: `+${second.name}`, other: `+${first.name}` };
    const hint = `the default in line ${first.span.line} is another one`;
    input.context.report(diagnostic("tag/conflict", names, { span: second.span, hint }));
  }
}
