import type { KubernetesObject, ManagedFieldsEntry } from "crd-runtime";
import {
  extractApplyConfiguration,
  namespacedApplyConfiguration,
  structApplyConfiguration,
} from "crd-runtime/applyconfigurations";
import { FieldsV1Error } from "crd-runtime/managedfields";
import { describe, expect, it } from "vitest";

interface Widget {
  apiVersion?: string;
  kind?: string;
  metadata?: object;
  spec?: object;
  status?: object;
}

const part = structApplyConfiguration<object>({ selector: "atomic", settings: { map: "value" } });
const other = structApplyConfiguration<object>({ window: "atomic" });
const spec = structApplyConfiguration<object>({
  size: "value",
  extra: "value",
  selector: "atomic",
  frozen: { map: "value", atomic: true },
  parts: { list: () => part },
  named: { map: () => part },
  action: () => [part, other],
});
const widget = namespacedApplyConfiguration<Widget>({
  apiVersion: "example.com/v1",
  kind: "Widget",
  fields: { metadata: "objectMeta", spec: () => spec, status: "value" },
});

type Fields = NonNullable<ManagedFieldsEntry["fieldsV1"]>;

/** What "me" has applied to a spec when it owns these fields of it. */
function extracted(input: { readonly spec: object; readonly fields: Fields }): unknown {
  const { metadata, spec: owned } = extract({
    object: { spec: input.spec },
    managedFields: [{ manager: "me", operation: "Apply", fieldsV1: { "f:spec": input.fields } }],
  });
  expect(metadata).toEqual({ name: "w", namespace: "default" });
  return owned;
}

function extract(input: {
  readonly object: object;
  readonly managedFields?: ManagedFieldsEntry[];
  readonly subresource?: string;
}): Widget {
  const { managedFields, subresource = "" } = input;
  const metadata = { name: "w", namespace: "default", ...(managedFields && { managedFields }) };
  const object: KubernetesObject = { metadata, ...input.object };
  return extractApplyConfiguration({ object, fieldManager: "me", subresource, type: widget });
}

describe("extract", () => {
  it.each<{
    readonly what: string;
    readonly spec: object;
    readonly fields: Fields;
    readonly owned: object;
  }>([
    {
      what: "members, and not those of others",
      spec: { size: 1, extra: { a: 1, b: 2 } },
      fields: { "f:size": {}, "f:extra": { ".": {}, "f:b": {} } },
      owned: { size: 1, extra: { b: 2 } },
    },
    {
      what: "an object that was applied empty, without what others have put into it",
      spec: { extra: { a: 1 }, named: { x: { settings: {} } }, action: { other: 1 } },
      fields: { "f:extra": {}, "f:named": {}, "f:action": {} },
      owned: { extra: {}, named: {}, action: {} },
    },
    {
      what: "atomic objects and maps as wholes",
      spec: { selector: { a: { b: 1 } }, frozen: { a: "1" }, action: { window: { from: 1 } } },
      fields: { "f:selector": {}, "f:frozen": {}, "f:action": { "f:window": {} } },
      owned: { selector: { a: { b: 1 } }, frozen: { a: "1" }, action: { window: { from: 1 } } },
    },
    {
      what: "atomic lists as wholes",
      spec: { parts: [{ name: "a" }, { name: "b" }] },
      fields: { "f:parts": {} },
      owned: { parts: [{ name: "a" }, { name: "b" }] },
    },
    {
      what: "items of a list with their keys, in its order",
      spec: {
        parts: [
          { port: 80, protocol: "TCP", name: "x", settings: { a: "1" } },
          { port: 81, protocol: "TCP", name: "y" },
          { port: 80, protocol: "UDP", name: "z", selector: { a: "1" } },
        ],
      },
      fields: {
        "f:parts": {
          'k:{"port":80,"protocol":"UDP"}': { ".": {}, "f:selector": {} },
          'k:{"port":80,"protocol":"TCP"}': { ".": {}, "f:port": {}, "f:settings": { "f:a": {} } },
        },
      },
      owned: {
        parts: [
          { port: 80, protocol: "TCP", settings: { a: "1" } },
          { port: 80, protocol: "UDP", selector: { a: "1" } },
        ],
      },
    },
    {
      what: "items that have one owner as wholes",
      spec: { parts: [{ uid: "1", name: "a" }, { uid: "2" }] },
      fields: { "f:parts": { 'k:{"uid":"1"}': {} } },
      owned: { parts: [{ uid: "1", name: "a" }] },
    },
    {
      what: "items of a set, of any scalar",
      spec: { parts: ["a", "b", 1, 2.5, true] },
      fields: { "f:parts": { 'v:"b"': {}, "v:1": {}, "v:2.5": {}, "v:true": {} } },
      owned: { parts: ["b", 1, 2.5, true] },
    },
    {
      what: "items by their index",
      spec: { parts: ["a", { size: 1, name: "x" }] },
      fields: { "f:parts": { "i:1": { "f:size": {} } } },
      owned: { parts: [{ size: 1 }] },
    },
    {
      what: "nulls, and members that the type does not know",
      spec: { size: null, unknown: { a: 1 } },
      fields: { "f:size": {}, "f:unknown": {} },
      owned: { size: null, unknown: { a: 1 } },
    },
    {
      what: "names like those of prototypes",
      spec: JSON.parse('{"__proto__":{"a":1},"constructor":2}'),
      fields: JSON.parse('{"f:__proto__":{},"f:constructor":{}}'),
      owned: JSON.parse('{"__proto__":{"a":1},"constructor":2}'),
    },
  ])("has $what", ({ spec, fields, owned }) => {
    expect(extracted({ spec, fields })).toEqual(owned);
  });

  it("leaves out what is owned and no longer there", () => {
    expect(
      extracted({
        spec: { size: 1 },
        fields: { "f:parts": { 'v:"a"': {} }, "f:extra": { "f:a": {} } },
      }),
    ).toBeUndefined();
  });

  it("reads the entry of the manager, of apply, of the subresource", () => {
    const object = { spec: { size: 1, extra: 2 }, status: { phase: "Up", since: 3 } };
    const entry = (fieldsV1: Fields, more: ManagedFieldsEntry): ManagedFieldsEntry => ({
      manager: "me",
      operation: "Apply",
      fieldsV1,
      ...more,
    });
    const managedFields = [
      entry({ "f:spec": { "f:extra": {} } }, { manager: "other" }),
      entry({ "f:spec": { "f:extra": {} } }, { operation: "Update" }),
      entry({ "f:status": { "f:phase": {} } }, { subresource: "status" }),
      entry({ "f:spec": { "f:size": {} } }, {}),
    ];
    expect(extract({ object, managedFields }).spec).toEqual({ size: 1 });
    expect(extract({ object, managedFields }).status).toBeUndefined();
    const ofStatus = extract({ object, managedFields, subresource: "status" });
    expect(ofStatus).toMatchObject({ metadata: { name: "w" }, status: { phase: "Up" } });
    expect(ofStatus.spec).toBeUndefined();
  });

  it("always says what object it is", () => {
    const identity = {
      apiVersion: "example.com/v1",
      kind: "Widget",
      metadata: { name: "w", namespace: "default" },
    };
    expect(extract({ object: { spec: { size: 1 } } })).toEqual(identity);
    expect(extract({ object: {}, managedFields: [{ manager: "me", operation: "Apply" }] })).toEqual(
      identity,
    );
    const beta = { apiVersion: "example.com/v1beta1", kind: "Widget" };
    expect(extract({ object: beta })).toEqual({ ...identity, ...beta });
  });

  it("shares nothing with the object, which may be a cache's", () => {
    const object = { spec: { parts: [{ a: { b: 1 } }], frozen: { a: "1" } } };
    const managedFields: ManagedFieldsEntry[] = [
      {
        manager: "me",
        operation: "Apply",
        fieldsV1: { "f:spec": { "f:parts": {}, "f:frozen": {} } },
      },
    ];
    const configuration = extract({ object, managedFields });
    expect(configuration.spec).toEqual(object.spec);
    expect(configuration.spec).not.toBe(object.spec);
    Object.assign(Reflect.get(configuration.spec ?? {}, "frozen"), { a: "2" });
    Reflect.get(configuration.spec ?? {}, "parts")[0].a.b = 2;
    expect(object).toEqual({ spec: { parts: [{ a: { b: 1 } }], frozen: { a: "1" } } });
  });

  it("throws when the field set is none", () => {
    const managedFields: ManagedFieldsEntry[] = [
      { manager: "me", operation: "Apply", fieldsV1: { "f:spec": 1 } },
    ];
    expect(() => extract({ object: {}, managedFields })).toThrow(FieldsV1Error);
  });
});
