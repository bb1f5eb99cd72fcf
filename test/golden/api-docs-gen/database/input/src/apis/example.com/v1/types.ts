import type {
  Condition,
  int32,
  IntOrString,
  LabelSelector,
  ListMeta,
  ObjectMeta,
  Quantity,
  TypeMeta,
} from "crd-runtime";
import type { Volume } from "../../storage.example.com/v1/types.js";

export const defaultEngine = "postgres";

// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
// +kubebuilder:resource:path=databases,shortName=db;dbs
// +kubebuilder:storageversion
// +kubebuilder:subresource:status
// +k8s:prerelease-lifecycle-gen:introduced=1.4
/**
 * Database is a database.
 *
 * It has replicas.
 */
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  /** What is wanted. */
  spec: DatabaseSpec;
  /** What is there. */
  status?: DatabaseStatus;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

/** Sized is inherited: it has no section. */
export interface Sized {
  /** Bytes on disk. */
  size?: Quantity;
}

/** DatabaseSpec is what is wanted. */
export interface DatabaseSpec extends Sized {
  // +kubebuilder:default=3
  // +kubebuilder:validation:Minimum=1
  // +kubebuilder:validation:Maximum=9
  /** How many there are. */
  replicas?: int32;
  // +default=ref(defaultEngine)
  engine?: Engine;
  level?: Level;
  // +k8s:required
  lowest?: Level | null;
  // +optional
  highest: Lowest;
  // +kubebuilder:validation:Pattern=`^(a|b)$`
  // +kubebuilder:validation:MinLength=1
  name: string;
  port?: IntOrString;
  selector?: LabelSelector;
  labels?: Record<string, string>;
  parts?: Record<string, Part>;
  // +listType=map
  // +listMapKey=name
  volumes?: Volume[];
  mode: "fast" | "safe" | null;
  modes?: ("fast" | "safe")[];
  source?: Source;
  hosts?: string | string[];
  /** Limits have no type of their own. */
  limits?: {
    /** In millicores. */
    cpu?: int32;
    zones: { name: string }[];
  };
  children?: DatabaseSpec[];
}

/** Engine runs it. */
export type Engine = "postgres" | "mysql";

// +default="info"
// +kubebuilder:validation:MaxLength=5
export type Level = string;

export type Lowest = Level;

/** Part is empty. */
export interface Part {}

export type Source = FileSource | URLSource;

export interface FileSource {
  kind: "File";
  path: string;
}

export interface URLSource {
  kind: "URL";
  url: string;
}

export interface DatabaseStatus {
  conditions?: DatabaseCondition[];
}

export interface DatabaseCondition extends Condition {
  severity?: string;
}

/** Unused is in no kind. */
export interface Unused {
  name: string;
}
