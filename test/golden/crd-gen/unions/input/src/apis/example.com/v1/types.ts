import type { int32, int64, ObjectMeta, TypeMeta } from "crd-runtime";

/** Volume is a kind. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Volume extends TypeMeta {
  metadata: ObjectMeta;
  spec: VolumeSpec;
}

export interface VolumeSpec {
  /** Source of the data. */
  source: Source;
  fallback?: Source | null;
  sources?: Source[];
  /** One name, or several. */
  names?: string | string[];
  /** True for the default cache, or settings of one's own. */
  cache?: Cache | boolean;
  mode: "auto" | "manual" | null;
}

/** Source is where data comes from. */
export type Source = S3 | Disk | Memory;

/** S3 is a bucket. */
// +kubebuilder:validation:MaxProperties=5
// +kubebuilder:validation:XValidation:rule="self.bucket != ''",message="the bucket has a name"
export interface S3 {
  /** Type tells the sources apart. */
  type: "s3";
  bucket: string;
  size?: int64;
  class?: "hot" | "cold";
  options?: Record<string, string>;
}

/** Disk is a disk. */
export interface Disk {
  type: "disk";
  path: string;
  size?: int32;
  class?: string;
  options?: string[];
}

export interface Memory {
  type: "memory";
  size: int32;
}

export interface Cache {
  megabytes: int32;
}
