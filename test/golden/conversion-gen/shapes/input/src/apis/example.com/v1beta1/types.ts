import type { Duration, int32, int64, IntOrString, JSON, LabelSelector, Quantity, RawExtension } from "crd-runtime";

export interface Shapes {
  count: int64;
  size?: Quantity;
  port: IntOrString;
  timeout?: Duration;
  selector?: LabelSelector;
  raw?: JSON;
  anything: JSON[];
  extensions?: (RawExtension | null)[][];
  mode: "a" | "b" | "c";
  matrix: int32[][];
  range?: [int32, int32];
  pair: readonly [first: Item, second: Item | null];
  rows: [string, Item[], { of: string[] }, JSON][];
  byName: Record<string, Item>;
  lists?: Record<string, Item[]>;
  itemOrItems?: Item | Item[];
  namesOrName: string | string[];
  toggle?: Item | boolean;
  maybe: Item | null;
  perhaps?: Item[] | null;
  inline: { name: string; nested?: { items: Item[] }; "node-port"?: string[] };
  engine: Postgres | Mysql;
  engines?: Engine[];
  alias: Items;
  default?: string[];
  input?: Item;
  rest?: string[];
  convert_v1_Item_To_v1beta1_Item?: string[];
  "app.kubernetes.io/name"?: string;
  "app.kubernetes.io/names"?: readonly string[];
  readonly fixed?: Item;
}

export interface Item {
  name: string;
}

export type Items = Item[];

export type Engine = Postgres | Mysql;

export interface Postgres {
  type: "postgres";
  extensions?: string[];
}

export interface Mysql {
  type: "mysql";
  plugins: string[];
}

export interface Selector extends LabelSelector {
  names?: string[];
}

export interface Tree {
  label: string;
  children?: Tree[];
  constructor?: Tree;
  valueOf?: Tree | null;
}

export interface Derived extends Item {
  items: Item[];
}

export type Renamed = Item;
