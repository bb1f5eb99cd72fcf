import type { JsonObject } from "../round-trip.js";
import { integer, string, struct } from "./build.js";

/** Names of members: of each the type has to have one, too. */
export const names: readonly (readonly string[])[] = [
  ["with-hyphen", "with.dot", "-XX", "3scale", "snake_case", "_under", "Upper", "URL", "x-y.z/w"],
  [
    "$ref",
    "$",
    "$schema",
    "a$b",
    "@type",
    "a b",
    'a"b',
    "a'b",
    "a`b",
    "a\\b",
    "a\nb",
    "*/",
    "\u00e4",
  ],
  "class default delete enum export extends function if import in new null package private return this true type var void while with yield let static await async of interface".split(
    " ",
  ),
  "y n yes no on off Y N true false null ~ 1 1.5 0x1 1e3 - = << 2001-01-01 .inf .nan".split(" "),
  ["foo-bar", "foo_bar", "fooBar", "FooBar", "foobar", "FOOBAR", "foo.bar"],
  ["apiVersion", "kind", "metadata", "spec", "status", "items"],
  ["constructor", "toString", "hasOwnProperty", "prototype", "length", "name", "valueOf"],
  ["Store", "StoreSpec", "StoreList", "Spec", "store", "storeSpec"],
  "string number boolean object array any unknown never int32 int64 Quantity Time Duration".split(
    " ",
  ),
  "Array Map Set Record Partial Date Error Promise Object String Number Boolean Symbol JSON".split(
    " ",
  ),
  "ObjectMeta TypeMeta Condition LabelSelector Container SecretKeySelector JsonValue IntOrString".split(
    " ",
  ),
  [""],
  ["a".repeat(200)],
];

/** Structs whose members have these names, and are structs, lists and maps themselves. */
export const named: readonly JsonObject[] = names.flatMap((list) => {
  const members = (schemaOf: (name: string) => JsonObject): JsonObject =>
    struct(Object.fromEntries(list.map((name) => [name, schemaOf(name)])), {
      required: list.slice(0, 3),
    });
  return [
    members(() => string),
    members((name) =>
      struct({ [name]: string, [`${name}2`]: integer, only: { ...string, enum: [name] } }),
    ),
    members((name) => ({
      type: "array",
      items: struct({ a: { ...string, description: `Of ${name}.` } }),
    })),
  ];
});
