import { entriesOf, type TagEntryInput, type TagTarget } from "./entry.js";

const anywhere: readonly TagTarget[] = ["type", "member"];

/** What is said of a value in JSON, and with a prefix of the items of a list or the values of a map. */
function schemaTags(prefix: string): readonly TagEntryInput[] {
  const of = {
    "": "of the type or member",
    "items:": "of the items of a list",
    "additionalProperties:": "of the values of a map",
  }[prefix];
  return [
    {
      name: `crd-project:${prefix}schema`,
      since: "create-crd-project 0.1",
      readBy: ["crd-gen", "validation-gen"],
      targets: anywhere,
      value: { kind: "json", of: "object" },
      repeatable: true,
      description: `JSON that is merged into the schema ${of}: its keys take the place of those made from the type, null takes one away; properties, items and additionalProperties are merged in turn.`,
      example: `+crd-project:${prefix}schema={"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}`,
    },
    {
      name: `crd-project:${prefix}schema:replace`,
      since: "create-crd-project 0.1",
      readBy: ["crd-gen", "validation-gen"],
      targets: anywhere,
      value: { kind: "json", of: "object" },
      description: `JSON that is the schema ${of}, whatever the type says.`,
      example: `+crd-project:${prefix}schema:replace={"type": "string", "maxLength": 63}`,
    },
    {
      name: `crd-project:${prefix}presence`,
      since: "create-crd-project 0.1",
      readBy: ["crd-gen"],
      targets: anywhere,
      value: { kind: "presence" },
      description: `Which members an object has, in the schema ${of}: 'a', 'a && !b', '(a || b)', 'oneOf(a; b)'. Where rules can be chosen, ExactlyOneOf and its like give users better messages.`,
      example: `+crd-project:${prefix}presence=oneOf(name && !external; external)`,
    },
    {
      name: `crd-project:${prefix}formats`,
      since: "create-crd-project 0.1",
      readBy: ["crd-gen"],
      targets: anywhere,
      value: { kind: "presence" },
      description: `Formats of which a string has one, in the schema ${of}: 'ipv4 || ipv6' as anyOf, 'oneOf(ipv4; ipv6)' as oneOf.`,
      example: `+crd-project:${prefix}formats=ipv4 || ipv6`,
    },
    {
      name: `crd-project:${prefix}andEnum`,
      since: "create-crd-project 0.1",
      readBy: ["crd-gen"],
      targets: anywhere,
      value: { kind: "list" },
      description: `Values that hold beside the enum ${of}, as allOf of both, which older controller-gen made of the enums of a type and a field.`,
      example: `+crd-project:${prefix}andEnum=Allow;Deny`,
    },
    {
      name: `crd-project:${prefix}bareIntOrString`,
      since: "create-crd-project 0.1",
      readBy: ["crd-gen"],
      targets: anywhere,
      description: `No anyOf beside x-kubernetes-int-or-string in the schema ${of}: the API server does without.`,
      example: `+crd-project:${prefix}bareIntOrString`,
    },
    {
      name: `crd-project:${prefix}description`,
      since: "create-crd-project 0.1",
      readBy: ["crd-gen"],
      targets: anywhere,
      value: { kind: "json", of: "string" },
      description: `The description in the schema ${of}, where a comment cannot say it; an empty string for none.`,
      example: `+crd-project:${prefix}description="  Begins with blanks."`,
    },
  ];
}

/** Parts of a definition that `+crd-project:omit=` leaves out. */
export const omittable = [
  "apiVersion",
  "kind",
  "metadata",
  "descriptions",
  "lineBreaks",
  "subresources",
  "listKind",
  "singular",
] as const;

/** Tags that only this project has. */
export const crdProjectTags = entriesOf({ tool: "crd-project" }, [
  {
    name: "crd-project:plainNumber",
    since: "create-crd-project 0.1",
    readBy: ["model"],
    targets: ["package", "type", "member"],
    description: "Plain number is meant: no warning that names int32, int64 and double.",
    example: "+crd-project:plainNumber",
  },
  ...schemaTags(""),
  ...schemaTags("items:"),
  ...schemaTags("additionalProperties:"),
  {
    name: "crd-project:omit",
    since: "create-crd-project 0.1",
    readBy: ["crd-gen"],
    only: "kind",
    value: { kind: "words", oneOf: omittable },
    description:
      "Parts that the definition has not: standard properties of this version's root, or only their descriptions, or the line breaks in these, empty subresources beside printer columns, and in the storage version names that the API server fills in.",
    example: "+crd-project:omit=apiVersion,kind,metadata,listKind",
  },
  {
    name: "crd-project:preserveUnknownFields",
    since: "create-crd-project 0.1",
    readBy: ["crd-gen"],
    only: "kind",
    value: { kind: "word", oneOf: ["false"] },
    description:
      "'spec.preserveUnknownFields: false' is written out, as controller-gen does when told by a flag; in the storage version.",
    example: "+crd-project:preserveUnknownFields=false",
  },
  {
    name: "crd-project:patch",
    since: "create-crd-project 0.1",
    readBy: ["crd-gen"],
    only: "kind",
    value: { kind: "json", of: "array" },
    repeatable: true,
    description: "A JSON patch (RFC 6902) for the finished CustomResourceDefinition.",
    example:
      '+crd-project:patch=[{"op": "add", "path": "/metadata/labels", "value": {"team": "storage"}}]',
  },
]);
