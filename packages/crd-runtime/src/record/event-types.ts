import type { int32, KubernetesObject, MicroTime, Time } from "../meta/index.js";
import type { ObjectReference } from "./object-reference.js";

/** An Event of core `v1`. */
export interface CoreV1Event extends KubernetesObject {
  involvedObject: ObjectReference;
  related?: ObjectReference;
  type?: string;
  reason?: string;
  action?: string;
  message?: string;
  source?: { component?: string; host?: string };
  firstTimestamp?: Time | null;
  lastTimestamp?: Time | null;
  /** How often it has happened. */
  count?: int32;
  reportingComponent?: string;
  reportingInstance?: string;
}

/** An Event of `events.k8s.io/v1`. */
export interface EventsV1Event extends KubernetesObject {
  /** When it happened first. */
  eventTime: MicroTime | null;
  /** Present once it has happened again. */
  series?: { count: int32; lastObservedTime: MicroTime };
  reportingController?: string;
  reportingInstance?: string;
  action?: string;
  reason?: string;
  regarding?: ObjectReference;
  related?: ObjectReference;
  note?: string;
  type?: string;
}
