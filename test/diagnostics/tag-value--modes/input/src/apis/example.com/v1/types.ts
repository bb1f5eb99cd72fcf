import type { int32 } from "crd-runtime";

export interface QueueSpec {
  // +k8s:modeDiscriminator
  mode: "Single" | "Many";
  // +k8s:modeDiscriminator
  other?: string;
  // +k8s:modeDiscriminator(modality: "size")
  size?: int32;
  // +k8s:modeDiscriminator(modality: "default")
  taken?: string;
  // +k8s:modeDiscriminator(modality: "unused")
  unused?: boolean;
  // +k8s:ifMode("Mani")=+k8s:required
  // +k8s:ifMode(modality: "none", mode: "Many")=+k8s:required
  // +k8s:ifMode(modality: "none")=+k8s:required
  replicas?: int32;
  // +k8s:ifMode("Many")=+k8s:minimum=1
  always: int32;
  // +k8s:ifEnabled(Strict)=+k8s:ifMode("Many")=+k8s:minimum=1
  // +k8s:eachVal=+k8s:ifMode("Many")=+k8s:minimum=1
  list?: int32[];
  // +k8s:ifMode("Many")=+k8s:ifMode("Single")=+k8s:minimum=1
  twice?: int32;
}
