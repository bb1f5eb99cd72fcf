import { describe, expect, it } from "vitest";
import { customResourceDefinition } from "../../src/apiserver/builtin/types/apiextensions.js";
import { completeInPlace, zeroMembers } from "../../src/apiserver/builtin/types/complete.js";
import { lease } from "../../src/apiserver/builtin/types/coordination.js";
import { configMap, event, namespace } from "../../src/apiserver/builtin/types/core.js";
import { decodeInPlace } from "../../src/apiserver/builtin/types/decode.js";
import { role } from "../../src/apiserver/builtin/types/rbac.js";
import type { JsonObject } from "../../src/apiserver/object.js";

describe("decodeInPlace", () => {
  it("drops what is empty, and names what is unknown", () => {
    const object: JsonObject = {
      data: {},
      zork: 1,
      metadata: { labels: {}, foo: 1, name: "a", finalizers: [], annotations: { x: null } },
      kind: "ConfigMap",
      apiVersion: "v1",
      immutable: false,
    };
    expect(decodeInPlace(object, configMap)).toEqual(["zork", "metadata.foo"]);
    expect(JSON.stringify(object)).toBe(
      '{"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"a","annotations":{"x":""}},"immutable":false}',
    );
  });

  it("keeps members whose names are special", () => {
    const object = JSON.parse('{"data":{"__proto__":"a","constructor":"b"}}') as JsonObject;
    decodeInPlace(object, configMap);
    expect(JSON.stringify(object["data"])).toBe('{"__proto__":"a","constructor":"b"}');
  });

  it.each([
    [
      configMap,
      { data: { a: 1 } },
      "json: cannot unmarshal number into Go struct field ConfigMap.data of type string",
    ],
    [
      configMap,
      { data: [] },
      "json: cannot unmarshal array into Go struct field ConfigMap.data of type map[string]string",
    ],
    [
      configMap,
      { metadata: { labels: { a: 1 } } },
      "json: cannot unmarshal number into Go struct field ObjectMeta.metadata.labels of type string",
    ],
    [
      lease,
      { spec: { leaseDurationSeconds: 1.5 } },
      "json: cannot unmarshal number 1.5 into Go struct field LeaseSpec.spec.leaseDurationSeconds of type int32",
    ],
    [
      lease,
      { spec: { leaseDurationSeconds: 2 ** 31 } },
      "json: cannot unmarshal number 2147483648 into Go struct field LeaseSpec.spec.leaseDurationSeconds of type int32",
    ],
    [
      lease,
      { spec: { renewTime: "2026-01-01T00:00:00.123Z" } },
      'parsing time "2026-01-01T00:00:00.123Z" as "2006-01-02T15:04:05.000000Z07:00": cannot parse ".123Z" as ".000000"',
    ],
    [
      event,
      { lastTimestamp: "yesterday" },
      'parsing time "yesterday" as "2006-01-02T15:04:05Z07:00": cannot parse "yesterday" as "2006"',
    ],
    [
      role,
      { rules: [{ verbs: "get" }] },
      "json: cannot unmarshal string into Go struct field PolicyRule.rules.verbs of type []string",
    ],
    [
      customResourceDefinition,
      { spec: { versions: [{ additionalPrinterColumns: [{ name: false }] }] } },
      "json: cannot unmarshal bool into Go struct field CustomResourceColumnDefinition.spec.versions.additionalPrinterColumns.name of type string",
    ],
  ])("refuses other types: %#", (type, object, message) => {
    expect(() => decodeInPlace(object, type)).toThrow(message);
  });

  it("writes times in UTC", () => {
    const object: JsonObject = {
      lastTimestamp: "2026-01-01T01:00:00.9+01:00",
      eventTime: "2026-01-01T00:00:00.123456Z",
    };
    decodeInPlace(object, event);
    expect(object).toMatchObject({
      lastTimestamp: "2026-01-01T00:00:00Z",
      eventTime: "2026-01-01T00:00:00.123456Z",
    });
  });

  it("goes into schemas of definitions", () => {
    const object: JsonObject = {
      spec: {
        versions: [
          {
            schema: {
              openAPIV3Schema: {
                properties: {
                  // Unions read themselves, without a look at unknown members.
                  a: { items: { type: "string", zork: 1 }, additionalProperties: false },
                  b: { zork: 1, properties: { c: { zork: 1 } } },
                },
              },
            },
          },
        ],
      },
    };
    expect(decodeInPlace(object, customResourceDefinition)).toEqual([
      "spec.versions[0].schema.openAPIV3Schema.properties.b.zork",
      "spec.versions[0].schema.openAPIV3Schema.properties.b.properties.c.zork",
    ]);
  });
});

describe("completeInPlace", () => {
  it("adds what Go writes although it is empty", () => {
    const object: JsonObject = { kind: "Event" };
    completeInPlace(object, event);
    expect(object).toEqual({
      kind: "Event",
      metadata: {},
      involvedObject: {},
      source: {},
      firstTimestamp: null,
      lastTimestamp: null,
      eventTime: null,
      reportingComponent: "",
      reportingInstance: "",
    });
  });

  it.each([
    [configMap, {}],
    [namespace, { spec: {}, status: {} }],
    [role, { rules: null }],
    [lease, { spec: {} }],
  ])("tells which members an empty object has: %#", (type, members) => {
    expect(zeroMembers(type)).toEqual(members);
  });
});
