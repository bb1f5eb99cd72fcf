import { eventSource, objectReference } from "./core.js";
import { int32, microTime, optional, pointer, required, struct, text, time } from "./go-type.js";
import { kindStruct } from "./meta.js";

const events = "io.k8s.api.events.v1";

const eventSeries = struct({
  id: `${events}.EventSeries`,
  description: "EventSeries tells of an event that is repeated.",
  members: { count: required(int32), lastObservedTime: required(microTime) },
});

export const eventsEvent = kindStruct({
  id: `${events}.Event`,
  description: "Event reports something that happened to an object.",
  members: {
    eventTime: required(microTime, "When the event was seen first."),
    series: pointer(eventSeries),
    reportingController: optional(text, "Name of the controller that reports the event."),
    reportingInstance: optional(text, "Which instance of the controller it was."),
    action: optional(text, "What was done, or failed."),
    reason: optional(text, "One word for programs."),
    regarding: optional(objectReference, "The object that the event is about."),
    related: pointer(objectReference),
    note: optional(text, "A sentence for people."),
    type: optional(text, "Normal or Warning."),
    deprecatedSource: optional(eventSource),
    deprecatedFirstTimestamp: optional(time),
    deprecatedLastTimestamp: optional(time),
    deprecatedCount: optional(int32),
  },
});
