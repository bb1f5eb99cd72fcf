import { formatGroupVersion, type GroupVersionKind } from "../../meta/index.js";

/**
 * Why an object from a server must not get into a cache; undefined when it may. The types promise more than a proxy, an
 * aggregated server or a fake may keep.
 */
export function objectProblem(input: {
  readonly object: unknown;
  /** What is watched, where that is known. */
  readonly expected: GroupVersionKind | undefined;
}): string | undefined {
  const { object, expected } = input;
  if (!isRecord(object)) return "no object";
  const { kind, apiVersion, metadata } = object;
  if (kind === "Table" && typeof apiVersion === "string" && apiVersion.startsWith("meta.k8s.io/")) {
    return "a Table, which is for display only";
  }
  if (!isRecord(metadata)) return "an object without metadata";
  if (typeof metadata["name"] !== "string" || metadata["name"] === "") {
    return "an object without a name";
  }
  if (expected === undefined || kind === undefined || apiVersion === undefined) return undefined;
  if (kind === expected.kind && apiVersion === formatGroupVersion(expected)) return undefined;
  return `${String(kind)} of ${String(apiVersion)} instead of ${expected.kind} of ${formatGroupVersion(expected)}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
