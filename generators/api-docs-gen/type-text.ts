import type { BuiltinName, TypeExpression, TypeId } from "../model/index.js";
import { code } from "./markdown.js";

/** Pages of Kubernetes' own documentation, for the types that have one. */
const documented: Partial<Readonly<Record<BuiltinName, string>>> = {
  ObjectMeta: "object-meta",
  ListMeta: "list-meta",
  LabelSelector: "label-selector",
  Quantity: "quantity",
  Status: "status",
};

const kubernetes = "https://kubernetes.io/docs/reference/kubernetes-api/common-definitions";

/** A type of crd-runtime, with a link where Kubernetes documents it. */
export function builtinText(name: BuiltinName): string {
  const page = documented[name];
  return page === undefined ? name : `[${name}](${kubernetes}/${page}/)`;
}

/** A type as TypeScript writes it, as Markdown with links, for text and tables. */
export function typeText(input: {
  readonly type: TypeExpression;
  readonly link: (id: TypeId) => string;
}): string {
  const { type, link } = input;
  const text = (inner: TypeExpression): string => typeText({ type: inner, link });
  switch (type.kind) {
    case "string":
    case "boolean":
    case "number":
    case "object":
      return type.kind;
    case "builtin":
      return builtinText(type.name);
    case "enum":
      return type.values.map((value) => code(JSON.stringify(value))).join(or);
    case "array":
      return arrayText({ element: type.element, text });
    case "tuple":
      return `\\[${type.elements.map(text).join(", ")}\\]`;
    case "map":
      return `Record&lt;string, ${text(type.value)}&gt;`;
    case "reference":
      return link(type.id);
    case "nullable":
      return `${text(type.type)}${or}null`;
    case "union":
      switch (type.form) {
        case "oneOrMany":
          return `${text(type.type)}${or}${arrayText({ element: type.type, text })}`;
        case "orBoolean":
          return `${text(type.type)}${or}boolean`;
        case "discriminated":
          return type.members.map(({ id }) => link(id)).join(or);
      }
  }
}

const or = " \\| ";

function arrayText(input: {
  readonly element: TypeExpression;
  readonly text: (type: TypeExpression) => string;
}): string {
  const { element, text } = input;
  const several =
    element.kind === "nullable" ||
    element.kind === "union" ||
    (element.kind === "enum" && element.values.length > 1);
  return several ? `(${text(element)})\\[\\]` : `${text(element)}\\[\\]`;
}
