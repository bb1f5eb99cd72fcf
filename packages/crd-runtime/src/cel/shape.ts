import type { SizeNode } from "./cost/size-node.js";
import type { CelType } from "./types/type.js";

/** A text that is the same for what expressions cannot tell apart: the same types, and the same sizes of their values. */
export function shapeOf(input: { readonly type: CelType; readonly sizes: SizeNode }): string {
  return `${typeText(input.type)} ${sizeText(input.sizes)}`;
}

// Names of members are identifiers here, so that nothing has to be quoted.

function typeText(type: CelType): string {
  switch (type.kind) {
    case "list":
      return `[${typeText(type.element)}]`;
    case "map":
      return `<${typeText(type.key)},${typeText(type.value)}>`;
    case "optional":
      return `?${typeText(type.value)}`;
    case "type":
      return `type(${typeText(type.of)})`;
    case "param":
      return `'${type.name}`;
    case "object": {
      let text = `${type.name}{`;
      for (const [name, field] of type.fields) text += `${name}:${typeText(field)},`;
      return `${text}}`;
    }
    default:
      return type.kind;
  }
}

function sizeText({ maxElements, minSize, element, fields }: SizeNode): string {
  let text = `${maxElements}/${minSize}`;
  if (element !== undefined) text += `[${sizeText(element)}]`;
  if (fields === undefined) return text;
  text += "{";
  for (const [name, field] of fields) text += `${name}:${sizeText(field)},`;
  return `${text}}`;
}
