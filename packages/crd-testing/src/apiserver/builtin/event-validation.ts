import { qualifiedNameErrors } from "crd-runtime";
import { type FieldError, invalid, required } from "crd-runtime/schema";
import { equalJson } from "../json.js";
import type { Event } from "./event-types.js";

// Follows core/validation/events.go. Members have core/v1's names here, as in the server.

const limit = 128;
const noteLimit = 1_024;

/** What is wrong with an event in either API. */
export function legacyErrors(
  event: Event,
  reportingField: "reportingComponent" | "reportingController",
): readonly FieldError[] {
  const namespace = event.metadata.namespace ?? "";
  const about = event.involvedObject.namespace ?? "";
  const mismatch = invalid({
    field: "involvedObject.namespace",
    value: about,
    detail: "does not match event.namespace",
  });
  if (event.eventTime === null) {
    const fits = about === "" ? namespace === "" || namespace === "default" : about === namespace;
    return fits ? [] : [mismatch];
  }
  const errors: FieldError[] = [];
  if (about === "" && namespace !== "default" && namespace !== "kube-system") errors.push(mismatch);
  const reporting = event.reportingComponent;
  if (reporting === "") errors.push(required(reportingField));
  for (const detail of qualifiedNameErrors(reporting)) {
    errors.push(invalid({ field: reportingField, value: reporting, detail }));
  }
  return [
    ...errors,
    ...textErrors("reportingInstance", event.reportingInstance),
    ...textErrors("action", event.action ?? ""),
    ...textErrors("reason", event.reason ?? ""),
    ...lengthErrors({ field: "message", text: event.message ?? "", maximum: noteLimit }),
  ];
}

/** What is wrong with a new event of events.k8s.io/v1. */
export function newEventErrors(event: Event): readonly FieldError[] {
  const errors: FieldError[] = [...seriesErrors(event)];
  if (event.eventTime === null) errors.push(required("eventTime"));
  const type = event.type ?? "";
  if (type !== "Normal" && type !== "Warning") {
    errors.push(invalid({ field: "type", value: "", detail: `has invalid value: ${type}` }));
  }
  const unset: readonly (readonly [field: string, isSet: boolean])[] = [
    ["firstTimestamp", event.firstTimestamp !== null],
    ["lastTimestamp", event.lastTimestamp !== null],
    ["count", (event.count ?? 0) !== 0],
    ["source", (event.source.component ?? "") !== "" || (event.source.host ?? "") !== ""],
  ];
  for (const [field, isSet] of unset) {
    if (isSet) errors.push(invalid({ field, value: "", detail: "needs to be unset" }));
  }
  return errors;
}

const immutable = [
  "involvedObject",
  "reason",
  "message",
  "source",
  "firstTimestamp",
  "lastTimestamp",
  "count",
  "reason",
  "type",
  "eventTime",
  "action",
  "related",
] as const;

/** What is wrong with a change in events.k8s.io/v1: only the series may change. */
export function changeErrors(event: Event, old: Event): readonly FieldError[] {
  const errors: FieldError[] = equalJson(event.series, old.series) ? [] : [...seriesErrors(event)];
  const members: readonly (readonly [field: string, value: unknown, before: unknown])[] = [
    ...immutable.map((name) => [name, event[name], old[name]] as const),
    ["reportingController", event.reportingComponent, old.reportingComponent],
    ["reportingInstance", event.reportingInstance, old.reportingInstance],
  ];
  for (const [field, value, before] of members) {
    if (!equalJson(value, before)) {
      errors.push(invalid({ field, value: value ?? null, detail: "field is immutable" }));
    }
  }
  return errors;
}

function seriesErrors({ series }: Event): readonly FieldError[] {
  if (series === undefined) return [];
  const errors: FieldError[] = [];
  if ((series.count ?? 0) < 2) {
    errors.push(invalid({ field: "series.count", value: "", detail: "should be at least 2" }));
  }
  if ((series.lastObservedTime ?? null) === null) errors.push(required("series.lastObservedTime"));
  return errors;
}

function textErrors(field: string, text: string): readonly FieldError[] {
  const errors = lengthErrors({ field, text, maximum: limit });
  return text === "" ? [required(field), ...errors] : errors;
}

function lengthErrors(input: {
  readonly field: string;
  readonly text: string;
  readonly maximum: number;
}): readonly FieldError[] {
  const { field, text, maximum } = input;
  if (Buffer.byteLength(text) <= maximum) return [];
  return [invalid({ field, value: "", detail: `can have at most ${maximum} characters` })];
}
