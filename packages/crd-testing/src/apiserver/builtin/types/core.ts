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
    immutable: pointer(flag, "True: the data cannot be changed any more."),
    data: optional(textMap, "Texts by their names."),
    binaryData: optional(mapOf(bytes), "Bytes by their names, in base64."),
  },
});

export const secret = kindStruct({
  id: `${core}.Secret`,
  description: "Secret holds data that is not for everybody.",
  members: {
    immutable: pointer(flag, "True: the data cannot be changed any more."),
    data: optional(mapOf(bytes), "Values by their names, in base64."),
    stringData: optional(textMap, "Values as texts; they are written into data."),
    type: optional(named("v1.SecretType"), "Says what the data is for."),
  },
});

const namespaceCondition = struct({
  id: `${core}.NamespaceCondition`,
  description: "NamespaceCondition is one aspect of a namespace's state.",
  members: {
    type: required(named("v1.NamespaceConditionType")),
    status: required(named("v1.ConditionStatus")),
    lastTransitionTime: optional(time),
    reason: optional(text),
    message: optional(text),
  },
});

export const namespace = kindStruct({
  id: `${core}.Namespace`,
  description: "Namespace is a scope for names.",
  members: {
    spec: optional(
      struct({
        id: `${core}.NamespaceSpec`,
        description: "NamespaceSpec is what is wanted of a namespace.",
        members: {
          finalizers: optional(listOf(named("v1.FinalizerName")), "Names that keep the namespace."),
        },
      }),
    ),
    status: optional(
      struct({
        id: `${core}.NamespaceStatus`,
        description: "NamespaceStatus is the state of a namespace.",
        members: {
          phase: optional(named("v1.NamespacePhase"), "Active or Terminating."),
          conditions: optional(listMap({ of: namespaceCondition, keys: ["type"] })),
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
    kind: optional(text),
    namespace: optional(text),
    name: optional(text),
    uid: optional(uid),
    apiVersion: optional(text),
    resourceVersion: optional(text),
    fieldPath: optional(text),
  },
});

export const eventSource = struct({
  id: `${core}.EventSource`,
  description: "EventSource says who reports an event.",
  members: { component: optional(text), host: optional(text) },
});

const eventSeries = struct({
  id: `${core}.EventSeries`,
  description: "EventSeries tells of an event that is repeated.",
  members: { count: optional(int32), lastObservedTime: optional(microTime) },
});

export const event = kindStruct({
  id: `${core}.Event`,
  metadata: "required",
  description: "Event reports something that happened to an object.",
  members: {
    involvedObject: required(objectReference, "The object that the event is about."),
    reason: optional(text, "One word for programs."),
    message: optional(text, "A sentence for people."),
    source: optional(eventSource),
    firstTimestamp: optional(time),
    lastTimestamp: optional(time),
    count: optional(int32),
    type: optional(text, "Normal or Warning."),
    eventTime: optional(microTime),
    series: pointer(eventSeries),
    action: optional(text),
    related: pointer(objectReference),
    reportingComponent: written(text),
    reportingInstance: written(text),
  },
});

const localObjectReference = struct({
  id: `${core}.LocalObjectReference`,
  atomic: true,
  description: "LocalObjectReference names an object of the same namespace.",
  members: { name: optional(text) },
});

export const serviceAccount = kindStruct({
  id: `${core}.ServiceAccount`,
  description: "ServiceAccount is an identity of programs.",
  members: {
    secrets: optional(listMap({ of: objectReference, keys: ["name"] })),
    imagePullSecrets: optional(listOf(localObjectReference)),
    automountServiceAccountToken: pointer(flag),
  },
});
