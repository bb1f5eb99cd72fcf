import type { int32, int64, IntOrString, ObjectMeta, Quantity, TypeMeta } from "crd-runtime";

// +kubebuilder:object:root=true
export interface Queue extends TypeMeta {
  metadata: ObjectMeta;
  // +kubebuilder:default={}
  spec?: QueueSpec;
}

export interface QueueSpec {
  // +kubebuilder:default=standard
  /** Bare text. */
  name?: string;
  // +kubebuilder:default="5"
  quoted?: string;
  // +kubebuilder:default=`a "b" \n`
  backticks?: string;
  // +kubebuilder:default=a:b
  colon?: string;
  // +kubebuilder:default=100Mi
  memory?: Quantity;
  // +kubebuilder:default=3
  size?: int32;
  // +kubebuilder:default=-3
  negative?: int64;
  // +kubebuilder:default=true
  enabled?: boolean;
  // +kubebuilder:default="50%"
  surge?: IntOrString;
  // +kubebuilder:default={}
  hosts?: string[];
  // +kubebuilder:default={a,b}
  zones?: string[];
  // +kubebuilder:default={a: x, "b-c": "2"}
  labels?: Record<string, string>;
  // +kubebuilder:default={{name: a},{name: b, weight: 2}}
  consumers?: Consumer[];
  // +default={"schedule": "@daily", "days": [1, 2]}
  backup?: Backup;
  note?: string;
  // +kubebuilder:default=7
  // +default=7
  /** Both say the same. */
  both?: int32;
  // +default=""
  empty?: string;
}

export interface Consumer {
  name: string;
  // +default=1
  weight?: int32;
}

export interface Backup {
  schedule: string;
  days?: int32[];
  // +kubebuilder:default=7
  keep?: int32;
}
