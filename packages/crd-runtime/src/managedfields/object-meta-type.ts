import type { FieldType, MapType, ParseableType } from "./parseable-type.js";
import { fieldElement } from "./path-element.js";

// ObjectMeta is the same in every kind; its list and map types are those of the server's OpenAPI.

const text: ParseableType = { scalar: "string" };
const number: ParseableType = { scalar: "numeric" };
const boolean: ParseableType = { scalar: "boolean" };
/** A string of a format, which the server does not check here. */
const time: ParseableType = { scalar: "untyped" };
const texts: ParseableType = {
  map: { fields: new Map(), others: text, relationship: "separable" },
};
const any: ParseableType = {
  scalar: "untyped",
  map: {
    fields: new Map(),
    get others() {
      return any;
    },
    relationship: "separable",
  },
};

function struct(input: {
  readonly fields: Readonly<Record<string, ParseableType>>;
  readonly relationship?: MapType["relationship"];
}): ParseableType {
  const { fields, relationship = "separable" } = input;
  const entries = Object.entries(fields).map(([name, type]): [string, FieldType] => [
    name,
    { element: fieldElement(name), type },
  ]);
  return { map: { fields: new Map(entries), others: undefined, relationship } };
}

const ownerReference = struct({
  fields: {
    apiVersion: text,
    kind: text,
    name: text,
    uid: text,
    controller: boolean,
    blockOwnerDeletion: boolean,
  },
  relationship: "atomic",
});

const managedFieldsEntry = struct({
  fields: {
    manager: text,
    operation: text,
    apiVersion: text,
    time,
    fieldsType: text,
    fieldsV1: any,
    subresource: text,
  },
});

/** The type of `metadata`. */
export const objectMetaType: ParseableType = struct({
  fields: {
    name: text,
    generateName: text,
    namespace: text,
    selfLink: text,
    uid: text,
    resourceVersion: text,
    generation: number,
    creationTimestamp: time,
    deletionTimestamp: time,
    deletionGracePeriodSeconds: number,
    labels: texts,
    annotations: texts,
    ownerReferences: {
      list: {
        items: ownerReference,
        relationship: "associative",
        keys: [{ name: "uid", default: "" }],
        keyNames: ["uid"],
      },
    },
    finalizers: {
      list: { items: text, relationship: "associative", keys: [], keyNames: [] },
    },
    managedFields: {
      list: { items: managedFieldsEntry, relationship: "atomic", keys: [], keyNames: [] },
    },
  },
});
