import type { ObjectMeta, Time } from "crd-runtime";

export interface Database extends ObjectMeta {
  user: string;
}

export type Phase = "Pending" | "Running";

export interface Status extends Phase {
  user: string;
}

export interface At extends Time {
  user: string;
}

export interface Labels extends Record<string, string> {
  user: string;
}

export interface Ports {
  [name: string]: string;
}

export interface NamedPorts extends Ports {
  user: string;
}

export type Disks = { [name: string]: string };

export interface NamedDisks extends Disks {
  user: string;
}
