import type {
  Duration,
  int32,
  int64,
  IntOrString,
  JSON as JSONValue,
  LabelSelector,
  ListMeta,
  ObjectMeta,
  Quantity,
  RawExtension,
  Time,
  TypeMeta,
} from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
// +kubebuilder:storageversion
// +kubebuilder:subresource:status
/** Database describes a database. Its operator runs it. */
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
  status?: DatabaseStatus;
}

/** The desired state of a database. */
export interface DatabaseSpec {
  /** Engine is what runs, e.g. postgres. It cannot be changed. */
  engine: "postgres" | "mysql";
  // +kubebuilder:example="17.2"
  /** The version of the engine. */
  version: string;
  // +default=3
  /** How many run. */
  replicas?: int32;
  // +kubebuilder:validation:Minimum=10
  // +kubebuilder:validation:ExclusiveMinimum=true
  // +kubebuilder:validation:MultipleOf=4
  connections: int32;
  // +kubebuilder:validation:Pattern=`^[A-Z]{3}-\d{4}$`
  ticket: string;
  // +kubebuilder:validation:MinLength=12
  // +kubebuilder:validation:MaxLength=14
  password: string;
  // +kubebuilder:validation:Format=ipv6
  address: string;
  // +kubebuilder:example={"app": "shop"}
  /** Left out, and shown since it has an example. */
  labels?: Record<string, string>;
  /** Left out. */
  notes?: string;
  storage: Quantity;
  maxUnavailable: IntOrString;
  since: Time;
  timeout: Duration;
  bytes: int64 | null;
  // +listType=map
  // +listMapKey=name
  // +listMapKey=protocol
  // +kubebuilder:validation:MinItems=3
  /** The ports, no two of one name and protocol. */
  ports: Port[];
  // +listType=set
  // +kubebuilder:validation:MinItems=2
  zones: ("a" | "b" | "c")[];
  // +kubebuilder:validation:MinProperties=2
  parameters: Record<string, int32>;
  selector: LabelSelector;
  storageBackend: Backend;
  // +kubebuilder:validation:EmbeddedResource
  template: RawExtension;
  anything: JSONValue;
  backup?: Backup;
}

export interface Port {
  name: string;
  protocol: "TCP" | "UDP";
  // +kubebuilder:validation:Maximum=65535
  port: int32;
}

// +kubebuilder:validation:ExactlyOneOf=volume;bucket
export interface Backend {
  volume?: string;
  bucket?: string;
}

/** Shown, for the sake of what is in it. */
export interface Backup {
  // +kubebuilder:example="30 4 * * 0"
  schedule?: string;
  keep: int32;
}

export interface DatabaseStatus {
  phase: string;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
// +kubebuilder:resource:scope=Cluster
/** DatabaseClass has nothing that must be set. */
export interface DatabaseClass extends TypeMeta {
  metadata: ObjectMeta;
  spec?: DatabaseClassSpec;
}

export interface DatabaseClassSpec {
  /**
   * A first paragraph which says much more about the parameters of this class than there is room for on one line of
   * a file, and ends without a point
   *
   * A second one.
   */
  text?: string;
  count?: int32;
  on?: boolean;
  tooMany?: int32;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DatabaseClassList extends TypeMeta {
  metadata: ListMeta;
  items: DatabaseClass[];
}
