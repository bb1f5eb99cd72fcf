import type { JSONSchemaProps } from "crd-runtime/apiextensions/v1";
import type { JsonObject } from "../object.js";
import type { ApiResource } from "../resources/resource.js";
import { listMetaId, objectMetaId } from "./meta-schemas.js";
import { refTo, type Schemas } from "./struct-schemas.js";

// Texts are the server's, which clients show.
const conventions =
  "https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md";
const apiVersionText =
  "APIVersion defines the versioned schema of this representation of an object. Servers should convert recognized schemas to " +
  `the latest internal value, and may reject unrecognized values. More info: ${conventions}#resources`;
const kindText =
  "Kind is a string value representing the REST resource this object represents. Servers may infer this from the endpoint the " +
  `client submits requests to. Cannot be updated. In CamelCase. More info: ${conventions}#types-kinds`;
const metadataText = `Standard object's metadata. More info: ${conventions}#metadata`;

/** `com.example.v1.Database`. */
export function schemaIdOf(resource: ApiResource, kind = resource.kind): string {
  return `${resource.group.split(".").reverse().join(".")}.${resource.version}.${kind}`;
}

/**
 * Adds the schemas of a custom resource and of its list, as kube-apiserver publishes them. Follows builder.BuildOpenAPIV3 of
 * apiextensions-apiserver.
 */
export function addDefinition(input: {
  readonly resource: ApiResource;
  readonly props: JSONSchemaProps | undefined;
  readonly selectableFields: readonly string[];
  readonly schemas: Schemas;
}): void {
  const { resource, props, selectableFields, schemas } = input;
  const { group, version, kind, listKind } = resource;
  const selectable =
    selectableFields.length === 0
      ? {}
      : { "x-kubernetes-selectable-fields": selectableFields.map((fieldPath) => ({ fieldPath })) };
  const own: JsonObject = props === undefined ? { type: "object" } : schemaOf(props);
  schemas.set(schemaIdOf(resource), {
    ...own,
    properties: { ...membersOf(own), ...typeMembers(), metadata: metadataSchema(objectMetaId) },
    "x-kubernetes-group-version-kind": [{ group, version, kind }],
    ...selectable,
  });
  schemas.set(schemaIdOf(resource, listKind), {
    description: `${listKind} is a list of ${kind}`,
    type: "object",
    required: ["items"],
    properties: {
      ...typeMembers(),
      items: {
        description: `List of ${resource.resource}. More info: ${conventions}`,
        type: "array",
        items: refTo(schemaIdOf(resource)),
      },
      metadata: {
        description: `Standard list metadata. More info: ${conventions}#types-kinds`,
        allOf: [refTo(listMetaId)],
      },
    },
    "x-kubernetes-group-version-kind": [{ group, version, kind: listKind }],
    ...selectable,
  });
}

function membersOf(schema: JsonObject): JsonObject {
  const properties = schema["properties"];
  return typeof properties === "object" && properties !== null ? { ...properties } : {};
}

function typeMembers(): JsonObject {
  return {
    apiVersion: { description: apiVersionText, type: "string" },
    kind: { description: kindText, type: "string" },
  };
}

function metadataSchema(id: string): JsonObject {
  return { description: metadataText, allOf: [refTo(id)] };
}

/** A schema with what the server adds: the types of int-or-string, and the members of embedded resources. */
function schemaOf(props: JSONSchemaProps): JsonObject {
  const schema: JsonObject = { ...props };
  if (props.items !== undefined && !Array.isArray(props.items)) {
    schema["items"] = schemaOf(props.items);
  }
  if (typeof props.additionalProperties === "object") {
    schema["additionalProperties"] = schemaOf(props.additionalProperties);
  }
  if (props.properties !== undefined) {
    schema["properties"] = Object.fromEntries(
      Object.entries(props.properties).map(([name, property]) => [name, schemaOf(property)]),
    );
  }
  if (props["x-kubernetes-int-or-string"] === true && props.anyOf === undefined) {
    schema["anyOf"] = [{ type: "integer" }, { type: "string" }];
  }
  return props["x-kubernetes-embedded-resource"] === true ? embedded(schema) : schema;
}

function embedded(schema: JsonObject): JsonObject {
  const required = Array.isArray(schema["required"]) ? schema["required"] : [];
  return {
    ...schema,
    required: [...new Set([...required, "kind", "apiVersion"])],
    properties: {
      ...membersOf(schema),
      apiVersion: {
        description: `apiVersion defines the versioned schema of this representation of an object. More info: ${conventions}#resources`,
        type: "string",
      },
      kind: {
        description: `kind is a string value representing the type of this object. In CamelCase. More info: ${conventions}#types-kinds`,
        type: "string",
      },
      metadata: metadataSchema(objectMetaId),
    },
  };
}
