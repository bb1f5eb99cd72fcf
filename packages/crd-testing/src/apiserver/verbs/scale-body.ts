import { coerceMetadata } from "crd-runtime/schema";
import type { ApiObject, JsonObject } from "../object.js";
import { isRecord, own } from "./patches/pointer.js";
import { scaleApiVersion } from "./scale-object.js";

/** What a client wants of a Scale. */
export interface ScaleRequest {
  readonly object: ApiObject;
  readonly replicas: number;
  /** Paths of members that a Scale does not have. */
  readonly unknown: readonly string[];
}

const members: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["spec", new Set(["replicas"])],
  ["status", new Set(["replicas", "selector"])],
]);
const roots: ReadonlySet<string> = new Set(["apiVersion", "kind", "metadata", "spec", "status"]);
const maxInt32 = 2 ** 31 - 1;

/** Reads a Scale; undefined when it is none. `apiVersion` and `kind` may be absent. */
export function scaleRequestOf(value: unknown): ScaleRequest | undefined {
  if (!isRecord(value)) return undefined;
  const object: JsonObject = value;
  const apiVersion = own(object, "apiVersion") ?? scaleApiVersion;
  const kind = own(object, "kind") ?? "Scale";
  if (apiVersion !== scaleApiVersion || kind !== "Scale") return undefined;
  Object.assign(object, { apiVersion, kind, metadata: own(object, "metadata") ?? {} });
  const { error, unknown } = coerceMetadata({ object, schema: undefined });
  const spec = own(object, "spec") ?? {};
  if (error !== undefined || !isRecord(spec) || !isScaleObject(object)) return undefined;
  const replicas = own(spec, "replicas") ?? 0;
  if (typeof replicas !== "number" || !Number.isInteger(replicas)) return undefined;
  if (replicas > maxInt32 || replicas < -maxInt32 - 1) return undefined;
  return { object, replicas, unknown: [...unknown, ...unknownOf(object)] };
}

function unknownOf(object: JsonObject): readonly string[] {
  const found = Object.keys(object).filter((name) => !roots.has(name));
  for (const [root, known] of members) {
    const part = own(object, root);
    if (!isRecord(part)) continue;
    found.push(
      ...Object.keys(part)
        .filter((name) => !known.has(name))
        .map((name) => `${root}.${name}`),
    );
  }
  return found;
}

function isScaleObject(object: JsonObject): object is ApiObject {
  return isRecord(object["metadata"]);
}
