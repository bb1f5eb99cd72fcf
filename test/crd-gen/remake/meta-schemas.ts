import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { goModule, withControllerGen } from "../go-tools.js";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Types in the order of their declarations: each uses only those before it. */
const names = [
  "TypeMeta",
  "ListMeta",
  "OwnerReference",
  "ManagedFieldsEntry",
  "Condition",
  "LabelSelectorRequirement",
  "LabelSelector",
  "StatusCause",
  "StatusDetails",
  "Status",
] as const;

function uncapitalized(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function isObject(value: Json): value is { [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A description apart from the rest. */
function apart(schema: Json): { readonly description: Json | undefined; readonly rest: string } {
  if (!isObject(schema)) return { description: undefined, rest: JSON.stringify(schema) };
  const { description, ...rest } = schema;
  return { description, rest: JSON.stringify(rest) };
}

/** Prints a schema as TypeScript, with the names of those declared before where they recur. */
function print(input: {
  readonly schema: Json;
  readonly declared: ReadonlyMap<string, Json>;
}): string {
  const { schema, declared } = input;
  if (Array.isArray(schema)) {
    return `[${schema.map((item) => print({ schema: item, declared })).join(", ")}]`;
  }
  if (!isObject(schema)) return JSON.stringify(schema);
  const { description, rest } = apart(schema);
  for (const [name, known] of declared) {
    const other = apart(known);
    if (other.rest !== rest || !("properties" in schema)) continue;
    return other.description === description
      ? name
      : `{ ...${name}, description: ${JSON.stringify(description)} }`;
  }
  const members = Object.entries(schema).map(
    ([key, value]) =>
      `${/^[a-zA-Z]\w*$/.test(key) ? key : JSON.stringify(key)}: ${print({ schema: value, declared })}`,
  );
  return `{ ${members.join(", ")} }`;
}

/** The text of generators/schema/meta-schemas.ts, from what controller-gen makes of the types in Go. */
export function metaSchemasModule(): string {
  return withControllerGen({
    packages: "./meta/...",
    header: join(goModule, "header.txt"),
    use: (folder) => {
      const crd = parse(readFileSync(join(folder, "meta.example.com_holders.yaml"), "utf8"));
      const holder = crd.spec.versions[0].schema.openAPIV3Schema.properties.spec.properties;
      const declared = new Map<string, Json>();
      const lines = names.map((name) => {
        const schema: Json = holder[uncapitalized(name)];
        const line = `const ${uncapitalized(name)}: JSONSchemaProps = ${print({ schema, declared })};`;
        declared.set(uncapitalized(name), schema);
        return line;
      });
      return [
        'import type { JSONSchemaProps } from "./schema.js";',
        "// Made from controller-gen's output by test/crd-gen/remake/main.ts; the descriptions are Kubernetes'.",
        ...lines,
        "/** Schemas of the meta types that have members, as controller-gen writes them. */",
        `export const metaSchemas = { ${names.map((name) => `${name}: ${uncapitalized(name)}`).join(", ")} };`,
        "",
      ].join("\n\n");
    },
  });
}
