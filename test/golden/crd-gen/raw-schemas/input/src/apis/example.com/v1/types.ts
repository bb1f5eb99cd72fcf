import type { int32, IntOrString, JSON, ObjectMeta, TypeMeta } from "crd-runtime";

/** Raw has what types and markers of controller-gen cannot say. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
// +crd-project:schema={"properties": {"apiVersion": {"description": "Another text."}, "kind": null, "metadata": {"properties": {"name": {"type": "string", "maxLength": 20}}}}}
// +crd-project:patch=[{"op": "add", "path": "/metadata/labels", "value": {"team": "storage"}}, {"op": "add", "path": "/spec/conversion", "value": {"strategy": "None"}}]
// +crd-project:patch=[{"op": "add", "path": "/spec/names/shortNames", "value": ["r"]}, {"op": "copy", "from": "/spec/names/shortNames/0", "path": "/spec/names/shortNames/-"}, {"op": "replace", "path": "/spec/names/shortNames/1", "value": "rw"}]
export interface Raw extends TypeMeta {
  metadata: ObjectMeta;
  spec: RawSpec;
}

// +crd-project:schema={"oneOf": [{"required": ["a"]}, {"required": ["b"]}], "required": ["undeclared"]}
export interface RawSpec {
  a?: string;
  // +crd-project:description="  Begins with blanks, and has */ in it.\n"
  b?: string;
  // +crd-project:description=""
  c?: Described;
  // +crd-project:items:description="Of the items."
  d?: Described[];
  // +kubebuilder:validation:items:additionalProperties:MaxLength=3
  // +kubebuilder:validation:items:additionalProperties:Pattern=`^[a-z]*/$`
  e?: Record<string, string>[];
  // +kubebuilder:validation:additionalProperties:XValidation:rule="self != ''",message="not empty"
  // +kubebuilder:validation:additionalProperties:MaxLength=9
  // +kubebuilder:validation:MaxProperties=9
  f?: Record<string, string>;
  // +kubebuilder:validation:items:items:Minimum=3
  g?: int32[][];
  // +k8s:eachVal=+k8s:eachVal=+k8s:maxItems=3
  h?: Record<string, string[]>[];
  i?: (string | null)[];
  // +nullable
  // +crd-project:schema={"enum": ["On", "Off", null]}
  j?: string;
  // +crd-project:schema:replace={"type": "object", "x-kubernetes-preserve-unknown-fields": true}
  k: Described;
  // +crd-project:additionalProperties:items:schema={"anyOf": [{"pattern": "^a"}, {"format": "ipv4"}]}
  l?: Record<string, string[]>;
  m?: Replaced;
  // +crd-project:items:schema:replace={"type": "integer", "enum": [1, 2]}
  n?: JSON[];
  /** Has a default. */
  // +kubebuilder:default={}
  // +crd-project:schema={"default": {"x": null}, "description": null, "additionalProperties": {"nullable": true}}
  o?: Record<string, string>;
}

/** Described has a text of its own. */
export interface Described {
  name?: string;
}

/** Replaced is not what it says. */
// +crd-project:schema:replace={"type": "string", "maxLength": 5}
export interface Replaced {
  name?: string;
}

/** Worded says of members, formats and enums what markers of controller-gen cannot, and leaves parts of its definition out. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
// +kubebuilder:printcolumn:name=Mode,type=string,JSONPath=.spec.mode
// +crd-project:omit=metadata,descriptions,subresources,listKind,singular
// +crd-project:preserveUnknownFields=false
export interface Worded extends TypeMeta {
  metadata: ObjectMeta;
  spec: WordedSpec;
}

// +crd-project:presence=oneOf(name && !external; external && !(name || "name-space"))
export interface WordedSpec {
  name?: string;
  external?: string;
  "name-space"?: string;
  mode?: "a" | "b";
  // +crd-project:andEnum=Off
  other?: "On" | "Off";
  // +crd-project:items:formats=oneOf(ipv4; ipv6)
  addresses?: string[];
  // +crd-project:formats=ipv4 || ipv6
  address?: string;
  // +crd-project:items:bareIntOrString
  ports?: IntOrString[];
  // +crd-project:additionalProperties:presence=oneOf(a; !b)
  // +crd-project:presence=undeclared && anyOf(true; c)
  pairs?: Record<string, Pair>;
}

/** Pair has a oneOf of its own, beside which what is said of the values of a map holds. */
// +crd-project:presence=oneOf(a; b)
export interface Pair {
  a?: string;
  b?: string;
}
