import type {
  Bytes,
  Condition,
  IntOrString,
  JSON,
  LabelSelector,
  ObjectMeta,
  Quantity,
  RawExtension,
  Time,
  integer,
} from "crd-runtime";

/** Port is a type without nested members. */
export interface Port {
  name: string;
  port: integer;
  protocol?: "TCP" | "UDP";
}

/** Nothing declares no members at all. */
export interface Nothing {}

export interface Containers {
  text: string;
  amount?: Quantity;
  target?: IntOrString;
  since?: Time;
  key?: Bytes;
  mode?: "on" | "off" | null;
  one: Port;
  maybe?: Port;
  nullable: Port | null;
  maybeNullable?: Port | null;
  nothing?: Nothing;
  strings: string[];
  maybeStrings?: string[] | null;
  nullableStrings: (string | null)[];
  modes?: ("on" | "off")[];
  ports: Port[];
  nullablePorts?: (Port | null)[];
  matrix: integer[][];
  cube?: integer[][][];
  portMatrix?: Port[][];
  nullablePortMatrix?: ((Port | null)[] | null)[];
  labels: Record<string, string>;
  indexed?: { [key: string]: integer };
  nullableLabels?: Record<string, string | null>;
  portsByName?: Record<string, Port>;
  nullablePortsByName?: Record<string, Port | null>;
  mapOfMaps?: Record<string, Record<string, string>>;
  mapOfMapsOfPorts?: Record<string, Record<string, Port>>;
  mapOfLists?: Record<string, string[]>;
  mapOfListsOfPorts?: Record<string, Port[]>;
  listOfMaps?: Record<string, string>[];
  listOfMapsOfPorts?: Record<string, Port>[];
  inline?: { name: string; size?: integer };
  inlineNested: { tags?: string[]; port: Port; deeper?: { ports: Port[] } };
  nullableInline?: { tags: string[] } | null;
  listOfInline?: { tags: string[] }[];
  mapOfInline?: Record<string, { tags: string[] }>;
  json?: JSON;
  raw?: RawExtension;
  jsons?: JSON[];
  raws?: RawExtension[];
  jsonByName?: Record<string, JSON>;
  metadata?: ObjectMeta;
  selector?: LabelSelector;
  selectors?: LabelSelector[];
  conditions?: Condition[];
  range: [integer, integer];
  maybeRange?: readonly [from: integer, to: integer] | null;
  portPair?: [Port, Port | null];
  tuples?: [name: string, ports: Port[], json: JSON][];
  tupleByName?: Record<string, [Port, { tags: string[] }, [string, "on" | "off"]]>;
  deep?: string[][][][][];
  deeper?: string[][][][][][];
}
