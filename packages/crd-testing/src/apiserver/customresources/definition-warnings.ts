import type { CustomResourceDefinition, JSONSchemaProps } from "crd-runtime/apiextensions/v1";
import { goQuote } from "../status/index.js";

// Names without their dashes, as the server compares them.
const stringFormats: ReadonlySet<string> = new Set([
  "bsonobjectid",
  "uri",
  "email",
  "hostname",
  "ipv4",
  "ipv6",
  "cidr",
  "mac",
  "uuid",
  "uuid3",
  "uuid4",
  "uuid5",
  "isbn",
  "isbn10",
  "isbn13",
  "creditcard",
  "ssn",
  "hexcolor",
  "rgbcolor",
  "byte",
  "password",
  "date",
  "duration",
  "datetime",
  "k8sshortname",
  "k8slongname",
]);
const numberFormats: Readonly<Record<string, readonly string[]>> = {
  integer: ["int32", "int64"],
  number: ["float", "double"],
};

/** What the writer of a definition is told: formats that nobody checks, sets of what is no scalar. */
export function definitionWarnings(definition: CustomResourceDefinition): readonly string[] {
  const formats: string[] = [];
  const sets = new Set<string>();
  for (const { schema } of definition.spec.versions ?? []) {
    if (schema?.openAPIV3Schema === undefined) continue;
    visit(schema.openAPIV3Schema, (props) => {
      const { format = "", items } = props;
      if (format !== "" && !isRecognized(format, props.type ?? "")) {
        formats.push(`unrecognized format ${goQuote(format)}`);
      }
      if (props["x-kubernetes-list-type"] !== "set" || items === undefined) return;
      const type = Array.isArray(items) ? undefined : items.type;
      if (type === "object" || type === "array") {
        sets.add(
          `x-kubernetes-list-type: set for items of type ${goQuote(type)} is not supported by server-side apply or CEL validation rules`,
        );
      }
    });
  }
  return [...formats, ...[...sets].sort()];
}

function isRecognized(format: string, type: string): boolean {
  if (type === "" || type === "string") return stringFormats.has(format.replaceAll("-", ""));
  return (numberFormats[type] ?? []).includes(format);
}

function visit(props: JSONSchemaProps, callback: (props: JSONSchemaProps) => void): void {
  callback(props);
  const { items, not, additionalProperties, additionalItems } = props;
  const lists = [
    Array.isArray(items) ? items : items === undefined ? [] : [items],
    props.allOf ?? [],
    props.anyOf ?? [],
    props.oneOf ?? [],
    not === undefined ? [] : [not],
    Object.values(props.properties ?? {}),
    typeof additionalProperties === "object" ? [additionalProperties] : [],
    Object.values(props.patternProperties ?? {}),
    typeof additionalItems === "object" ? [additionalItems] : [],
    Object.values(props.definitions ?? {}),
  ];
  for (const each of lists.flat()) visit(each, callback);
}
