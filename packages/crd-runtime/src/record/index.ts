export type { EventInput, EventRecorder } from "./event-recorder.js";
export type { ObjectReference } from "./object-reference.js";
