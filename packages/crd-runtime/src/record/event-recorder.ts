import type { DeepReadonly, KubernetesObject } from "../meta/index.js";
import type { ObjectReference } from "./object-reference.js";

/** Something that happened, as told to an {@link EventRecorder}. */
export interface EventInput {
  /** What it happened to: an object with `apiVersion` and `kind`, or a reference to one. */
  readonly regarding: DeepReadonly<KubernetesObject> | ObjectReference;
  /** Another object that took part. */
  readonly related?: DeepReadonly<KubernetesObject> | ObjectReference | undefined;
  readonly type: "Normal" | "Warning";
  /** Why, in one CamelCase word that programs can compare. */
  readonly reason: string;
  /** What was done or failed, in one CamelCase word; the reason when absent. */
  readonly action?: string | undefined;
  /** For people. `events.k8s.io` takes 1 KiB: longer ones are cut. */
  readonly note: string;
  readonly annotations?: Readonly<Record<string, string>> | undefined;
}

/**
 * Tells the cluster what happened to an object. Never throws and never waits: what cannot be written is reported to the
 * broadcaster's `onError`.
 */
export interface EventRecorder {
  event(input: EventInput): void;
}
