import type {
  Condition,
  Duration,
  LabelSelector,
  LabelSelectorRequirement,
  ListMeta,
  ManagedFieldsEntry,
  MicroTime,
  ObjectMeta,
  OwnerReference,
  Status,
  StatusCause,
  StatusDetails,
  Time,
  TypeMeta,
} from "crd-runtime";

/** Holder holds every meta type. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Holder extends TypeMeta {
  metadata: ObjectMeta;
  spec: HolderSpec;
}

export interface HolderSpec {
  typeMeta: TypeMeta;
  objectMeta: ObjectMeta;
  listMeta: ListMeta;

  ownerReference: OwnerReference;
  managedFieldsEntry: ManagedFieldsEntry;
  condition: Condition;
  labelSelector: LabelSelector;
  labelSelectorRequirement: LabelSelectorRequirement;
  status: Status;
  statusDetails: StatusDetails;
  statusCause: StatusCause;

  time: Time;
  microTime: MicroTime;
  duration: Duration;
}
