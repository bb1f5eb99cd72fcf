import type { JSON, ObjectMeta, integer } from "crd-runtime";

export interface Port {
  port: integer;
}

export type Name = string;
export type Mode = "on" | "off";
export type Count = integer;
export type Names = Name[];
export type Labels = Record<Name, string>;
export type Ports = Port[];
export type PortsByName = Record<string, Port>;
export type SamePort = Port;
export type MaybePort = Port | null;
export type MaybePorts = Ports | null;
export type Settings = { tags?: string[]; count: Count };
export type Flat = { count: Count };
export type Anything = JSON;
export type Meta = ObjectMeta;
export type Tree = Tree[];
export type Forest = { [name: string]: Forest };

export interface Uses {
  name: Name;
  mode?: Mode;
  names: Names;
  modes: Mode[];
  labels?: Labels;
  listOfLabels?: Labels[];
  ports: Ports;
  portsByName?: PortsByName;
  samePort?: SamePort;
  maybePort?: MaybePort;
  maybePorts: MaybePorts;
  listOfMaybePorts?: MaybePort[];
  settings: Settings;
  flat?: Flat;
  anything?: Anything;
  meta?: Meta;
  tree?: Tree;
  forest?: Forest;
}
