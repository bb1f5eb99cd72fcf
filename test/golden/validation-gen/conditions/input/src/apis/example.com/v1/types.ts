import type { int32 } from "crd-runtime";

// +k8s:customValidation
export interface ClusterSpec {
  // +k8s:ifEnabled(Strict)=+k8s:required
  // +k8s:ifDisabled(Strict)=+k8s:maxLength=3
  // +k8s:ifEnabled("Strict")=+k8s:ifDisabled(Lenient)=+k8s:maxLength=5
  // +k8s:ifEnabled(Frozen)=+k8s:immutable
  owner?: string;
  // +k8s:ifDisabled(Networks)=+k8s:forbidden
  // +k8s:ifEnabled(Networks)=+k8s:eachVal=+k8s:format=k8s-short-name
  networks?: string[];
  // +k8s:alpha(since: "1.36")=+k8s:required
  // +k8s:alpha(since: "1.36")=+k8s:minimum=1
  // +k8s:beta=+k8s:maximum=9
  size?: int32;
  // +k8s:beta(since: "1.36")=+k8s:ifEnabled(Strict)=+k8s:required
  region?: string;
  // +k8s:listType=map
  // +k8s:listMapKey=type
  // +k8s:item(type: "Ready")=+k8s:subfield(status)=+k8s:neq="Unknown"
  // +k8s:item(type: "Ready")=+k8s:immutable
  // +k8s:item(type: Stalled)=+k8s:subfield(status)=+k8s:forbidden
  // +k8s:item(type: "Approved")=+k8s:zeroOrOneOfMember
  // +k8s:item(type: "Denied")=+k8s:zeroOrOneOfMember
  // +k8s:ifEnabled(Strict)=+k8s:item(type: "Paused")=+k8s:subfield(status)=+k8s:required
  conditions?: Condition[];
  slots?: Slots;
  frozen?: Frozen;
  // +k8s:modeDiscriminator
  mode: "Single" | "Replicated" | "Sharded";
  // +k8s:ifMode("Replicated")=+k8s:required
  // +k8s:ifMode("Replicated")=+k8s:minimum=2
  // +k8s:ifMode("Sharded")=+k8s:minimum=4
  replicas?: int32;
  // +k8s:alpha=+k8s:ifMode("Sharded")=+k8s:required
  // +k8s:alpha=+k8s:ifMode("Sharded")=+k8s:minProperties=2
  shards?: Record<string, Shard>;
  // +k8s:modeDiscriminator(modality: "backup")
  backups?: boolean;
  // +k8s:ifMode(modality: "backup", mode: "true")=+k8s:ifEnabled(Strict)=+k8s:required
  schedule?: string;
  // +k8s:ifMode(modality: "backup", mode: "false")=+k8s:maxLength=4
  reason?: string;
  // +k8s:customValidation
  // +k8s:maxLength=20
  image: string;
  // +k8s:ifEnabled(Strict)=+k8s:customValidation
  "node-selector"?: Record<string, string>;
  // +k8s:alpha(since: "1.36")=+k8s:listType=set
  zones?: string[];
  // +k8s:beta=+k8s:listType=map
  // +k8s:listMapKey=name
  // +k8s:eachVal=+k8s:immutable
  pools?: Pool[];
  // +k8s:ifEnabled(Strict)=+k8s:listType=atomic
  // +k8s:ifEnabled(Strict)=+k8s:unique=set
  ports?: int32[];
  policy?: Policy;
}

export interface Condition {
  type: string;
  status?: string;
}

export interface Shard {
  // +k8s:minLength=1
  zone: string;
}

// +k8s:listType=map
// +k8s:listMapKey=index
// +k8s:listMapKey=primary
// +k8s:item(index: 0, primary: true)=+k8s:subfield(name)=+k8s:minLength=2
// +k8s:item(index: 1, primary: true)=+k8s:unionMember(union: "first")
// +k8s:item(index: 1, primary: false)=+k8s:unionMember(union: "first")
export type Slots = Slot[];

export interface Slot {
  index: int32;
  primary: boolean;
  name?: string;
}

// +k8s:ifEnabled(Frozen)=+k8s:immutable
export type Frozen = string;

export interface Pool {
  name: string;
  size: int32;
}

// +k8s:alpha=+k8s:enum
export type Policy = "Retain" | "Delete";
