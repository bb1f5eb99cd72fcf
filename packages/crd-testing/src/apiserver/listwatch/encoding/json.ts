import { stringifyJSON } from "crd-runtime";
import type { ApiResource } from "../../resources/resource.js";
import { decodeStored } from "../../verbs/live-object.js";
import { bookmarkObject } from "./bookmark-object.js";
import type { Encoded, ListEncoding, WatchEncoding } from "./encoding.js";
import { utf8 } from "./text.js";

/** Objects as they are, in a list of their kind. */
export function jsonListEncoding(resource: ApiResource): ListEncoding {
  const { group, version, listKind, conversion } = resource;
  const builtIn = resource.builtIn === true;
  const apiVersion = group === "" ? version : `${group}/${version}`;
  const type = JSON.stringify({ kind: listKind, apiVersion }).slice(1, -1);
  return {
    elements(entries) {
      const values = conversion.fromStorage(entries);
      return builtIn ? withoutTypes(resource, values) : values;
    },
    frame({ metadata }) {
      // Lists of custom resources have an empty token on the last page.
      const shown = builtIn ? metadata : { continue: "", ...metadata };
      return { head: `{${type},"metadata":${JSON.stringify(shown)},"items":[`, tail: "]}\n" };
    },
  };
}

/** Objects as they are. */
export function jsonWatchEncoding(resource: ApiResource): WatchEncoding {
  const encoding: WatchEncoding = {
    key: "",
    objects: (entries) => resource.conversion.fromStorage(entries),
    bookmark: (bookmark) => JSON.stringify(bookmarkObject(resource, bookmark)),
    get next() {
      return encoding;
    },
  };
  return encoding;
}

/** Items of lists of built-in kinds do not repeat kind and apiVersion. */
function withoutTypes(resource: ApiResource, values: Encoded): Encoded {
  if (values instanceof Promise) return values.then((all) => withoutType(resource, all));
  return withoutType(resource, values);
}

function withoutType(resource: ApiResource, values: readonly Uint8Array[]): readonly Uint8Array[] {
  const { group, version, kind } = resource;
  const apiVersion = group === "" ? version : `${group}/${version}`;
  const prefixes = [
    { apiVersion, kind },
    { kind, apiVersion },
  ].map((type) => utf8(`${JSON.stringify(type).slice(0, -1)},`));
  return values.map((value) => {
    const prefix = prefixes.find((bytes) => startsWith(value, bytes));
    if (prefix === undefined) return reparsed(value);
    const rest = value.slice(prefix.length - 1);
    rest[0] = 0x7b;
    return rest;
  });
}

function startsWith(value: Uint8Array, prefix: Uint8Array): boolean {
  return value.length > prefix.length && prefix.every((byte, index) => value[index] === byte);
}

/** The slow way, for objects that begin with something else. */
function reparsed(value: Uint8Array): Uint8Array {
  const { kind: _, apiVersion: __, ...rest } = decodeStored(value);
  return utf8(stringifyJSON(rest));
}
