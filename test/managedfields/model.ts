import type { Clock } from "crd-runtime";
import { parseableType } from "crd-runtime/managedfields";
import { structuralOf } from "crd-runtime/schema";
import {
  FieldManager,
  ignoreManagedFieldsTimestamps,
  resetFieldsWithStatus,
} from "../../packages/crd-testing/src/apiserver/managedfields/index.js";
import type { ApiObject, JsonObject } from "../../packages/crd-testing/src/apiserver/object.js";
import { schema } from "../../packages/crd-testing/test/managedfields/definition.js";
import type { Draft } from "../../packages/crd-testing/test/managedfields/random-sample.js";

/** A write of a sample. */
export type Operation =
  | ({ readonly verb: "apply"; readonly body: JsonObject; readonly force: boolean } & Target)
  | ({ readonly verb: "create" | "merge-patch" | "update"; readonly body: JsonObject } & Target);

interface Target {
  readonly manager: string;
  readonly subresource: "" | "status";
}

/** What the API server does around a FieldManager, as far as samples need it. */
export class Model {
  readonly #manager: FieldManager;

  constructor(input: { readonly apiVersion: string; readonly clock: Clock }) {
    const { apiVersion, clock } = input;
    this.#manager = new FieldManager({
      type: parseableType(structuralOf(schema)),
      apiVersion,
      kind: "Sample",
      clock,
      resetFields: resetFieldsWithStatus({ apiVersion, apiVersions: [apiVersion] }),
    });
  }

  /** The object after the operation. @throws StatusError */
  write(operation: Operation, live: ApiObject | undefined): ApiObject {
    const { manager, subresource } = operation;
    const written =
      operation.verb === "apply"
        ? defaulted(
            this.#manager.apply({
              ...operation,
              patch: operation.body,
              live,
              manager,
              subresource,
            }),
          )
        : this.#manager.update({ live, object: bodyOf(operation, live), manager, subresource });
    const object = prepared({ object: written, live, subresource });
    const timed =
      live === undefined ? object : ignoreManagedFieldsTimestamps({ object, old: live });
    return decoded(timed);
  }
}

function bodyOf(operation: Operation, live: ApiObject | undefined): ApiObject {
  const body = operation.verb === "merge-patch" ? mergePatch(live, operation.body) : operation.body;
  return defaulted(decoded(body as ApiObject));
}

function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === "object" && Object.keys(value).length === 0);
}

/** Only status in writes of status, all but status in others. */
function prepared(input: {
  readonly object: ApiObject;
  readonly live: ApiObject | undefined;
  readonly subresource: string;
}): ApiObject {
  const { object, live, subresource } = input;
  const { status, ...rest } = object;
  if (subresource === "") {
    const kept = { ...rest, metadata: rest.metadata } as ApiObject;
    return live !== undefined && "status" in live ? { ...kept, status: live["status"] } : kept;
  }
  const { status: _status, ...others } = live ?? object;
  const metadata = { ...others.metadata };
  delete metadata.managedFields;
  const { managedFields } = object.metadata;
  return {
    ...others,
    metadata: { ...metadata, ...(managedFields === undefined ? {} : { managedFields }) },
    ...("status" in object ? { status } : {}),
  } as ApiObject;
}

/** With the defaults of the schema: `spec.mode`, `protocol` of ports. */
function defaulted(object: ApiObject): ApiObject {
  const spec = object["spec"] as Draft | undefined;
  if (spec === undefined) return object;
  const ports = spec["ports"] as readonly Draft[] | undefined;
  return {
    ...object,
    spec: {
      ...spec,
      mode: spec["mode"] ?? "auto",
      ...(ports === undefined
        ? {}
        : { ports: ports.map((port) => ({ ...port, protocol: port["protocol"] ?? "TCP" })) }),
    },
  };
}

/**
 * As the server decodes it: metadata without what is empty; no null but in `spec.note`; without `spec.open.inner.y`, which
 * the schema does not have.
 */
function decoded(object: ApiObject): ApiObject {
  const metadata = decodedMetadata(object.metadata);
  const spec = object["spec"] as Draft | undefined;
  if (spec === undefined) return { ...object, metadata };
  const members = Object.entries(spec).filter(([name, value]) => value !== null || name === "note");
  const left = Object.fromEntries(members) as {
    readonly open?: Draft;
    readonly embedded?: Draft;
  };
  const inner = left.open?.["inner"] as Draft | undefined;
  const embedded = left.embedded?.["metadata"] as Draft | undefined;
  return {
    ...object,
    metadata,
    spec: {
      ...left,
      ...(inner === undefined ? {} : { open: { ...left.open, inner: known(inner) } }),
      ...(embedded === undefined
        ? {}
        : { embedded: { ...left.embedded, metadata: decodedMetadata(embedded) } }),
    },
  };
}

function decodedMetadata(metadata: object): ApiObject["metadata"] {
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => !isEmpty(value)));
}

function known({ x }: Draft): Draft {
  return x === undefined ? {} : { x };
}

function mergePatch(target: unknown, patch: unknown): JsonObject {
  const result: JsonObject = isMap(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch as JsonObject)) {
    if (value === null) delete result[name];
    else result[name] = isMap(value) ? mergePatch(result[name], value) : value;
  }
  return result;
}

function isMap(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
