import type { double, int32, JSON, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
/** Track is a way through places. */
export interface Track extends TypeMeta {
  metadata: ObjectMeta;
  spec: TrackSpec;
}

/** Position is a longitude and a latitude in degrees. */
export type Position = [longitude: double, latitude: double];

export interface TrackSpec {
  /** Lower left and upper right corner. */
  box?: [Position, Position];
  speed?: readonly [min: int32, max: int32];
  /** The first and the last stop. */
  ends: [Stop, Stop];
  legs?: [from: Stop, to: Stop | null][];
  named?: Record<string, [string, Stop]>;
  origin?: [Stop, int32];
  mixed: ["auto" | "manual", { depth?: int32; stops: Stop[] }, string[], JSON] | null;
  tagged?: [string] | boolean;
}

export interface Stop {
  name: string;
  type?: string;
  at?: Position;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
/** TrackList is a list of Track objects. */
export interface TrackList extends TypeMeta {
  metadata: ListMeta;
  items: Track[];
}
