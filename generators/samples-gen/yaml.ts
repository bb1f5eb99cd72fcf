import { isJsonObject, type JsonValue } from "../model/index.js";
import { writeYaml } from "../render/yaml/index.js";
import { itemSchema, type JsonObject, memberSchema, type Schema } from "./schema.js";
import { firstSentence } from "./sentence.js";

const width = 100;

/** The text of a sample: its members in its own order, each below the first sentence of what its schema says of it. */
export function sampleYaml(input: {
  readonly object: JsonObject;
  readonly schema: Schema;
}): string {
  const { object, schema } = input;
  const lines = [
    ...commentLines({ schema, indent: "" }),
    ...mappingLines({ object, schema, indent: "" }),
  ];
  return `${lines.join("\n")}\n`;
}

/** Members that every object has are not explained. */
const known: ReadonlySet<string> = new Set(["apiVersion", "kind", "metadata", "spec"]);

function mappingLines(input: {
  readonly object: JsonObject;
  readonly schema: Schema | undefined;
  readonly indent: string;
}): readonly string[] {
  const { object, schema, indent } = input;
  return ordered({ object, schema }).flatMap(([key, value]) => {
    const of = memberSchema(schema, key);
    const isExplained = of !== undefined && !known.has(key) && isOwn(schema, key);
    return [
      ...(isExplained ? commentLines({ schema: of, indent }) : []),
      ...memberLines({ key, value, schema: of, indent }),
    ];
  });
}

/** Members as the types declare them, behind those that every object begins with. */
function ordered(input: {
  readonly object: JsonObject;
  readonly schema: Schema | undefined;
}): readonly (readonly [string, JsonValue])[] {
  const { object, schema } = input;
  const names = ["apiVersion", "kind", "metadata", ...Object.keys(schema?.properties ?? {})];
  const places = new Map(names.toReversed().map((name, at) => [name, names.length - at]));
  const placeOf = (name: string): number => places.get(name) ?? names.length + 1;
  return Object.entries(object).sort(([left], [right]) => placeOf(left) - placeOf(right));
}

/** The description of the values of a map is no description of each key. */
function isOwn(schema: Schema | undefined, key: string): boolean {
  return Object.hasOwn(schema?.properties ?? {}, key);
}

function memberLines(input: {
  readonly key: string;
  readonly value: JsonValue;
  readonly schema: Schema | undefined;
  readonly indent: string;
}): readonly string[] {
  const { key, value, schema, indent } = input;
  const [head = ""] = writeYaml({ [key]: {} }).split(" {}");
  if (Array.isArray(value) && value.length > 0) {
    const item = itemSchema(schema);
    return [
      indent + head,
      ...value.flatMap((one: JsonValue) => itemLines({ value: one, schema: item, indent })),
    ];
  }
  if (isJsonObject(value) && Object.keys(value).length > 0) {
    const below = { object: value, schema, indent: `${indent}  ` };
    return [indent + head, ...mappingLines(below)];
  }
  return indented({ text: writeYaml({ [key]: value }), indent });
}

/** As kubectl prints lists: not further to the right than their key. */
function itemLines(input: {
  readonly value: JsonValue;
  readonly schema: Schema | undefined;
  readonly indent: string;
}): readonly string[] {
  const { value, schema, indent } = input;
  if (!isJsonObject(value) || Object.keys(value).length === 0) {
    return indented({ text: writeYaml([value]), indent });
  }
  const lines = mappingLines({ object: value, schema, indent: `${indent}  ` });
  // What is said of the first member stands above the dash.
  const first = lines.findIndex((line) => !line.startsWith(`${indent}  #`));
  return lines.map((line, at) =>
    at < first
      ? line.slice(2)
      : at === first
        ? `${indent}- ${line.slice(indent.length + 2)}`
        : line,
  );
}

function indented(input: { readonly text: string; readonly indent: string }): readonly string[] {
  const lines = input.text.replace(/\n$/, "").split("\n");
  return lines.map((line) => (line === "" ? "" : input.indent + line));
}

function commentLines(input: {
  readonly schema: Schema;
  readonly indent: string;
}): readonly string[] {
  const { schema, indent } = input;
  const lines: string[] = [];
  let line = "";
  for (const word of firstSentence(schema.description ?? "").split(/\s+/)) {
    if (line !== "" && indent.length + 2 + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  if (line !== "") lines.push(line);
  return lines.map((text) => `${indent}# ${text}`);
}
