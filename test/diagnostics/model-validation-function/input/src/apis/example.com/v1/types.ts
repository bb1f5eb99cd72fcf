// +k8s:customValidation
export interface QueueSpec {
  // +k8s:customValidation
  name?: string;
  // +k8s:customValidation
  other?: string;
  size?: number;
}
