import type { ApiObject, JsonObject } from "../object.js";
import type { ApiResource, ScalePaths } from "../resources/resource.js";
import { internalError } from "../status/index.js";
import { define, isRecord, type JsonRecord, own } from "./patches/pointer.js";

/** apiVersion of the Scale that custom resources show. */
export const scaleApiVersion = "autoscaling/v1";

/** A Scale of autoscaling/v1. */
export interface Scale extends ApiObject {
  /** No replicas are 0 of them. */
  spec: { replicas?: number };
  status: { replicas: number; selector?: string };
}

/** The Scale that an object shows. @throws StatusError 500 when it has no replicas and nothing is to stand for them */
export function scaleOf(input: {
  readonly resource: ApiResource;
  readonly object: ApiObject;
  /** What stands for replicas that the object does not name. */
  readonly missing?: number;
}): Scale {
  const { resource, object, missing } = input;
  const paths = scalePathsOf(resource);
  const replicas = valueAt(object, paths.specReplicasPath) ?? missing;
  if (typeof replicas !== "number") {
    throw internalError(
      `the spec replicas field ${JSON.stringify(paths.specReplicasPath)} does not exist`,
    );
  }
  const observed = valueAt(object, paths.statusReplicasPath);
  const selector =
    paths.labelSelectorPath === undefined ? undefined : valueAt(object, paths.labelSelectorPath);
  const { name, namespace, uid, resourceVersion, creationTimestamp } = object.metadata;
  return {
    kind: "Scale",
    apiVersion: scaleApiVersion,
    metadata: {
      ...(name === undefined ? {} : { name }),
      ...(namespace === undefined ? {} : { namespace }),
      ...(uid === undefined ? {} : { uid }),
      ...(resourceVersion === undefined ? {} : { resourceVersion }),
      ...(creationTimestamp === undefined ? {} : { creationTimestamp }),
    },
    spec: replicas === 0 ? {} : { replicas },
    status: {
      replicas: typeof observed === "number" ? observed : 0,
      ...(typeof selector === "string" && selector !== "" ? { selector } : {}),
    },
  };
}

/** Sets the replicas that an object asks for; it is changed. */
export function setReplicas(input: {
  readonly object: ApiObject;
  readonly paths: ScalePaths;
  readonly replicas: number;
}): void {
  const names = namesOf(input.paths.specReplicasPath);
  const last = names.pop();
  let record: JsonRecord = input.object;
  for (const name of names) {
    const next = own(record, name);
    const inner = isRecord(next) ? next : {};
    if (inner !== next) define({ record, key: name, value: inner });
    record = inner;
  }
  if (last !== undefined) define({ record, key: last, value: input.replicas });
}

/** Whether a set of fields in the form of managedFields has the field at a path. */
export function hasField(fieldsV1: JsonObject, path: string): boolean {
  let value: unknown = fieldsV1;
  for (const name of namesOf(path)) value = isRecord(value) ? own(value, `f:${name}`) : undefined;
  return value !== undefined;
}

/** The paths of the scale subresource. @throws StatusError 500 when there is none */
export function scalePathsOf(resource: ApiResource): ScalePaths {
  if (resource.scale === undefined) throw internalError("the resource has no scale subresource");
  return resource.scale;
}

function valueAt(object: JsonObject, path: string): unknown {
  let value: unknown = object;
  for (const name of namesOf(path)) value = isRecord(value) ? own(value, name) : undefined;
  return value;
}

function namesOf(path: string): string[] {
  return path.replace(/^\./, "").split(".");
}
