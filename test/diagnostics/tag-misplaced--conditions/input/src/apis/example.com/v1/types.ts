import type { int32 } from "crd-runtime";

// +k8s:ifEnabled(Strict)=+k8s:required
export interface QueueSpec {
  // +k8s:ifEnabled(Strict)=+k8s:alpha(since: "1.36")=+k8s:minimum=1
  // +k8s:alpha(since: "next")=+k8s:minimum=1
  // +k8s:alpha=+k8s:optional
  // +k8s:ifEnabled(Strict)=+k8s:maxLength=1
  size?: int32;
  // +k8s:ifDisabled(Strict)=+k8s:opaqueType
  names?: string[];
  // +k8s:alpha=+k8s:enum
  policy?: Policy;
  // +k8s:eachVal=+k8s:ifEnabled(Strict)=+k8s:listType=set
  rows?: string[][];
  // +k8s:ifEnabled(Strict)=+k8s:unionMember
  union?: string;
  // +k8s:eachVal=+k8s:customValidation
  items?: string[];
  inner?: {
    // +k8s:customValidation
    text?: string;
  };
}

export type Policy = "Delete" | "Retain";
