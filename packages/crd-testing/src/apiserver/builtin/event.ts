import type { Clock } from "crd-runtime";
import { dnsSubdomainErrors } from "crd-runtime/schema";
import type { ApiObject, JsonObject } from "../object.js";
import type { ApiResource } from "../resources/resource.js";
import { builtInResource } from "./built-in-resource.js";
import { eventColumns } from "./event-columns.js";
import { EventsConversion } from "./event-conversion.js";
import { type Event, referenceMembers, toCoreEvent } from "./event-types.js";
import { changeErrors, legacyErrors, newEventErrors } from "./event-validation.js";
import { event } from "./types/core.js";
import { eventsEvent } from "./types/events.js";

const fields = {
  supported: [
    ...referenceMembers.map((name) => `involvedObject.${name}`),
    "reason",
    "reportingComponent",
    "source",
    "type",
  ],
};

const shared = {
  resource: "events",
  kind: "Event",
  scope: "Namespaced",
  shortNames: ["ev"],
} as const;

/** Go has these times always: who takes one away manages that it is null. */
function writeTimes(object: JsonObject, names: readonly string[]): void {
  for (const name of names) object[name] ??= null;
}

/** Events in core/v1. */
export function coreEvents(clock: Clock): ApiResource {
  // Decoded as an Event by the strategy.
  const read = (object: ApiObject): Event => object as Event;
  return builtInResource({
    ...shared,
    group: "",
    columns: eventColumns({ clock, read }),
    rules: {
      type: event,
      // Events were never checked for their names.
      validateName: () => [],
      allowCreateOnUpdate: true,
      anyFinalizers: true,
      default: (object) => writeTimes(object, ["eventTime", "firstTimestamp", "lastTimestamp"]),
      validate: (object) => legacyErrors(read(object), "reportingComponent"),
    },
    fields: { ...fields, of: (object) => fieldsOf(read(object)) },
  });
}

/** Events in events.k8s.io/v1: the same objects, with other names of members and stricter checks. */
export function newEvents(clock: Clock): ApiResource {
  return builtInResource({
    ...shared,
    group: "events.k8s.io",
    storageKey: "events",
    // The server has one type for both groups, and knows it by the first one.
    groupOfErrors: "",
    columns: eventColumns({ clock, read: toCoreEvent }),
    rules: {
      type: eventsEvent,
      validateName: dnsSubdomainErrors,
      allowCreateOnUpdate: true,
      anyFinalizers: true,
      default: (object) =>
        writeTimes(object, ["eventTime", "deprecatedFirstTimestamp", "deprecatedLastTimestamp"]),
      validate: (object) => legacyErrors(toCoreEvent(object), "reportingController"),
      validateCreate: (object) => newEventErrors(toCoreEvent(object)),
      validateUpdate: ({ object, old }) => changeErrors(toCoreEvent(object), toCoreEvent(old)),
    },
    fields: { ...fields, of: (object) => fieldsOf(toCoreEvent(object)) },
    conversion: new EventsConversion(),
  });
}

function fieldsOf(read: Event): Readonly<Record<string, string>> {
  const values: Record<string, string> = {
    reason: read.reason ?? "",
    reportingComponent: read.reportingComponent,
    source: read.source.component || read.reportingComponent,
    type: read.type ?? "",
  };
  for (const name of referenceMembers) {
    values[`involvedObject.${name}`] = read.involvedObject[name] ?? "";
  }
  return values;
}
