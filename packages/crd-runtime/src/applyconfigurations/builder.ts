import { type Field, type Fields, fieldOf } from "./fields.js";
import type { ObjectMetaApplyConfiguration } from "./meta-types.js";

/**
 * An apply configuration with a method `with...` for each of its members, which returns it again: members of lists are
 * appended, those of maps merged, anything else, tuples too, is set. One with metadata has the methods of ObjectMeta too. As
 * data it is plain: methods are not enumerable, JSON and spreading see only members.
 */
export type ApplyConfigurationBuilder<T> = T & Setters<T> & MetaSetters<T>;

type Setters<T> = {
  readonly [K in keyof T & string as `with${Capitalize<K>}`]-?: Setter<T[K], T>;
};

type Setter<Value, T> = [NonNullable<Value>] extends [infer List extends readonly unknown[]]
  ? number extends List["length"]
    ? (...items: List[number][]) => ApplyConfigurationBuilder<T>
    : (value: Exclude<Value, undefined>) => ApplyConfigurationBuilder<T>
  : (value: Exclude<Value, undefined>) => ApplyConfigurationBuilder<T>;

/** Members of its own go first. */
type MetaSetters<T> = "metadata" extends keyof T
  ? [ObjectMetaApplyConfiguration, NonNullable<T["metadata"]>] extends [
      NonNullable<T["metadata"]>,
      ObjectMetaApplyConfiguration,
    ]
    ? Omit<
        {
          readonly [K in keyof ObjectMetaApplyConfiguration as `with${Capitalize<K>}`]-?: Setter<
            ObjectMetaApplyConfiguration[K],
            T
          >;
        },
        keyof Setters<T>
      >
    : unknown
  : unknown;

type Data = { [member: string]: unknown };

/** Members of ObjectMeta by how they are set. */
export const objectMetaFields: Fields = {
  name: "value",
  generateName: "value",
  namespace: "value",
  uid: "value",
  resourceVersion: "value",
  generation: "value",
  creationTimestamp: "value",
  deletionTimestamp: "value",
  deletionGracePeriodSeconds: "value",
  labels: { map: "value" },
  annotations: { map: "value" },
  ownerReferences: { list: "atomic" },
  finalizers: { list: "value" },
};

/** Makes the prototype of builders: a setter for each field, hidden from whoever looks at the data. */
export function builderPrototype(fields: Fields): object {
  const setters = new Map<string, (this: Data, ...values: unknown[]) => Data>();
  if (fieldOf({ fields, name: "metadata" }) === "objectMeta") {
    for (const [name, field] of Object.entries(objectMetaFields)) {
      setters.set(setterName(name), function (...values) {
        const present = recordOf(this["metadata"]);
        const value = combined({ field, present: present[name], values });
        return assign({ to: this, name: "metadata", value: { ...present, [name]: value } });
      });
    }
  }
  for (const [name, field] of Object.entries(fields)) {
    setters.set(setterName(name), function (...values) {
      const present = Object.hasOwn(this, name) ? this[name] : undefined;
      return assign({ to: this, name, value: combined({ field, present, values }) });
    });
  }
  const properties = [...setters].map(([name, value]) => [name, { value }] as const);
  return Object.create(Object.prototype, Object.fromEntries(properties));
}

function setterName(member: string): string {
  return `with${member.charAt(0).toUpperCase()}${member.slice(1)}`;
}

/** The new value of a member. What is there is copied, not changed: it may be the caller's. */
function combined(input: {
  readonly field: Field;
  readonly present: unknown;
  readonly values: readonly unknown[];
}): unknown {
  const { field, present, values } = input;
  if (typeof field === "object" && "list" in field) {
    return [...(Array.isArray(present) ? present : []), ...values];
  }
  const [value] = values;
  const merges = field === "objectMeta" || (typeof field === "object" && "map" in field);
  return merges && value !== null ? { ...recordOf(present), ...recordOf(value) } : value;
}

/** Sets an own member, whatever it is called. */
function assign(input: {
  readonly to: Data;
  readonly name: string;
  readonly value: unknown;
}): Data {
  const { to, name, value } = input;
  Object.defineProperty(to, name, { value, writable: true, enumerable: true, configurable: true });
  return to;
}

function recordOf(value: unknown): Data {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
