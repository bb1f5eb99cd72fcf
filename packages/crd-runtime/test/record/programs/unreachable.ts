import {
  type CoreV1Event,
  EventBroadcaster,
  EventsV1Broadcaster,
  type EventsV1Event,
} from "../../../src/index.js";
import { MemorySink } from "../memory-sink.js";
import { created } from "../recording.js";

// Events that would be tried again for two minutes, and series that would be refreshed: neither keeps the process alive.
const core = new MemorySink<CoreV1Event>();
const v1 = new MemorySink<EventsV1Event>();
const unreachable = (): void => {
  console.log("unreachable");
  throw new Error("connect ECONNREFUSED");
};
core.reaction = unreachable;
v1.reaction = unreachable;
const onError = (): void => {};
new EventBroadcaster({ sink: core, onError }).newRecorder({ component: "a" }).event(created);
new EventsV1Broadcaster({ sink: v1, onError })
  .newRecorder({ reportingController: "a" })
  .event(created);
