import type { int32, ObjectMeta } from "crd-runtime";

/** Unions behind an option. */
export interface SourceSpec {
  // +k8s:ifEnabled(Sources)=+k8s:unionMember
  inline?: string;
  // +k8s:ifEnabled(Sources)=+k8s:unionMember
  labels?: Record<string, string>;
  // +k8s:unionDiscriminator(union: "store")
  type: "Disk" | "Memory" | "none";
  // +k8s:ifDisabled(Sources)=+k8s:unionMember(union: "store")
  disk?: Reference;
  // +k8s:ifDisabled(Sources)=+k8s:unionMember(union: "store")
  memory?: Reference;
  // +k8s:ifEnabled(Sources)=+k8s:ifDisabled(Legacy)=+k8s:dependentRequired("user")
  password?: string;
  user?: string;
}

/** Unions at a level. */
export interface BudgetSpec {
  // +k8s:alpha(since: "1.34")=+k8s:zeroOrOneOfMember
  minAvailable?: int32;
  // +k8s:alpha(since: "1.35")=+k8s:zeroOrOneOfMember
  maxUnavailable?: int32;
  // +k8s:beta=+k8s:unionMember(union: "policy")
  policy?: string;
  // +k8s:beta=+k8s:unionMember(union: "policy")
  policies?: string[];
  // +k8s:alpha=+k8s:ifEnabled(Names)=+k8s:dependentForbidden(policy)
  name?: string;
}

/** Items of a list of which one is there. */
export interface PipelineSpec {
  // +k8s:listType=map
  // +k8s:listMapKey=name
  // +k8s:ifEnabled(Ends)=+k8s:item(name: "succeeded")=+k8s:unionMember
  // +k8s:item(name: "failed")=+k8s:ifEnabled(Ends)=+k8s:unionMember
  tasks?: Reference[];
  // +k8s:listType=map
  // +k8s:listMapKey=name
  // +k8s:alpha=+k8s:item(name: "succeeded")=+k8s:zeroOrOneOfMember
  // +k8s:alpha(since: "1.35")=+k8s:item(name: "failed")=+k8s:zeroOrOneOfMember
  steps?: Reference[];
}

/** Members of objects whose types say nothing of them. */
export interface PlaceSpec {
  // +k8s:subfield(zone)=+k8s:unionMember
  // +k8s:subfield(region)=+k8s:unionMember
  // +k8s:subfield(host)=+k8s:dependentRequired("zone")
  // +k8s:subfield(host)=+k8s:maxLength=8
  where?: Place;
  // +k8s:beta=+k8s:subfield(zone)=+k8s:zeroOrOneOfMember
  // +k8s:beta=+k8s:subfield(region)=+k8s:zeroOrOneOfMember
  // +k8s:subfield(kind)=+k8s:modeDiscriminator
  // +k8s:subfield(host)=+k8s:ifMode("Host")=+k8s:required
  else?: Place;
  // +k8s:listType=atomic
  // +k8s:eachVal=+k8s:subfield(zone)=+k8s:ifEnabled(Strict)=+k8s:unionMember
  // +k8s:eachVal=+k8s:ifEnabled(Strict)=+k8s:subfield(region)=+k8s:unionMember
  all?: Place[];
  // +k8s:subfield(name)=+k8s:unionMember
  // +k8s:subfield(generateName)=+k8s:unionMember
  template?: ObjectMeta;
}

/** Modes behind an option. */
export interface ModeSpec {
  // +k8s:ifEnabled(Modes)=+k8s:modeDiscriminator
  mode: string;
  // +k8s:ifEnabled(Modes)=+k8s:ifMode("A")=+k8s:required
  // +k8s:ifEnabled(Modes)=+k8s:ifMode("B")=+k8s:optional
  a?: string;
  // +k8s:alpha=+k8s:ifEnabled(Modes)=+k8s:ifMode("B")=+k8s:required
  b?: string;
}

export interface Reference {
  name: string;
}

export interface Place {
  kind?: string;
  zone?: string;
  region?: string;
  host?: string;
}
