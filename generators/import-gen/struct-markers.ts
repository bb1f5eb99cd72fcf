import { type JsonValue, readPresence, writeFormats, writePresence } from "../model/index.js";
import { markersOf, rawMarker } from "./keywords.js";
import { type Marker, valued } from "./marker.js";
import { propertiesOf, type Schema, textsAt, without } from "./schema.js";

/** What a place says itself, whatever type stands there. */
export const ofPlace: ReadonlySet<string> = new Set([
  "description",
  "nullable",
  "default",
  "example",
]);
const structure: ReadonlySet<string> = new Set(["type", "properties", "required"]);

/** Markers of an object type; required names that are no properties are said apart. */
export function structMarkers(schema: Schema): readonly Marker[] {
  const { markers, rest } = markersOf({
    schema: without(schema, new Set([...ofPlace, "type", "required"])),
    whole: { ...schema, type: "object" },
    place: { at: "type", path: "" },
  });
  const { required } = schema;
  const undeclared = undeclaredNames(schema);
  const isOdd = required !== undefined && undeclared === undefined;
  return [
    ...markers,
    ...raw({
      schema: {
        ...without(rest, structure),
        ...(undeclared !== undefined && undeclared.length > 0 && { required: undeclared }),
        ...(isOdd && { required }),
      },
      path: "",
      type: "object",
    }),
  ];
}

/** Required names that are no properties; undefined where the list is empty, or none of names. */
function undeclaredNames(schema: Schema): readonly string[] | undefined {
  const names = new Set(propertiesOf(schema).map(([name]) => name));
  const listed = textsAt(schema, "required") ?? [];
  return listed.length === 0 ? undefined : listed.filter((name) => !names.has(name));
}

/** Keywords that no marker of controller-gen can say: what they say of members or formats in words, the rest as it is. */
export function raw(input: {
  readonly schema: Schema;
  readonly path: string;
  /** The type in the schema of the value. */
  readonly type: JsonValue | undefined;
}): readonly Marker[] {
  const { schema, path, type = "object" } = input;
  const worded =
    type === "object" || type === "string" ? wordedAs({ schema, path, type }) : undefined;
  const rest = worded === undefined ? schema : without(schema, ofWords);
  return [
    ...(worded === undefined ? [] : [worded]),
    ...(Object.keys(rest).length === 0 ? [] : [rawMarker({ schema: rest, path })]),
  ];
}

const ofWords: ReadonlySet<string> = new Set(["required", "not", "anyOf", "oneOf", "allOf"]);
/** Characters beyond which words are no easier to read than JSON. */
const longest = 2000;

/** The marker for what keywords say of members, or of formats; undefined where they say something else, or nothing. */
function wordedAs(input: {
  readonly schema: Schema;
  readonly path: string;
  readonly type: "object" | "string";
}): Marker | undefined {
  const { schema, path, type } = input;
  const own = Object.fromEntries(Object.entries(schema).filter(([key]) => ofWords.has(key)));
  if (Object.keys(own).length === 0) return undefined;
  const [name, text] =
    type === "object" ? ["presence", writePresence(own)] : ["formats", writeFormats(own)];
  return text !== undefined && text.length <= longest && readPresence(text).ok
    ? valued(`crd-project:${path}${name}`, text)
    : undefined;
}
