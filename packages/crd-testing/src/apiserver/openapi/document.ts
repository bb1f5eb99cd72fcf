import type { ServedVersion } from "../discovery/group-versions.js";
import type { JsonObject } from "../object.js";
import type { ApiResource } from "../resources/resource.js";
import { addDefinition, schemaIdOf } from "./definition-schemas.js";
import { listMetaId, scaleTypes, sharedTypes } from "./meta-schemas.js";
import { pathsOf } from "./paths.js";
import { addStruct, refTo, type Schemas } from "./struct-schemas.js";

/** The OpenAPI v3 document of a group and version. */
export function openApiDocument({ resources }: ServedVersion): JsonObject {
  const schemas: Schemas = new Map();
  const paths: Record<string, JsonObject> = {};
  for (const type of sharedTypes) addStruct(type, schemas);
  for (const resource of resources) {
    const ids = addKind(resource, schemas);
    if (resource.scale !== undefined) for (const type of scaleTypes) addStruct(type, schemas);
    Object.assign(paths, pathsOf(resource, ids));
  }
  const isBuiltIn = resources.every((resource) => resource.builtIn === true);
  return {
    openapi: "3.0.0",
    info: isBuiltIn
      ? { title: "Kubernetes", version: "1.37" }
      : { title: "Kubernetes CRD Swagger", version: "v0.1.0" },
    paths: sorted(Object.entries(paths)),
    components: { schemas: sorted([...schemas]) },
  };
}

function addKind(
  resource: ApiResource,
  schemas: Schemas,
): { readonly kind: string; readonly list: string } {
  const source = resource.openAPI;
  if (source !== undefined && "type" in source) {
    const { id } = source.type;
    const { group, version, kind, listKind } = resource;
    const list = `${id}List`;
    addStruct(source.type, schemas);
    const schema = schemas.get(id);
    if (schema !== undefined) {
      schema["x-kubernetes-group-version-kind"] = [{ group, version, kind }];
    }
    schemas.set(list, {
      description: `${listKind} is a list of ${kind} objects.`,
      type: "object",
      required: ["items"],
      properties: {
        apiVersion: { type: "string" },
        items: { type: "array", items: { default: {}, allOf: [refTo(id)] } },
        kind: { type: "string" },
        metadata: { default: {}, allOf: [refTo(listMetaId)] },
      },
      "x-kubernetes-group-version-kind": [{ group, version, kind: listKind }],
    });
    return { kind: id, list };
  }
  const { props, selectableFields } = source ?? { props: undefined, selectableFields: [] };
  addDefinition({ resource, props, selectableFields, schemas });
  return { kind: schemaIdOf(resource), list: schemaIdOf(resource, resource.listKind) };
}

function sorted(entries: readonly (readonly [string, JsonObject])[]): JsonObject {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
