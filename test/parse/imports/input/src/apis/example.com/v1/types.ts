import { type ObjectMeta, TypeMeta } from "crd-runtime";
import type * as meta from "crd-runtime";
import type { Phase as DatabasePhase } from "./phase.js";
import type { Size } from "./phase";
import * as phases from "./phase.ts";
import type { Common, Shared, Moved, Time } from "./barrel.js";
import type { Storage } from "../v1beta1/types.js";
import type { Team } from "../../example.org/v1/types.js";
import type { KubeConfig } from "@kubernetes/client-node";

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  phase: DatabasePhase;
  size: Size;
  qualified: phases.Size;
  at: meta.Time;
  shared: Shared;
  common: Common;
  moved: Moved;
  time: Time;
  storage: Storage;
  team: Team;
}

export interface Other extends meta.TypeMeta {
  storage: Storage[];
}

export function connect(config: KubeConfig): string {
  return String(config);
}
