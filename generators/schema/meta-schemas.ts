import type { JSONSchemaProps } from "./schema.js";

// Made from controller-gen's output by test/crd-gen/remake/main.ts; the descriptions are Kubernetes'.

const typeMeta: JSONSchemaProps = {
  description:
    "TypeMeta describes an individual object in an API response or request\nwith strings representing the type of the object and its API schema version.\nStructures that are versioned or persisted should inline TypeMeta.",
  properties: {
    apiVersion: {
      description:
        "APIVersion defines the versioned schema of this representation of an object.\nServers should convert recognized schemas to the latest internal value, and\nmay reject unrecognized values.\nMore info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#resources",
      type: "string",
    },
    kind: {
      description:
        "Kind is a string value representing the REST resource this object represents.\nServers may infer this from the endpoint the client submits requests to.\nCannot be updated.\nIn CamelCase.\nMore info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#types-kinds",
      type: "string",
    },
  },
  type: "object",
};

const listMeta: JSONSchemaProps = {
  description:
    "ListMeta describes metadata that synthetic resources must have, including lists and\nvarious status objects. A resource may have only one of {ObjectMeta, ListMeta}.",
  properties: {
    continue: {
      description:
        "continue may be set if the user set a limit on the number of items returned, and indicates that\nthe server has more data available. The value is opaque and may be used to issue another request\nto the endpoint that served this list to retrieve the next set of available objects. Continuing a\nconsistent list may not be possible if the server configuration has changed or more than a few\nminutes have passed. The resourceVersion field returned when using this continue value will be\nidentical to the value in the first response, unless you have received this token from an error\nmessage.",
      type: "string",
    },
    remainingItemCount: {
      description:
        "remainingItemCount is the number of subsequent items in the list which are not included in this\nlist response. If the list request contained label or field selectors, then the number of\nremaining items is unknown and the field will be left unset and omitted during serialization.\nIf the list is complete (either because it is not chunking or because this is the last chunk),\nthen there are no more remaining items and this field will be left unset and omitted during\nserialization.\nServers older than v1.15 do not set this field.\nThe intended use of the remainingItemCount is *estimating* the size of a collection. Clients\nshould not rely on the remainingItemCount to be set or to be exact.",
      format: "int64",
      type: "integer",
    },
    resourceVersion: {
      description:
        "String that identifies the server's internal version of this object that\ncan be used by clients to determine when objects have changed.\nValue must be treated as opaque by clients and passed unmodified back to the server.\nPopulated by the system.\nRead-only.\nMore info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#concurrency-control-and-consistency",
      type: "string",
    },
    selfLink: {
      description:
        "Deprecated: selfLink is a legacy read-only field that is no longer populated by the system.",
      type: "string",
    },
    shardInfo: {
      description:
        "shardInfo is set when the list is a filtered subset of the full collection,\nas selected by a shard selector on the request. It echoes back the selector\nso clients can verify which shard they received and merge sharded responses.\nClients should not cache sharded list responses as a full representation\nof the collection.\n\nThis is an alpha field and requires enabling the ShardedListAndWatch feature gate.",
      properties: {
        selector: {
          description:
            "selector is the shard selector string from the request, echoed back so clients\ncan verify which shard they received and merge responses from multiple shards.",
          type: "string",
        },
      },
      required: ["selector"],
      type: "object",
    },
  },
  type: "object",
};

const ownerReference: JSONSchemaProps = {
  description:
    "OwnerReference contains enough information to let you identify an owning\nobject. An owning object must be in the same namespace as the dependent, or\nbe cluster-scoped, so there is no namespace field.",
  properties: {
    apiVersion: { description: "API version of the referent.", type: "string" },
    blockOwnerDeletion: {
      description:
        'If true, AND if the owner has the "foregroundDeletion" finalizer, then\nthe owner cannot be deleted from the key-value store until this\nreference is removed.\nSee https://kubernetes.io/docs/concepts/architecture/garbage-collection/#foreground-deletion\nfor how the garbage collector interacts with this field and enforces the foreground deletion.\nDefaults to false.\nTo set this field, a user needs "delete" permission of the owner,\notherwise 422 (Unprocessable Entity) will be returned.',
      type: "boolean",
    },
    controller: {
      description: "If true, this reference points to the managing controller.",
      type: "boolean",
    },
    kind: {
      description:
        "Kind of the referent.\nMore info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#types-kinds",
      type: "string",
    },
    name: {
      description:
        "Name of the referent.\nMore info: https://kubernetes.io/docs/concepts/overview/working-with-objects/names#names",
      type: "string",
    },
    uid: {
      description:
        "UID of the referent.\nMore info: https://kubernetes.io/docs/concepts/overview/working-with-objects/names#uids",
      type: "string",
    },
  },
  required: ["apiVersion", "kind", "name", "uid"],
  type: "object",
  "x-kubernetes-map-type": "atomic",
};

const managedFieldsEntry: JSONSchemaProps = {
  description:
    "ManagedFieldsEntry is a workflow-id, a FieldSet and the group version of the resource\nthat the fieldset applies to.",
  properties: {
    apiVersion: {
      description:
        'APIVersion defines the version of this resource that this field set\napplies to. The format is "group/version" just like the top-level\nAPIVersion field. It is necessary to track the version of a field\nset because it cannot be automatically converted.',
      type: "string",
    },
    fieldsType: {
      description:
        'FieldsType is the discriminator for the different fields format and version.\nThere is currently only one possible value: "FieldsV1"',
      type: "string",
    },
    fieldsV1: {
      description:
        'FieldsV1 holds the first JSON version format as described in the "FieldsV1" type.',
      type: "object",
    },
    manager: {
      description: "Manager is an identifier of the workflow managing these fields.",
      type: "string",
    },
    operation: {
      description:
        "Operation is the type of operation which lead to this ManagedFieldsEntry being created.\nThe only valid values for this field are 'Apply' and 'Update'.",
      type: "string",
    },
    subresource: {
      description:
        "Subresource is the name of the subresource used to update that object, or\nempty string if the object was updated through the main resource. The\nvalue of this field is used to distinguish between managers, even if they\nshare the same name. For example, a status update will be distinct from a\nregular update using the same manager name.\nNote that the APIVersion field is not related to the Subresource field and\nit always corresponds to the version of the main resource.",
      type: "string",
    },
    time: {
      description:
        "Time is the timestamp of when the ManagedFields entry was added. The\ntimestamp will also be updated if a field is added, the manager\nchanges any of the owned fields value or removes a field. The\ntimestamp does not update when a field is removed from the entry\nbecause another manager took it over.",
      format: "date-time",
      type: "string",
    },
  },
  type: "object",
};

const condition: JSONSchemaProps = {
  description:
    "Condition contains details for one aspect of the current state of this API Resource.",
  properties: {
    lastTransitionTime: {
      description:
        "lastTransitionTime is the last time the condition transitioned from one status to another.\nThis should be when the underlying condition changed.  If that is not known, then using the time when the API field changed is acceptable.",
      format: "date-time",
      type: "string",
    },
    message: {
      description:
        "message is a human readable message indicating details about the transition.\nThis may be an empty string.",
      maxLength: 32768,
      type: "string",
    },
    observedGeneration: {
      description:
        "observedGeneration represents the .metadata.generation that the condition was set based upon.\nFor instance, if .metadata.generation is currently 12, but the .status.conditions[x].observedGeneration is 9, the condition is out of date\nwith respect to the current state of the instance.",
      format: "int64",
      minimum: 0,
      type: "integer",
    },
    reason: {
      description:
        "reason contains a programmatic identifier indicating the reason for the condition's last transition.\nProducers of specific condition types may define expected values and meanings for this field,\nand whether the values are considered a guaranteed API.\nThe value should be a CamelCase string.\nThis field may not be empty.",
      maxLength: 1024,
      minLength: 1,
      pattern: "^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$",
      type: "string",
    },
    status: {
      description: "status of the condition, one of True, False, Unknown.",
      enum: ["True", "False", "Unknown"],
      type: "string",
    },
    type: {
      description: "type of condition in CamelCase or in foo.example.com/CamelCase.",
      maxLength: 316,
      pattern:
        "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$",
      type: "string",
    },
  },
  required: ["lastTransitionTime", "message", "reason", "status", "type"],
  type: "object",
};

const labelSelectorRequirement: JSONSchemaProps = {
  description:
    "A label selector requirement is a selector that contains values, a key, and an operator that\nrelates the key and values.",
  properties: {
    key: { description: "key is the label key that the selector applies to.", type: "string" },
    operator: {
      description:
        "operator represents a key's relationship to a set of values.\nValid operators are In, NotIn, Exists and DoesNotExist.",
      type: "string",
    },
    values: {
      description:
        "values is an array of string values. If the operator is In or NotIn,\nthe values array must be non-empty. If the operator is Exists or DoesNotExist,\nthe values array must be empty. This array is replaced during a strategic\nmerge patch.",
      items: { type: "string" },
      type: "array",
      "x-kubernetes-list-type": "atomic",
    },
  },
  required: ["key", "operator"],
  type: "object",
};

const labelSelector: JSONSchemaProps = {
  description:
    "A label selector is a label query over a set of resources. The result of matchLabels and\nmatchExpressions are ANDed. An empty label selector matches all objects. A null\nlabel selector matches no objects.",
  properties: {
    matchExpressions: {
      description:
        "matchExpressions is a list of label selector requirements. The requirements are ANDed.",
      items: labelSelectorRequirement,
      type: "array",
      "x-kubernetes-list-type": "atomic",
    },
    matchLabels: {
      additionalProperties: { type: "string" },
      description:
        'matchLabels is a map of {key,value} pairs. A single {key,value} in the matchLabels\nmap is equivalent to an element of matchExpressions, whose key field is "key", the\noperator is "In", and the values array contains only "value". The requirements are ANDed.',
      type: "object",
    },
  },
  type: "object",
  "x-kubernetes-map-type": "atomic",
};

const statusCause: JSONSchemaProps = {
  description:
    "StatusCause provides more information about an api.Status failure, including\ncases when multiple errors are encountered.",
  properties: {
    field: {
      description:
        'The field of the resource that has caused this error, as named by its JSON\nserialization. May include dot and postfix notation for nested attributes.\nArrays are zero-indexed.  Fields may appear more than once in an array of\ncauses due to fields having multiple errors.\nOptional.\n\nExamples:\n  "name" - the field "name" on the current resource\n  "items[0].name" - the field "name" on the first array entry in "items"',
      type: "string",
    },
    message: {
      description:
        "A human-readable description of the cause of the error.  This field may be\npresented as-is to a reader.",
      type: "string",
    },
    reason: {
      description:
        "A machine-readable description of the cause of the error. If this value is\nempty there is no information available.",
      type: "string",
    },
  },
  type: "object",
};

const statusDetails: JSONSchemaProps = {
  description:
    "StatusDetails is a set of additional properties that MAY be set by the\nserver to provide additional information about a response. The Reason\nfield of a Status object defines what attributes will be set. Clients\nmust ignore fields that do not match the defined type of each attribute,\nand should assume that any attribute may be empty, invalid, or under\ndefined.",
  properties: {
    causes: {
      description:
        "The Causes array includes more details associated with the StatusReason\nfailure. Not all StatusReasons may provide detailed causes.",
      items: statusCause,
      type: "array",
      "x-kubernetes-list-type": "atomic",
    },
    group: {
      description: "The group attribute of the resource associated with the status StatusReason.",
      type: "string",
    },
    kind: {
      description:
        "The kind attribute of the resource associated with the status StatusReason.\nOn some operations may differ from the requested resource Kind.\nMore info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#types-kinds",
      type: "string",
    },
    name: {
      description:
        "The name attribute of the resource associated with the status StatusReason\n(when there is a single name which can be described).",
      type: "string",
    },
    retryAfterSeconds: {
      description:
        "If specified, the time in seconds before the operation should be retried. Some errors may indicate\nthe client must take an alternate action - for those errors this field may indicate how long to wait\nbefore taking the alternate action.",
      format: "int32",
      type: "integer",
    },
    uid: {
      description:
        "UID of the resource.\n(when there is a single resource which can be described).\nMore info: https://kubernetes.io/docs/concepts/overview/working-with-objects/names#uids",
      type: "string",
    },
  },
  type: "object",
};

const status: JSONSchemaProps = {
  description: "Status is a return value for calls that don't return other objects.",
  properties: {
    apiVersion: {
      description:
        "APIVersion defines the versioned schema of this representation of an object.\nServers should convert recognized schemas to the latest internal value, and\nmay reject unrecognized values.\nMore info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#resources",
      type: "string",
    },
    code: {
      description: "Suggested HTTP return code for this status, 0 if not set.",
      format: "int32",
      type: "integer",
    },
    details: {
      ...statusDetails,
      description:
        "Extended data associated with the reason.  Each reason may define its\nown extended details. This field is optional and the data returned\nis not guaranteed to conform to any schema except that defined by\nthe reason type.",
    },
    kind: {
      description:
        "Kind is a string value representing the REST resource this object represents.\nServers may infer this from the endpoint the client submits requests to.\nCannot be updated.\nIn CamelCase.\nMore info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#types-kinds",
      type: "string",
    },
    message: {
      description: "A human-readable description of the status of this operation.",
      type: "string",
    },
    metadata: {
      ...listMeta,
      description:
        "Standard list metadata.\nMore info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#types-kinds",
    },
    reason: {
      description:
        'A machine-readable description of why this operation is in the\n"Failure" status. If this value is empty there\nis no information available. A Reason clarifies an HTTP status\ncode but does not override it.',
      type: "string",
    },
    status: {
      description:
        'Status of the operation.\nOne of: "Success" or "Failure".\nMore info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#spec-and-status',
      type: "string",
    },
  },
  type: "object",
};

/** Schemas of the meta types that have members, as controller-gen writes them. */

export const metaSchemas = {
  TypeMeta: typeMeta,
  ListMeta: listMeta,
  OwnerReference: ownerReference,
  ManagedFieldsEntry: managedFieldsEntry,
  Condition: condition,
  LabelSelectorRequirement: labelSelectorRequirement,
  LabelSelector: labelSelector,
  StatusCause: statusCause,
  StatusDetails: statusDetails,
  Status: status,
};
