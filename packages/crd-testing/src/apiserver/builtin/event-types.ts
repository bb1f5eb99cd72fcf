import type { ApiObject, JsonObject, Metadata } from "../object.js";

/** An Event of core/v1 as it is stored. */
export interface Event extends ApiObject {
  involvedObject: Partial<Record<(typeof referenceMembers)[number], string>>;
  reason?: string;
  message?: string;
  source: { component?: string; host?: string };
  firstTimestamp: string | null;
  lastTimestamp: string | null;
  count?: number;
  type?: string;
  eventTime: string | null;
  series?: { count?: number; lastObservedTime?: string | null };
  action?: string;
  related?: JsonObject;
  reportingComponent: string;
  reportingInstance: string;
}

/** Members of an ObjectReference. */
export const referenceMembers = [
  "kind",
  "namespace",
  "name",
  "uid",
  "apiVersion",
  "resourceVersion",
  "fieldPath",
] as const;

/** Names in core/v1 of what events.k8s.io/v1 names otherwise. */
const renamed: ReadonlyMap<string, string> = new Map([
  ["regarding", "involvedObject"],
  ["note", "message"],
  ["reportingController", "reportingComponent"],
  ["deprecatedSource", "source"],
  ["deprecatedFirstTimestamp", "firstTimestamp"],
  ["deprecatedLastTimestamp", "lastTimestamp"],
  ["deprecatedCount", "count"],
]);
const renamedBack: ReadonlyMap<string, string> = new Map(
  [...renamed].map(([name, core]) => [core, name]),
);

/** An Event of events.k8s.io/v1 as one of core/v1; not a copy in depth. */
export function toCoreEvent(object: ApiObject): Event {
  const renamedMembers = rename(object, renamed);
  return {
    involvedObject: {},
    source: {},
    firstTimestamp: null,
    lastTimestamp: null,
    eventTime: null,
    reportingComponent: "",
    reportingInstance: "",
    ...renamedMembers,
    apiVersion: "v1",
    kind: object.kind,
    metadata: object.metadata,
  };
}

/** An Event of core/v1 as one of events.k8s.io/v1; not a copy in depth. */
export function fromCoreEvent(object: ApiObject): ApiObject {
  return {
    ...rename(object, renamedBack),
    apiVersion: "events.k8s.io/v1",
    kind: object.kind,
    metadata: object.metadata satisfies Metadata,
  };
}

function rename(object: JsonObject, names: ReadonlyMap<string, string>): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [names.get(name) ?? name, value]),
  );
}
