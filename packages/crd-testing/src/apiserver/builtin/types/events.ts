import { eventSource, objectReference } from "./core.js";
import { int32, microTime, optional, pointer, required, struct, text, time } from "./go-type.js";
import { kindStruct } from "./meta.js";

const events = "io.k8s.api.events.v1";

const eventSeries = struct({
  id: `${events}.EventSeries`,
  description: "EventSeries tells of an event that is repeated.",
  members: { count: required(1, int32), lastObservedTime: required(2, microTime) },
});

export const eventsEvent = kindStruct({
  id: `${events}.Event`,
  description: "Event reports something that happened to an object.",
  members: {
    eventTime: required(2, microTime, "When the event was seen first."),
    series: pointer(3, eventSeries),
    reportingController: optional(4, text, "Name of the controller that reports the event."),
    reportingInstance: optional(5, text, "Which instance of the controller it was."),
    action: optional(6, text, "What was done, or failed."),
    reason: optional(7, text, "One word for programs."),
    regarding: optional(8, objectReference, "The object that the event is about."),
    related: pointer(9, objectReference),
    note: optional(10, text, "A sentence for people."),
    type: optional(11, text, "Normal or Warning."),
    deprecatedSource: optional(12, eventSource),
    deprecatedFirstTimestamp: optional(13, time),
    deprecatedLastTimestamp: optional(14, time),
    deprecatedCount: optional(15, int32),
  },
});
