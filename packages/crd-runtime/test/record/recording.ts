import {
  type CoreV1Event,
  type CorrelatorOptions,
  EventBroadcaster,
  type EventInput,
  type EventRecorder,
  EventsV1Broadcaster,
  type EventsV1Event,
  type KubernetesObject,
} from "../../src/index.js";
import { FakeClock } from "../fake-clock.js";
import { MemorySink } from "./memory-sink.js";

export const database: KubernetesObject = {
  apiVersion: "example.com/v1",
  kind: "Database",
  metadata: { name: "orders", namespace: "default", uid: "uid-orders", resourceVersion: "7" },
};

export const created: EventInput = {
  regarding: database,
  type: "Normal",
  reason: "Created",
  note: "created the pod",
};

interface Recording {
  readonly clock: FakeClock;
  readonly errors: string[];
  readonly levels: string[];
  readonly recorder: EventRecorder;
}

function common() {
  const errors: string[] = [];
  const levels: string[] = [];
  return {
    clock: new FakeClock(),
    errors,
    levels,
    random: () => 0.5,
    onError: ({ level, message }: { readonly level: string; readonly message: string }) => {
      errors.push(message);
      levels.push(level);
    },
  };
}

export function recording(input: { readonly correlator?: CorrelatorOptions } = {}): Recording & {
  readonly sink: MemorySink<CoreV1Event>;
  readonly broadcaster: EventBroadcaster;
} {
  const sink = new MemorySink<CoreV1Event>();
  const options = common();
  const broadcaster = new EventBroadcaster({ ...options, ...input, sink });
  const recorder = broadcaster.newRecorder({ component: "databases", host: "node-1" });
  return { ...options, sink, broadcaster, recorder };
}

export function recordingV1(): Recording & {
  readonly sink: MemorySink<EventsV1Event>;
  readonly broadcaster: EventsV1Broadcaster;
} {
  const sink = new MemorySink<EventsV1Event>();
  const options = common();
  const broadcaster = new EventsV1Broadcaster({ ...options, sink });
  const recorder = broadcaster.newRecorder({
    reportingController: "databases",
    reportingInstance: "databases-1",
  });
  return { ...options, sink, broadcaster, recorder };
}
