// Compiled with the tests, never run: each @ts-expect-error fails when the line below it compiles.
import type {
  DeepReadonly,
  ExactMembers,
  JSON as JSONValue,
  KubernetesList,
  KubernetesObject,
  ListMeta,
  ObjectMeta,
  Persisted,
  PersistedList,
  Quantity,
  RawExtension,
  TypeMeta,
  UpToDate,
} from "../../src/meta/index.js";
import {
  copyArray,
  copyMap,
  copyTuple,
  deepCopyJSON,
  deepCopyObjectMeta,
} from "../../src/meta/index.js";
import type { Scheme } from "../../src/scheme/index.js";

interface Item {
  name: string;
}

interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    engine: "postgres" | "mysql";
    size?: Quantity | null;
    labels?: Record<string, string>;
    matrix: (string | null)[][];
    items: Item[];
    byName: Record<string, Item>;
    oneOrMany: string | string[];
    itemOrBoolean: Item | boolean;
    any?: JSONValue;
    raw?: RawExtension;
    anyList?: JSONValue[];
    tree?: Tree;
  };
}

interface Tree {
  [key: string]: Tree;
}

interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

type Spec = Database["spec"];
type SpecValues = "engine" | "size";
type SpecContainers = "labels" | "matrix" | "oneOrMany";
type SpecNested = "items" | "byName" | "itemOrBoolean" | "any" | "raw" | "anyList" | "tree";

export type SpecMembers = UpToDate<ExactMembers<Spec, SpecValues, SpecContainers, SpecNested>>;
export type DatabaseMembers = UpToDate<
  ExactMembers<Database, "apiVersion" | "kind", never, "metadata" | "spec">
>;

type Message<T> = T extends true ? never : T;

export const added: Message<ExactMembers<Spec, "engine", SpecContainers, SpecNested>> =
  "member 'size' is not known to the generated code: run plop regenerate";
export const removed: Message<ExactMembers<Spec, SpecValues | "port", SpecContainers, SpecNested>> =
  "member 'port' is gone from the type: run plop regenerate";
export const scalarToContainer: Message<
  ExactMembers<Spec, SpecValues | "labels", "matrix" | "oneOrMany", SpecNested>
> = "the type of member 'labels' has changed: run plop regenerate";
export const containerToNested: Message<
  ExactMembers<Spec, SpecValues, SpecContainers | "items", Exclude<SpecNested, "items">>
> = "the type of member 'items' has changed: run plop regenerate";
// @ts-expect-error a message is not true
export type Stale = UpToDate<ExactMembers<Spec, "engine", SpecContainers, SpecNested>>;

declare const frozen: DeepReadonly<Database>;
declare const database: Database;
export const view: DeepReadonly<Database> = database;
// @ts-expect-error cache objects cannot be changed
frozen.spec.items.push({ name: "a" });
// @ts-expect-error nor can what is nested in them
frozen.metadata.labels = {};

export const meta: ObjectMeta = deepCopyObjectMeta(frozen.metadata);
export const items: Item[] = copyArray(frozen.spec.items, (item) => ({ ...item }));
export const byName: Record<string, Item> = copyMap(frozen.spec.byName, (item) => ({ ...item }));
export function copyJSON(input: DeepReadonly<Database>): [JSONValue, RawExtension, JSONValue[]] {
  return [
    deepCopyJSON(input.spec.any ?? null),
    deepCopyJSON(input.spec.raw ?? {}),
    copyArray(input.spec.anyList ?? [], (value) => deepCopyJSON(value)),
  ];
}

declare const persisted: Persisted<Database>;
export const uid: string = persisted.metadata.uid;
export const apiVersion: string = persisted.apiVersion;
export const asInput: Database = persisted;
export const asReadonly: DeepReadonly<Database> = persisted;
export const asObject: KubernetesObject = persisted;

declare const list: PersistedList<DatabaseList>;
export const listVersion: string = list.metadata.resourceVersion;
export const first: string | undefined = list.items[0]?.metadata.uid;
export const names: string[] = list.items.map((item) => item.metadata.name);
export const asList: DatabaseList = list;
export const asAnyList: KubernetesList<KubernetesObject> = list;

export function copyOf<T>(_copy: (input: DeepReadonly<T>) => T, input: DeepReadonly<T>): T {
  return _copy(input);
}
declare function deepCopyDatabase(input: DeepReadonly<Database>): Database;
declare const cached: DeepReadonly<Persisted<Database>>;
// What a cache hands out goes into the generated copy of its type.
export const own: Database = deepCopyDatabase(cached);
export const inferred: Database = copyOf(deepCopyDatabase, frozen);
declare const scheme: Scheme;
export const byKind: Database = scheme.deepCopyObject(frozen);

declare const tuple: DeepReadonly<{ of: [string, Item | null, Item[]] }>["of"];
export const tupleCopy: [string, Item | null, Item[]] = copyTuple(tuple, [
  (item) => item,
  (item) => ({ ...item }),
  (items) => items.map((item) => ({ ...item })),
]);
export const flatTuple: [number, string] = copyTuple([1, "a"] as const satisfies [number, string]);
// @ts-expect-error the items have their own places
tuple[0].name;
// @ts-expect-error one function for each item
copyTuple(tuple, [(item) => item]);
