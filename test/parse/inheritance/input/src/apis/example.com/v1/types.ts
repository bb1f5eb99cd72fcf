import type { LabelSelector, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

/** Named has a name. */
export interface Named {
  name: string;
  kindOfName?: "long" | "short";
}

export type Sized = { size: string };

export type AlsoNamed = Named;

export interface Both extends Named, Sized {
  own: string;
  kindOfName: "long";
}

export interface Deep extends Both, AlsoNamed {}

export interface Selector extends LabelSelector {
  namespace?: string;
}

// +kubebuilder:object:root=false
export interface Base extends TypeMeta {
  metadata: ObjectMeta;
}

// +kubebuilder:object:root=true
// +kubebuilder:subresource:status
export interface Database extends Base, Named {
  apiVersion: "example.com/v1";
  kind: "Database";
  status?: Sized;
}

export type Meta = ListMeta;

export type Databases = Database[];

// +kubebuilder:object:root=true
export interface DatabaseList extends TypeMeta {
  metadata: Meta;
  items: Databases;
}
