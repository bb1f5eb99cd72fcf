// +k8s:customValidation
export interface QueueSpec {
  // +k8s:customValidation
  name?: string;
  // +k8s:ifEnabled(Strict)=+k8s:customValidation
  "other-name": string;
}
