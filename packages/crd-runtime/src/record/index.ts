export type { BroadcasterOptions } from "./broadcaster.js";
export type { CorrelatorOptions } from "./correlate/options.js";
export { EventBroadcaster, type EventBroadcasterOptions } from "./event-broadcaster.js";
export type { EventInput, EventRecorder } from "./event-recorder.js";
export { EventRecordingError } from "./event-recording-error.js";
export {
  coreV1EventSink,
  type EventSink,
  type EventWrite,
  eventsV1EventSink,
} from "./event-sink.js";
export type { CoreV1Event, EventsV1Event } from "./event-types.js";
export { type EventReporter, EventsV1Broadcaster } from "./events-v1-broadcaster.js";
export type { ObjectReference } from "./object-reference.js";
export { getPartialReference, getReference } from "./reference.js";
