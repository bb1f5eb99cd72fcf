import { stringifyJSON } from "crd-runtime";
import type { ApiObject } from "../../object.js";
import type { Transform } from "../../request/negotiation/representation.js";
import type { ApiResource } from "../../resources/resource.js";
import { type Headers, type IncludeObject, tableOf, tableOfObject } from "../../table/index.js";
import { bookmarkObject } from "./bookmark-object.js";
import { decoded } from "./decoded.js";
import type { ListEncoding, WatchEncoding } from "./encoding.js";
import { utf8 } from "./text.js";

interface Target {
  readonly resource: ApiResource;
  readonly version: Transform["version"];
  readonly includeObject: IncludeObject;
}

const noRows = '"rows":[]}';

/** A Table with a row for each object. */
export function tableListEncoding(target: Target): ListEncoding {
  return {
    elements: (entries) => decoded({ ...target, entries, encode: rowEncoder(target) }),
    frame({ metadata }) {
      const empty = tableOf({ ...target, objects: [], metadata, headers: "shown" });
      const text = stringifyJSON(empty);
      if (!text.endsWith(noRows)) throw new Error("rows are not the last member of a table");
      return { head: text.slice(0, -2), tail: "]}\n" };
    },
  };
}

/** A Table of one row in each event; the first of them names the columns. */
export function tableWatchEncoding(target: Target): WatchEncoding {
  const later: WatchEncoding = {
    ...tableEvents({ ...target, headers: "omitted" }),
    get next() {
      return later;
    },
  };
  return { ...tableEvents({ ...target, headers: "shown" }), next: later };
}

function tableEvents(input: Target & { readonly headers: Headers }): Omit<WatchEncoding, "next"> {
  const { resource, version, includeObject, headers } = input;
  const table = (object: ApiObject): string => stringifyJSON(tableOfObject({ ...input, object }));
  return {
    key: `Table/${version}/${includeObject}/${headers}`,
    objects: (entries) => decoded({ resource, entries, encode: (object) => utf8(table(object)) }),
    bookmark: (bookmark) => table(bookmarkObject(resource, bookmark)),
  };
}

function rowEncoder(target: Target): (object: ApiObject) => Uint8Array {
  return (object) => {
    const { rows } = tableOf({ ...target, objects: [object], metadata: {}, headers: "omitted" });
    const text = stringifyJSON(rows);
    return utf8(text.slice(1, -1));
  };
}
