import type { TypeMeta } from "../meta/index.js";
import { type ApplyConfigurationBuilder, builderPrototype } from "./builder.js";
import type { Fields, Struct } from "./fields.js";

/** What is known of a type of apply configurations. */
export interface ApplyConfigurationType<T> extends Struct {
  /** What a whole object says of itself; undefined for a part of one. */
  readonly typeMeta: Required<TypeMeta> | undefined;
  /** A builder that has these members. */
  build(members: T): ApplyConfigurationBuilder<T>;
}

/** Builds what is part of an object. */
export interface StructConstructor<T> extends ApplyConfigurationType<T> {
  (members?: T): ApplyConfigurationBuilder<T>;
}

/** Builds an object of a namespace. */
export interface NamespacedConstructor<T> extends ApplyConfigurationType<T> {
  (name: string, namespace: string, members?: T): ApplyConfigurationBuilder<T>;
}

/** Builds an object of the cluster. */
export interface ClusterScopedConstructor<T> extends ApplyConfigurationType<T> {
  (name: string, members?: T): ApplyConfigurationBuilder<T>;
}

/** What the configuration of a whole object says of its type. */
interface ObjectType {
  readonly apiVersion: string;
  readonly kind: string;
  /** Without apiVersion and kind. */
  readonly fields: Fields;
}

/** The members that a whole object has at least. */
interface ObjectConfiguration {
  apiVersion?: string;
  kind?: string;
  metadata?: object;
}

/** The constructor of a type that is part of others. */
export function structApplyConfiguration<T extends object>(fields: Fields): StructConstructor<T> {
  const type = typeOf<T>({ fields, typeMeta: undefined });
  return Object.assign((members?: T) => type.build(Object.assign({}, members)), type);
}

/** The constructor of a type that has apiVersion and kind, and no client. */
export function typedApplyConfiguration<T extends object>(input: ObjectType): StructConstructor<T> {
  const type = objectType<T>(input);
  const make = (members?: T) =>
    type.build(Object.assign({}, type.typeMeta, members, type.typeMeta));
  return Object.assign(make, type);
}

/** The constructor of a kind whose objects belong to namespaces. */
export function namespacedApplyConfiguration<T extends ObjectConfiguration>(
  input: ObjectType,
): NamespacedConstructor<T> {
  const type = objectType<T>(input);
  const make = (name: string, namespace: string, members?: T) => {
    const metadata = { ...members?.metadata, name, namespace };
    return type.build(Object.assign({}, type.typeMeta, members, type.typeMeta, { metadata }));
  };
  return Object.assign(make, type);
}

/** The constructor of a kind whose objects belong to the cluster. */
export function clusterScopedApplyConfiguration<T extends ObjectConfiguration>(
  input: ObjectType,
): ClusterScopedConstructor<T> {
  const type = objectType<T>(input);
  const make = (name: string, members?: T) => {
    const metadata = { ...members?.metadata, name };
    return type.build(Object.assign({}, type.typeMeta, members, type.typeMeta, { metadata }));
  };
  return Object.assign(make, type);
}

function objectType<T>({ apiVersion, kind, fields }: ObjectType): ApplyConfigurationType<T> {
  return typeOf<T>({
    fields: { apiVersion: "value", kind: "value", ...fields },
    typeMeta: { apiVersion, kind },
  });
}

function typeOf<T>(
  input: Pick<ApplyConfigurationType<T>, "fields" | "typeMeta">,
): ApplyConfigurationType<T> {
  const { fields, typeMeta } = input;
  let prototype: object | undefined;
  return {
    fields,
    typeMeta,
    build(members) {
      prototype ??= builderPrototype(fields);
      return Object.assign(Object.create(prototype), members);
    },
  };
}
