import type {
  Condition,
  double,
  int32,
  int64,
  ListMeta,
  ObjectMeta,
  Quantity,
  TypeMeta,
} from "crd-runtime";

/** DatabaseSpec is what the owner of a database asks for. */
export interface DatabaseSpec {
  /** The user that owns the database. */
  user: string;
  /** Name of the Secret with the user's password, in the namespace of the database. */
  passwordSecret: string;
  // +default="UTF8"
  /** How text is encoded. */
  encoding?: "UTF8" | "LATIN1" | "SQL_ASCII";
  /** Name of the DatabaseClass that says how the database is run. */
  className?: string;
  /** Space for data, such as 20Gi. */
  storage?: Quantity;
}

// +genclient
// +genclient:noStatus
// +k8s:deepcopy-gen:interfaces=runtime.Object
// +kubebuilder:resource:shortName=db
/** Database describes a database. */
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
/** DatabaseList is a list of Databases. */
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

/** Zone is a part of the cluster in which databases can run. */
export interface Zone {
  name: string;
  // +default=1
  /** Share of the databases that run here, compared with the other zones. */
  weight?: double;
}

/** DatabaseClassSpec says how the databases of a class are run. */
export interface DatabaseClassSpec {
  engine: "postgres" | "mysql";
  /** Version of the engine, such as "17". */
  version: string;
  // +default=1
  /** Servers for each database. */
  replicas?: int32;
  /** Settings that are handed to the engine as they are. */
  parameters?: Record<string, string>;
  zones?: Zone[];
}

/** DatabaseClassStatus is what is known about a class. */
export interface DatabaseClassStatus {
  /** The generation of the class that this status describes. */
  observedGeneration?: int64;
  /** How many databases use the class. */
  databases?: int32;
  conditions?: Condition[];
}

// +genclient
// +genclient:nonNamespaced
// +k8s:deepcopy-gen:interfaces=runtime.Object
// +kubebuilder:resource:scope=Cluster
// +kubebuilder:subresource:status
/** DatabaseClass describes how databases are run. It belongs to the cluster, so all namespaces share it. */
export interface DatabaseClass extends TypeMeta {
  metadata: ObjectMeta;
  spec: DatabaseClassSpec;
  status?: DatabaseClassStatus;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
/** DatabaseClassList is a list of DatabaseClasses. */
export interface DatabaseClassList extends TypeMeta {
  metadata: ListMeta;
  items: DatabaseClass[];
}
