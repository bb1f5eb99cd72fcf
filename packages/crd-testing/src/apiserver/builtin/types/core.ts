import {
  bytes,
  flag,
  int32,
  listMap,
  listOf,
  mapOf,
  microTime,
  named,
  optional,
  pointer,
  required,
  struct,
  text,
  textMap,
  time,
  uid,
  written,
} from "./go-type.js";
import { kindStruct } from "./meta.js";

const core = "io.k8s.api.core.v1";

export const configMap = kindStruct({
  id: `${core}.ConfigMap`,
  description: "ConfigMap holds configuration data.",
  members: {
    immutable: pointer(4, flag, "True: the data cannot be changed any more."),
    data: optional(2, textMap, "Texts by their names."),
    binaryData: optional(3, mapOf(bytes), "Bytes by their names, in base64."),
  },
});

export const secret = kindStruct({
  id: `${core}.Secret`,
  description: "Secret holds data that is not for everybody.",
  members: {
    immutable: pointer(5, flag, "True: the data cannot be changed any more."),
    data: optional(2, mapOf(bytes), "Values by their names, in base64."),
    stringData: optional(4, textMap, "Values as texts; they are written into data."),
    type: optional(3, named("v1.SecretType"), "Says what the data is for."),
  },
});

const namespaceCondition = struct({
  id: `${core}.NamespaceCondition`,
  description: "NamespaceCondition is one aspect of a namespace's state.",
  members: {
    type: required(1, named("v1.NamespaceConditionType")),
    status: required(2, named("v1.ConditionStatus")),
    lastTransitionTime: optional(4, time),
    reason: optional(5, text),
    message: optional(6, text),
  },
});

export const namespace = kindStruct({
  id: `${core}.Namespace`,
  description: "Namespace is a scope for names.",
  members: {
    spec: optional(
      2,
      struct({
        id: `${core}.NamespaceSpec`,
        description: "NamespaceSpec is what is wanted of a namespace.",
        members: {
          finalizers: optional(
            1,
            listOf(named("v1.FinalizerName")),
            "Names that keep the namespace.",
          ),
        },
      }),
    ),
    status: optional(
      3,
      struct({
        id: `${core}.NamespaceStatus`,
        description: "NamespaceStatus is the state of a namespace.",
        members: {
          phase: optional(1, named("v1.NamespacePhase"), "Active or Terminating."),
          conditions: optional(2, listMap({ of: namespaceCondition, keys: ["type"] })),
        },
      }),
    ),
  },
});

export const objectReference = struct({
  id: `${core}.ObjectReference`,
  atomic: true,
  description: "ObjectReference names an object.",
  members: {
    kind: optional(1, text),
    namespace: optional(2, text),
    name: optional(3, text),
    uid: optional(4, uid),
    apiVersion: optional(5, text),
    resourceVersion: optional(6, text),
    fieldPath: optional(7, text),
  },
});

export const eventSource = struct({
  id: `${core}.EventSource`,
  description: "EventSource says who reports an event.",
  members: { component: optional(1, text), host: optional(2, text) },
});

const eventSeries = struct({
  id: `${core}.EventSeries`,
  description: "EventSeries tells of an event that is repeated.",
  members: { count: optional(1, int32), lastObservedTime: optional(2, microTime) },
});

export const event = kindStruct({
  id: `${core}.Event`,
  metadata: "required",
  description: "Event reports something that happened to an object.",
  members: {
    involvedObject: required(2, objectReference, "The object that the event is about."),
    reason: optional(3, text, "One word for programs."),
    message: optional(4, text, "A sentence for people."),
    source: optional(5, eventSource),
    firstTimestamp: optional(6, time),
    lastTimestamp: optional(7, time),
    count: optional(8, int32),
    type: optional(9, text, "Normal or Warning."),
    eventTime: optional(10, microTime),
    series: pointer(11, eventSeries),
    action: optional(12, text),
    related: pointer(13, objectReference),
    reportingComponent: written(14, text),
    reportingInstance: written(15, text),
  },
});

const localObjectReference = struct({
  id: `${core}.LocalObjectReference`,
  atomic: true,
  description: "LocalObjectReference names an object of the same namespace.",
  members: { name: optional(1, text) },
});

export const serviceAccount = kindStruct({
  id: `${core}.ServiceAccount`,
  description: "ServiceAccount is an identity of programs.",
  members: {
    secrets: optional(2, listMap({ of: objectReference, keys: ["name"] })),
    imagePullSecrets: optional(3, listOf(localObjectReference)),
    automountServiceAccountToken: pointer(4, flag),
  },
});
