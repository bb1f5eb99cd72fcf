import { asReadonly } from "../cache/readonly.js";
import type { KubernetesList, KubernetesObject } from "../meta/index.js";
import { ResourceClient, type RestClient } from "../rest/index.js";
import type { CoreV1Event, EventsV1Event } from "./event-types.js";

/** Where events are written. Follows client-go's `EventSink`; rejects as clients do. */
export interface EventSink<E extends KubernetesObject> {
  create(input: EventWrite<E>): Promise<E>;
  /** Changes members of the event of that name. */
  patch(input: EventWrite<E> & { readonly body: object }): Promise<E>;
}

/** An event to be written in the namespace that it names. */
export interface EventWrite<E extends KubernetesObject> {
  readonly event: E;
  readonly signal: AbortSignal;
}

/** Writes Events of core `v1`. */
export function coreV1EventSink(input: { readonly rest: RestClient }): EventSink<CoreV1Event> {
  return sinkOf({ ...input, group: "" });
}

/** Writes Events of `events.k8s.io/v1`. */
export function eventsV1EventSink(input: { readonly rest: RestClient }): EventSink<EventsV1Event> {
  return sinkOf({ ...input, group: "events.k8s.io" });
}

function sinkOf<E extends CoreV1Event | EventsV1Event>(input: {
  readonly rest: RestClient;
  readonly group: string;
}): EventSink<E> {
  const clientOf = ({ metadata }: E): ResourceClient<E, KubernetesList<E>> =>
    new ResourceClient({
      ...input,
      version: "v1",
      resource: "events",
      kind: "Event",
      namespaced: true,
      namespace: metadata.namespace,
    });
  return {
    create: ({ event, signal }) => clientOf(event).create(asReadonly(event), { signal }),
    patch: ({ event, body, signal }) =>
      clientOf(event).patch(event.metadata.name ?? "", { type: "strategic", body }, { signal }),
  };
}
