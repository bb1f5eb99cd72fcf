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
