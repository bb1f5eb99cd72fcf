import type { Clock } from "crd-runtime";
import type { ApiObject } from "../object.js";
import type { TableColumn } from "../resources/resource.js";
import { ago, column, nameColumn } from "./columns.js";
import type { Event } from "./event-types.js";

/** Columns of events; printEvent of printers/internalversion. */
export function eventColumns(input: {
  readonly clock: Clock;
  /** The object as one of core/v1. */
  read(object: ApiObject): Event;
}): readonly TableColumn[] {
  const { clock, read } = input;
  return [
    column({
      name: "Last Seen",
      description: "The time at which the most recent occurrence of this event was recorded.",
      cell: (object) => lastSeen(read(object), clock),
    }),
    column({
      name: "Type",
      description: "Type of this event (Normal, Warning), new types could be added in the future",
      cell: (object) => read(object).type ?? "",
    }),
    column({
      name: "Reason",
      description:
        "This should be a short, machine understandable string that gives the reason for the transition into the object's current status.",
      cell: (object) => read(object).reason ?? "",
    }),
    column({
      name: "Object",
      description: "The object that this event is about.",
      cell: (object) => subject(read(object)),
    }),
    column({
      name: "Subobject",
      description:
        "If referring to a piece of an object instead of an entire object, this string should contain a valid JSON/Go field " +
        "access statement, such as desiredState.manifest.containers[2]. For example, if the object reference is to a container " +
        'within a pod, this would take on a value like: "spec.containers{name}" (where "name" refers to the name of the ' +
        'container that triggered the event) or if no container name is specified "spec.containers[2]" (container with index 2 ' +
        "in this pod). This syntax is chosen only to have some well-defined way of referencing a part of an object.",
      wide: true,
      cell: (object) => read(object).involvedObject.fieldPath ?? "",
    }),
    column({
      name: "Source",
      description:
        "The component reporting this event. Should be a short machine understandable string.",
      wide: true,
      cell: (object) => source(read(object)),
    }),
    column({
      name: "Message",
      description: "A human-readable description of the status of this operation.",
      cell: (object) => (read(object).message ?? "").trim(),
    }),
    column({
      name: "First Seen",
      description:
        "The time at which the event was first recorded. (Time of server receipt is in TypeMeta.)",
      wide: true,
      cell: (object) => firstSeen(read(object), clock),
    }),
    column({
      name: "Count",
      description: "The number of times this event has occurred.",
      wide: true,
      cell: (object) => {
        const { series, count = 0 } = read(object);
        // Events of the new API that happened once have no count.
        return series === undefined ? count || 1 : (series.count ?? 0);
      },
    }),
    { ...nameColumn, priority: 1 },
  ];
}

function firstSeen(event: Event, clock: Clock): unknown {
  return ago(event.firstTimestamp ?? event.eventTime, clock);
}

function lastSeen(event: Event, clock: Clock): unknown {
  if (event.series !== undefined) return ago(event.series.lastObservedTime, clock);
  return event.lastTimestamp === null ? firstSeen(event, clock) : ago(event.lastTimestamp, clock);
}

function subject({ involvedObject }: Event): string {
  const kind = (involvedObject.kind ?? "").toLowerCase();
  return involvedObject.name ? `${kind}/${involvedObject.name}` : kind;
}

function source({ source, reportingComponent, reportingInstance }: Event): string {
  const component = source.component ?? "";
  const host = source.host ?? "";
  const parts =
    component === "" && host === "" ? [reportingComponent, reportingInstance] : [component, host];
  return parts.filter((part) => part !== "").join(", ");
}
