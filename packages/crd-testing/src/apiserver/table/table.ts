import type { ApiObject, JsonObject } from "../object.js";
import type { Transform } from "../request/negotiation/representation.js";
import type { ApiResource } from "../resources/resource.js";
import type { ListMetadata } from "./list-metadata.js";
import { partialObjectMetadata } from "./partial-metadata.js";
import type { IncludeObject } from "./table-options.js";

/** Which columns a table has is told in its first event of a watch, and in each answer. */
export type Headers = "omitted" | "shown";

/** Objects as the table that kubectl prints; Table of meta.k8s.io. */
export function tableOf(input: {
  readonly resource: ApiResource;
  readonly objects: readonly ApiObject[];
  readonly metadata: ListMetadata;
  readonly version: Transform["version"];
  readonly includeObject: IncludeObject;
  readonly headers: Headers;
}): JsonObject {
  const { resource, objects, metadata, version, includeObject, headers } = input;
  const { columns } = resource;
  return {
    kind: "Table",
    apiVersion: `meta.k8s.io/${version}`,
    metadata,
    columnDefinitions:
      headers === "omitted"
        ? null
        : columns.map(({ name, type, format, description, priority }) => ({
            name,
            type,
            format,
            description,
            priority,
          })),
    rows: objects.map((object) => ({
      cells: columns.map((column) => column.cell(object)),
      object: rowObject({ object, version, includeObject }),
    })),
  };
}

/** The table of one object, with its resourceVersion. */
export function tableOfObject(input: {
  readonly resource: ApiResource;
  readonly object: ApiObject;
  readonly version: Transform["version"];
  readonly includeObject: IncludeObject;
  readonly headers: Headers;
}): JsonObject {
  const { resourceVersion } = input.object.metadata;
  const metadata = resourceVersion === undefined ? {} : { resourceVersion };
  return tableOf({ ...input, objects: [input.object], metadata });
}

function rowObject(input: {
  readonly object: ApiObject;
  readonly version: Transform["version"];
  readonly includeObject: IncludeObject;
}): JsonObject | null {
  const { object, version, includeObject } = input;
  if (includeObject === "None") return null;
  return includeObject === "Object" ? object : partialObjectMetadata(object, version);
}
