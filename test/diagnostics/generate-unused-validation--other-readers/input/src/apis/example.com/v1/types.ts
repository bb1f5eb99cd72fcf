/** The zod schemas say all but the last. */
export interface Zones {
  // +k8s:minLength=1
  // +k8s:neq="none"
  name?: string;
  // +k8s:eachKey=+k8s:minLength=1
  labels?: Record<string, string>;
  // +k8s:eachVal=+k8s:update=NoUnset
  values?: Record<string, string>;
}

/** The OpenAPI document says it. */
export interface Fixed {
  // +k8s:immutable
  name?: string;
}

/** Nobody says it. */
// +k8s:openapi-gen=false
export interface Loose {
  // +k8s:immutable
  name?: string;
}

export interface Options {
  // +k8s:ifEnabled(Strict)=+k8s:minLength=1
  name?: string;
}
