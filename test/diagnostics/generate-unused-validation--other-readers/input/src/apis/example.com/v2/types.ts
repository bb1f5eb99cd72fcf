/** Of a version without an OpenAPI document. */
export interface Fixed {
  // +k8s:maxLength=9
  // +k8s:immutable
  name?: string;
}
