import { describe, expect, it } from "vitest";
import { PartSharing } from "../../src/informers/part-sharing.js";
import { RecentlyUsed } from "../../src/informers/recently-used.js";
import type { KubernetesObject } from "../../src/meta/index.js";

/** As it comes from a server: with nothing in common with any other. */
function arrived(fieldsV1: unknown = { "f:spec": { "f:replicas": {} } }): KubernetesObject {
  return JSON.parse(
    JSON.stringify({
      apiVersion: "example.com/v1",
      kind: "Database",
      metadata: {
        name: "orders",
        namespace: "default",
        managedFields: [{ manager: "kubectl", operation: "Update", fieldsV1 }, null],
      },
    }),
  );
}

function fieldsOf(object: KubernetesObject): object | undefined {
  return object.metadata.managedFields?.[0]?.fieldsV1;
}

describe("objects of a cache", () => {
  it("have equal sets of managed fields in common, and stay equal to what came", () => {
    const sharing = new PartSharing();
    const first = sharing.share(arrived());
    const second = sharing.share(arrived());
    expect(fieldsOf(second)).toBe(fieldsOf(first));
    expect(second).toStrictEqual(arrived());
    const other = { "f:status": {} };
    expect(sharing.share(arrived(other))).toStrictEqual(arrived(other));
  });

  it("keep what is frozen", () => {
    const sharing = new PartSharing();
    const first = sharing.share(arrived());
    const frozen = arrived();
    Object.freeze(frozen.metadata.managedFields?.[0]);
    expect(fieldsOf(sharing.share(frozen))).not.toBe(fieldsOf(first));
    expect(sharing.share(Object.freeze(arrived()))).toStrictEqual(arrived());
  });

  it.each([
    ["null", null],
    ["a text", "f:spec"],
  ])("keep sets of fields that are %s", (_, fieldsV1) => {
    const sharing = new PartSharing();
    sharing.share(arrived(fieldsV1));
    expect(sharing.share(arrived(fieldsV1))).toStrictEqual(arrived(fieldsV1));
  });

  it("keep sets of fields that JSON cannot say", () => {
    const object = arrived();
    const [entry] = object.metadata.managedFields ?? [];
    const fields: object = { "f:spec": 9007199254740993n };
    Object.assign(entry ?? {}, { fieldsV1: fields });
    expect(fieldsOf(new PartSharing().share(object))).toBe(fields);
  });
});

describe("what was used recently", () => {
  it("is bounded, and keeps what is asked for", () => {
    const values = new RecentlyUsed<number>(10);
    values.getOrInsert({ key: "wanted", value: 0 });
    values.getOrInsert({ key: "forgotten", value: 0 });
    for (let value = 1; value <= 100; value++) {
      values.getOrInsert({ key: String(value), value });
      expect(values.getOrInsert({ key: "wanted", value })).toBe(0);
    }
    expect(values.getOrInsert({ key: "forgotten", value: 1 })).toBe(1);
  });
});
