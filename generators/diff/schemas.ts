import { isDeepStrictEqual } from "node:util";
import type { Scope } from "./change.js";
import { changed, compareConstraints, shown } from "./constraints.js";
import { compareLogic } from "./logic.js";
import type { Schema } from "./manifest.js";

const keepsUnknown = "x-kubernetes-preserve-unknown-fields";
const documentation = ["description", "title", "example", "externalDocs"] as const;

/** Compares two schemas of one place, and what is below. */
export function compareSchemas(input: {
  readonly before: Schema;
  readonly after: Schema;
  readonly scope: Scope;
  /** Called for each place whose documentation changed: there are many, and nobody depends on them. */
  readonly onDocumentation: () => void;
}): void {
  const { before, after, scope, onDocumentation } = input;
  // Equal parts are most of it.
  if (isDeepStrictEqual(before, after)) return;
  if (documentation.some((key) => !isDeepStrictEqual(before[key], after[key]))) onDocumentation();
  const old = typeOf(before);
  const now = typeOf(after);
  if (old !== now) {
    if (now !== "any value") {
      scope.breaking("diff/type-changed", `${old} is now ${now}`);
      return;
    }
    scope.safe(`${old} is now any value`);
  }
  compareNullable(input);
  compareDefault(input);
  compareConstraints(input);
  compareMerging(input);
  compareProperties(input);
  compareElements(input);
  compareEmbedded(input);
  compareLogic(input);
}

type Pair = Parameters<typeof compareSchemas>[0];

/** An embedded object has apiVersion, kind and metadata without a property. */
function compareEmbedded({ before, after, scope }: Pair): void {
  const keyword = "x-kubernetes-embedded-resource";
  if (before[keyword] === after[keyword]) return;
  if (after[keyword] === true) {
    scope.breaking(
      "diff/constraint-tightened",
      "must be an object with apiVersion, kind and metadata",
    );
    return;
  }
  const text = "is no longer an object with apiVersion, kind and metadata";
  if (after[keepsUnknown] === true) scope.safe(text);
  else scope.breaking("diff/unknown-fields-dropped", text);
}

/** The type of the values, as a message names it. */
function typeOf(schema: Schema): string {
  if (schema["x-kubernetes-int-or-string"] === true) return "integer or string";
  if (schema.type !== undefined && schema.type !== "") return schema.type;
  return "any value";
}

function compareNullable({ before, after, scope }: Pair): void {
  const old = before["nullable"] === true;
  const now = after["nullable"] === true;
  if (old && !now) scope.breaking("diff/nullable-removed", "null is no longer allowed");
  if (!old && now) scope.safe("null is allowed, too");
}

function compareDefault({ before, after, scope }: Pair): void {
  const old = before["default"];
  const now = after["default"];
  if (isDeepStrictEqual(old, now)) return;
  const text = changed({ keyword: "default", old, now });
  if (old === undefined) scope.safe(text);
  else scope.breaking("diff/default-changed", text);
}

/** How lists and maps are merged, and who owns what in them. */
function compareMerging({ before, after, scope }: Pair): void {
  const list = "x-kubernetes-list-type";
  const keys = "x-kubernetes-list-map-keys";
  const map = "x-kubernetes-map-type";
  const atomic = { [list]: "atomic", [map]: "granular" } as const;
  for (const keyword of [list, map] as const) {
    const old = before[keyword] ?? atomic[keyword];
    const now = after[keyword] ?? atomic[keyword];
    if (old === now) continue;
    const text = `${keyword} ${shown(old)} is now ${shown(now)}`;
    // Owners of parts of a map lose them to whoever sets the whole; the other way nothing is lost.
    if (keyword === map && now === "granular") scope.safe(text);
    else scope.breaking("diff/merge-changed", text);
  }
  const old = before[keys];
  const now = after[keys];
  if (old !== undefined && now !== undefined && !isDeepStrictEqual(old, now)) {
    scope.breaking("diff/merge-changed", changed({ keyword: keys, old, now }));
  }
}

function compareProperties({ before, after, scope, onDocumentation }: Pair): void {
  const old = before.properties ?? {};
  const now = after.properties ?? {};
  const oldRest = restOf(before);
  const rest = restOf(after);
  const wasRequired = new Set(before.required ?? []);
  const isRequired = new Set(after.required ?? []);
  for (const [name, property] of Object.entries(old)) {
    const at = scope.at(`.${propertyName(name)}`, "properties", name);
    const other = Object.hasOwn(now, name) ? now[name] : rest;
    if (other === undefined) at.breaking("diff/field-removed", "removed");
    else compareSchemas({ before: property, after: other, scope: at, onDocumentation });
  }
  for (const [name, property] of Object.entries(now)) {
    if (Object.hasOwn(old, name)) continue;
    const at = scope.at(`.${propertyName(name)}`, "properties", name);
    if (oldRest !== undefined) {
      compareSchemas({ before: oldRest, after: property, scope: at, onDocumentation });
    } else if (!isRequired.has(name)) {
      at.safe(property["default"] === undefined ? "added" : `added${withDefault(property)}`);
    }
  }
  for (const name of isRequired) {
    if (wasRequired.has(name)) continue;
    const property = Object.hasOwn(now, name) ? now[name] : undefined;
    const at = scope.at(`.${propertyName(name)}`, "properties", name);
    const what = Object.hasOwn(old, name) ? "required" : "added, and required";
    if (property?.["default"] === undefined) at.breaking("diff/required-added", `${what} now`);
    else at.safe(`${what} now${withDefault(property)}`);
  }
  for (const name of wasRequired) {
    const isThere = Object.hasOwn(now, name) || !Object.hasOwn(old, name);
    if (!isRequired.has(name) && isThere)
      scope.at(`.${propertyName(name)}`, "properties", name).safe("no longer required");
  }
}

function withDefault(property: Schema): string {
  return `, with default ${shown(property["default"])}`;
}

/** Items of lists, and values of maps. */
function compareElements({ before, after, scope, onDocumentation }: Pair): void {
  if (before.items !== undefined && after.items !== undefined) {
    const at = scope.at("[*]", "items");
    compareSchemas({ before: before.items, after: after.items, scope: at, onDocumentation });
  }
  const old = restOf(before);
  const now = restOf(after);
  if (old !== undefined && now !== undefined) {
    compareSchemas({
      before: old,
      after: now,
      scope: scope.at(".*", "additionalProperties"),
      onDocumentation,
    });
  } else if (now !== undefined && typeOf(before) === typeOf(after)) {
    scope.safe("other fields are kept");
  } else if (old !== undefined && now === undefined) {
    scope.breaking("diff/unknown-fields-dropped", "other fields are no longer kept");
  }
}

/** The schema of what no property describes: values of a map, or whatever is kept unknown; undefined where it is dropped. */
function restOf(schema: Schema): Schema | undefined {
  const { additionalProperties: values } = schema;
  if (typeof values === "object") return values;
  if (values === true) return {};
  return schema[keepsUnknown] === true ? { [keepsUnknown]: true } : undefined;
}

/** A name in a path: quoted where it is not an identifier. */
function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$-]*$/.test(name) ? name : JSON.stringify(name);
}
