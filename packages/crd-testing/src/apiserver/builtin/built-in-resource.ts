import type { FieldSet } from "crd-runtime";
import type { ApiObject } from "../object.js";
import type { ApiResource, Conversion, Review, TableColumn, Verb } from "../resources/resource.js";
import { allVerbs } from "../resources/verb.js";
import type { StorageEntry } from "../storage/entry.js";
import { type KindRules, typedStrategy } from "./typed-strategy.js";
import { zeroMembers } from "./types/complete.js";
import { structuralOfType } from "./types/structural.js";

const none: FieldSet = {};

/** What a built-in resource is made of. */
export interface BuiltInResource {
  /** `""` is the core group. */
  readonly group: string;
  readonly resource: string;
  readonly kind: string;
  readonly scope: "Cluster" | "Namespaced";
  readonly shortNames?: readonly string[];
  readonly categories?: readonly string[];
  readonly verbs?: ReadonlySet<Verb>;
  readonly rules: KindRules;
  readonly columns: readonly TableColumn[];
  readonly status?: boolean;
  readonly subresources?: readonly string[];
  readonly returnsDeletedObject?: boolean;
  /** Fields beyond name and namespace that field selectors may name. */
  readonly fields?: {
    readonly supported: readonly string[];
    of(object: ApiObject): FieldSet;
  };
  readonly conversion?: Conversion;
  readonly storageKey?: string;
  readonly groupOfErrors?: string;
  readonly review?: Review;
}

/** A resource that is built in, in version v1. */
export function builtInResource(input: BuiltInResource): ApiResource {
  const { group, resource, kind, scope, rules, fields } = input;
  const namespaced = scope === "Namespaced";
  const storageKey = input.storageKey ?? (group === "" ? resource : `${resource}.${group}`);
  let schema: ApiResource["schema"];
  return {
    group,
    version: "v1",
    resource,
    singular: kind.toLowerCase(),
    kind,
    listKind: `${kind}List`,
    namespaced,
    shortNames: input.shortNames ?? [],
    categories: input.categories ?? [],
    verbs: input.verbs ?? allVerbs,
    groupOfErrors: input.groupOfErrors,
    storageKey,
    epoch: 0,
    get schema() {
      schema ??= structuralOfType(rules.type);
      return schema;
    },
    status: input.status === true,
    scale: undefined,
    fields: {
      supported: [
        "metadata.name",
        ...(namespaced || fields === undefined ? ["metadata.namespace"] : []),
        ...(fields?.supported ?? []),
      ],
      of: (object) => fields?.of(object) ?? none,
    },
    columns: input.columns,
    strategy: typedStrategy(rules),
    conversion: input.conversion ?? new StoredAsSpoken(storageKey),
    openAPI: { type: rules.type },
    zeroMembers: zeroMembers(rules.type),
    warning: undefined,
    builtIn: true,
    subresources: input.subresources,
    review: input.review,
    returnsDeletedObject: input.returnsDeletedObject,
  };
}

/** The only version there is. */
class StoredAsSpoken implements Conversion {
  readonly storageVersion = "v1";
  readonly key: string;

  constructor(storageKey: string) {
    this.key = `${storageKey}/v1`;
  }

  fromStorage(entries: readonly StorageEntry[]): readonly Uint8Array[] {
    return entries.map((entry) => entry.value);
  }

  toStorage(object: ApiObject): ApiObject {
    return object;
  }
}
