import type {
  Bytes,
  double,
  Duration,
  int32,
  int64,
  IntOrString,
  ObjectMeta,
  Quantity,
  Time,
} from "crd-runtime";

export const standard = "standard";

// +default="warn"
export type Level = "info" | "debug";

export interface Zone {
  name: string;
  // +default=1
  weight: int32;
}

export interface Spec {
  // +kubebuilder:default=5
  text?: string;
  // +default="yes"
  yes?: boolean;
  // +default="utf8"
  encoding?: "UTF8" | "LATIN1";
  // +default=1.5
  count?: int32;
  // +default=3000000000
  large?: int32;
  // +kubebuilder:default=9007199254740992
  exact?: int64;
  // +default=-9223372036854775808
  least?: int64;
  // +default="1"
  ratio?: double;
  // +default=1.5
  port?: IntOrString;
  // +default="10Gb"
  storage?: Quantity;
  // +default="5 minutes"
  timeout?: Duration;
  // +default="yesterday"
  since?: Time;
  // +default="no base64!"
  key?: Bytes;
  // +default="a"
  hosts?: string[];
  // +default=["a", 1]
  names?: string[];
  // +default={"a": "b"}
  sizes?: Record<string, int32>;
  // +default=[]
  labels?: Record<string, string>;
  // +default={"weigth": 1}
  zone?: Zone;
  // +default=[{"name": "a"}, {"weight": 1}]
  zones?: Zone[];
  // +default=null
  note?: string;
  // +default="x"
  metadata?: ObjectMeta;
  // +default={"type": "tape"}
  source?: Disk | Bucket;
  // +default={"type": "bucket"}
  bucket?: Disk | Bucket;
  // +default=ref(standard)
  replicas?: int32;
  inline?: {
    // +default=1
    name?: string;
  };
}

export interface Disk {
  type: "disk";
}

export interface Bucket {
  type: "bucket";
  name: string;
}
