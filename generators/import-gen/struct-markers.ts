import { markersOf, rawMarker } from "./keywords.js";
import type { Marker } from "./marker.js";
import { propertiesOf, type Schema, textsAt, without } from "./schema.js";

/** What a place says itself, whatever type stands there. */
export const ofPlace: ReadonlySet<string> = new Set([
  "description",
  "nullable",
  "default",
  "example",
]);
const structure: ReadonlySet<string> = new Set(["type", "properties", "required"]);

/** Markers of an object type; required names that are no properties can only be said as they are. */
export function structMarkers(schema: Schema): readonly Marker[] {
  const { markers, rest } = markersOf({
    schema: without(schema, new Set([...ofPlace, "type", "required"])),
    whole: { ...schema, type: "object" },
    place: { at: "type", path: "" },
  });
  const names = new Set(propertiesOf(schema).map(([name]) => name));
  const { required } = schema;
  const listed = textsAt(schema, "required") ?? [];
  const isPlain = listed.length > 0 && listed.every((name) => names.has(name));
  const isOdd = required !== undefined && !isPlain;
  return [
    ...markers,
    ...raw({
      schema: { ...without(rest, structure), ...(isOdd && { required }) },
      path: "",
    }),
  ];
}

/** Keywords as they are, where there are any. */
export function raw(input: { readonly schema: Schema; readonly path: string }): readonly Marker[] {
  return Object.keys(input.schema).length === 0 ? [] : [rawMarker(input)];
}
