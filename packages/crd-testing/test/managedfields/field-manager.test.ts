import type { ManagedFieldsEntry } from "crd-runtime";
import { parseableType } from "crd-runtime/managedfields";
import { structuralOf } from "crd-runtime/schema";
import { beforeEach, describe, expect, it } from "vitest";
import {
  ApplyConflictError,
  FieldManager,
  fieldPathOf,
  ignoreManagedFieldsTimestamps,
  managerFromUserAgent,
  parentManagedFields,
  resetFieldsWithStatus,
  scaleManagedFields,
} from "../../src/apiserver/managedfields/index.js";
import type { ApiObject, JsonObject } from "../../src/apiserver/object.js";
import { StatusError } from "../../src/apiserver/status/index.js";
import { FakeClock } from "../../src/clock/fake-clock.js";
import { schema } from "./definition.js";

const apiVersion = "example.com/v1";
const given = { apiVersion, kind: "Sample" };
const type = parseableType(structuralOf(schema));

let clock: FakeClock;
let fields: FieldManager;

beforeEach(() => {
  clock = new FakeClock({ start: Date.UTC(2026, 0, 1, 0, 0, 0, 999) });
  const resetFields = resetFieldsWithStatus({ apiVersion, apiVersions: [apiVersion] });
  fields = new FieldManager({ type, apiVersion, kind: "Sample", clock, resetFields });
});

function sample(spec: JsonObject, more: JsonObject = {}): ApiObject {
  return { ...given, metadata: { name: "a" }, spec, ...more };
}

/** What storage makes of an object: it has a uid, and shares nothing. */
function stored(object: ApiObject): ApiObject {
  return structuredClone({ ...object, metadata: { ...object.metadata, uid: "u" } });
}

function create(object: ApiObject, manager = "creator"): ApiObject {
  return stored(fields.update({ live: undefined, object, manager, subresource: "" }));
}

function apply(input: {
  readonly live?: ApiObject;
  readonly spec: JsonObject;
  readonly manager?: string;
  readonly force?: boolean;
}): ApiObject {
  const { live, spec, manager = "applier", force = false } = input;
  const patch = sample(spec);
  return stored(fields.apply({ live, patch, manager, force, subresource: "" }));
}

function entries(object: ApiObject): readonly ManagedFieldsEntry[] {
  return object.metadata.managedFields ?? [];
}

function owners(object: ApiObject): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    entries(object).map((entry) => [`${entry.manager}/${entry.operation}`, entry.fieldsV1]),
  );
}

function refusal(act: () => unknown): StatusError {
  try {
    act();
  } catch (error) {
    if (error instanceof StatusError) return error;
    throw error;
  }
  throw new Error("not refused");
}

describe("FieldManager.update", () => {
  it("gives everything in a new object to its creator, status excepted where it is reset", () => {
    const object = sample({ replicas: 1, settings: { a: "x" } }, { status: { phase: "x" } });
    expect(entries(create(object))).toEqual([
      {
        manager: "creator",
        operation: "Update",
        apiVersion,
        time: "2026-01-01T00:00:00Z",
        fieldsType: "FieldsV1",
        fieldsV1: {
          "f:spec": { ".": {}, "f:replicas": {}, "f:settings": { ".": {}, "f:a": {} } },
        },
      },
    ]);
  });

  it("gives what a writer changes to the writer, and sets only the writer's time", async () => {
    const live = create(sample({ replicas: 1, image: "a" }));
    await clock.advance(5_000);
    const object = { ...live, spec: { replicas: 2, image: "a" } };
    const after = fields.update({ live, object, manager: "writer", subresource: "" });
    expect(entries(after).map(({ manager, time }) => [manager, time])).toEqual([
      ["creator", "2026-01-01T00:00:00Z"],
      ["writer", "2026-01-01T00:00:05Z"],
    ]);
    expect(owners(after)).toEqual({
      "creator/Update": { "f:spec": { ".": {}, "f:image": {} } },
      "writer/Update": { "f:spec": { "f:replicas": {} } },
    });
  });

  it("hands back the same entries when nothing changes", () => {
    const live = create(sample({ replicas: 1 }));
    const object = structuredClone(live);
    const after = fields.update({ live, object, manager: "writer", subresource: "" });
    expect(after.metadata.managedFields).toEqual(live.metadata.managedFields);
  });

  it("does not lose entries to clients that do not send them, or send nonsense", () => {
    const live = create(sample({ replicas: 1 }));
    const { managedFields: _sent, ...metadata } = live.metadata;
    const nonsense = [{ manager: "x", operation: "Apply" as const }];
    for (const sent of [metadata, { ...metadata, managedFields: nonsense }]) {
      const object = { ...live, metadata: sent };
      const after = fields.update({ live, object, manager: "w", subresource: "" });
      expect(entries(after)).toEqual(entries(live));
    }
  });

  it.each([[[]], [[{}]]])("forgets all when the client sends %j, until the next apply", (sent) => {
    const live = create(sample({ replicas: 1 }));
    const object = { ...live, metadata: { ...live.metadata, managedFields: sent } };
    const forgotten = fields.update({ live, object, manager: "w", subresource: "" });
    expect(forgotten.metadata).not.toHaveProperty("managedFields");
    const again = { ...forgotten, spec: { replicas: 2 } };
    const changed = fields.update({
      live: forgotten,
      object: again,
      manager: "w",
      subresource: "",
    });
    expect(changed.metadata).not.toHaveProperty("managedFields");
    expect(owners(apply({ live: forgotten, spec: { image: "a" } }))).toEqual({
      "applier/Apply": { "f:spec": { "f:image": {} } },
      "before-first-apply/Update": { "f:spec": { ".": {}, "f:replicas": {} } },
    });
  });

  it("gathers the oldest of more than ten managers of updates", async () => {
    let live = create(sample({ settings: {} }), "m0");
    for (let index = 1; index < 13; index += 1) {
      await clock.advance(1_000);
      const settings = { ...(live["spec"] as { settings: object }).settings, [`k${index}`]: "x" };
      const object = { ...live, spec: { settings } };
      live = stored(fields.update({ live, object, manager: `m${index}`, subresource: "" }));
    }
    expect(entries(live)).toHaveLength(10);
    expect(entries(live)[0]).toMatchObject({
      manager: "ancient-changes",
      time: "2026-01-01T00:00:03Z",
      fieldsV1: {
        "f:spec": { ".": {}, "f:settings": { ".": {}, "f:k1": {}, "f:k2": {}, "f:k3": {} } },
      },
    });
  });

  it("leaves entries alone where it cannot tell: wrong types, and more levels than the stack has", () => {
    const live = create(sample({ replicas: 1 }));
    const deep: unknown = JSON.parse(`${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`);
    for (const spec of [{ replicas: "1" }, { any: deep }]) {
      const object = { ...live, spec };
      const after = fields.update({ live, object, manager: "w", subresource: "" });
      expect(entries(after)).toEqual(entries(live));
    }
  });

  it("changes nothing that it is given", () => {
    const live = create(sample({ replicas: 1, set: ["a"] }));
    const object = { ...structuredClone(live), spec: { replicas: 2, set: ["b"] } };
    const before = JSON.stringify([live, object]);
    fields.update({ live, object, manager: "w", subresource: "" });
    apply({ live, spec: { replicas: 3 }, force: true });
    expect(JSON.stringify([live, object])).toBe(before);
  });
});

describe("FieldManager.apply", () => {
  it("takes away what is applied no longer, unless somebody else manages it", () => {
    const first = apply({
      spec: { replicas: 1, image: "a", settings: { a: "x", b: "x" }, set: ["a", "b"] },
    });
    const shared = apply({ live: first, spec: { image: "a", set: ["b"] }, manager: "other" });
    const after = apply({ live: shared, spec: { settings: { b: "x" } } });
    expect(after["spec"]).toEqual({ image: "a", settings: { b: "x" }, set: ["b"] });
    expect(owners(after)).toEqual({
      "applier/Apply": { "f:spec": { "f:settings": { "f:b": {} } } },
      "other/Apply": { "f:spec": { "f:image": {}, "f:set": { 'v:"b"': {} } } },
    });
  });

  it("refuses to change a field of another manager with the server's text and cause", () => {
    const live = create(sample({ replicas: 1 }), "kubectl-client-side-apply");
    const error = refusal(() => apply({ live, spec: { replicas: 2 } }));
    const message = 'conflict with "kubectl-client-side-apply" using example.com/v1';
    expect(error.status).toEqual({
      kind: "Status",
      apiVersion: "v1",
      metadata: {},
      status: "Failure",
      message: `Apply failed with 1 conflict: ${message}: .spec.replicas`,
      reason: "Conflict",
      details: { causes: [{ reason: "FieldManagerConflict", message, field: ".spec.replicas" }] },
      code: 409,
    });
  });

  it("names several conflicts by manager, those of subresources too", () => {
    const ports = [{ port: 80, protocol: "TCP", name: "x" }];
    const created = create(sample({ replicas: 1, ports }));
    const applied = apply({ live: created, spec: { image: "a" }, manager: "beta" });
    const withStatus = { ...applied, status: { phase: "x" } };
    const live = stored(
      fields.update({ live: applied, object: withStatus, manager: "s", subresource: "status" }),
    );
    const patch = sample(
      { replicas: 2, image: "b", ports: [{ port: 80, name: "y" }] },
      { status: { phase: "y" } },
    );
    const act = (subresource: string) => () =>
      fields.apply({ live, patch, manager: "me", force: false, subresource });
    expect(refusal(act("")).message).toBe(
      `Apply failed with 3 conflicts: conflicts with "beta":
- .spec.image
conflicts with "creator" using example.com/v1:
- .spec.replicas
- .spec.ports[port=80,protocol="TCP"].name`,
    );
    const error = refusal(act("status"));
    expect(error.message).toBe(
      'Apply failed with 1 conflict: conflict with "s" with subresource "status" using example.com/v1: .status.phase',
    );
    expect(error).toBeInstanceOf(ApplyConflictError);
    expect((error as ApplyConflictError).conflicts).toEqual([
      {
        manager: "s",
        operation: "Update",
        apiVersion,
        subresource: "status",
        fields: [".status.phase"],
      },
    ]);
  });

  it("takes the fields when forced, and shares those that are the same", () => {
    const live = create(sample({ replicas: 1, image: "a" }));
    const after = apply({ live, spec: { replicas: 2, image: "a" }, force: true });
    expect(owners(after)).toEqual({
      "applier/Apply": { "f:spec": { "f:image": {}, "f:replicas": {} } },
      "creator/Update": { "f:spec": { ".": {}, "f:image": {} } },
    });
  });

  it("leaves the object and all times as they are when nothing changes", async () => {
    const live = apply({ spec: { replicas: 1, set: ["a", "b"] } });
    await clock.advance(5_000);
    expect(apply({ live, spec: { replicas: 1, set: ["a", "b"] } })).toEqual(live);
    const shared = apply({ live, spec: { replicas: 1 }, manager: "other" });
    expect(entries(shared).map(({ manager, time }) => [manager, time])).toEqual([
      ["other", undefined],
      ["applier", "2026-01-01T00:00:00Z"],
    ]);
  });

  it("spares kubectl the conflicts with what it has applied from the client", () => {
    const last = { ...given, metadata: { name: "a", annotations: {} }, spec: { replicas: 1 } };
    const name = "kubectl.kubernetes.io/last-applied-configuration";
    const annotations = { [name]: JSON.stringify(last) };
    const object = { ...sample({ replicas: 1, image: "a" }), metadata: { name: "a", annotations } };
    const live = create(object, "kubectl-client-side-apply");
    const after = apply({ live, spec: { replicas: 2 }, manager: "kubectl" });
    expect(after["spec"]).toEqual({ replicas: 2, image: "a" });
    expect(after.metadata.annotations?.[name]).toBe(
      '{"apiVersion":"example.com/v1","kind":"Sample","metadata":{"name":"a"},"spec":{"replicas":2}}\n',
    );
    const error = refusal(() =>
      apply({ live, spec: { replicas: 2, image: "b" }, manager: "kubectl" }),
    );
    expect(error.message).toContain(
      'Apply failed with 1 conflict: conflict with "kubectl-client-side-apply" using example.com/v1: .spec.image',
    );
    expect(refusal(() => apply({ live, spec: { replicas: 2 }, manager: "other" })).code).toBe(409);
  });

  const refused: readonly (readonly [JsonObject, number, string])[] = [
    [{ ...given, kind: "Other" }, 400, "invalid object type: example.com/v1, Kind=Other"],
    [{ metadata: { name: "a" } }, 400, "invalid object type: /, Kind="],
    [{ apiVersion: "v1", kind: "Pod" }, 400, "invalid object type: /v1, Kind=Pod"],
    [{ ...given, metadata: { managedFields: [] } }, 400, "metadata.managedFields must be nil"],
    [
      { ...given, metadata: { name: "a", namespace: "b" }, foo: 1 },
      500,
      "failed to create typed patch object (b/a; example.com/v1, Kind=Sample): .foo: field not declared in schema",
    ],
  ];

  it.each(refused)("refuses %j", (patch, code, message) => {
    const act = (): unknown =>
      fields.apply({ live: undefined, patch, manager: "m", force: false, subresource: "" });
    expect(refusal(act).status).toMatchObject({ code, message });
  });

  it("refuses an object whose managedFields cannot be read, or that does not fit the schema", () => {
    const live = create(sample({ replicas: 1 }));
    const broken = [{ ...entries(live)[0], fieldsType: "FieldsV2" }];
    const unreadable = { ...live, metadata: { ...live.metadata, managedFields: broken } };
    const wrong = { ...live, spec: { replicas: "1" } };
    expect(refusal(() => apply({ live: unreadable, spec: {} })).status).toMatchObject({
      code: 500,
      message:
        'failed to decode managed fields: invalid fieldsType "FieldsV2" in managed fields entry 0',
    });
    expect(refusal(() => apply({ live: wrong, spec: {} })).status).toMatchObject({
      code: 500,
      message:
        "failed to create typed live object (/a; example.com/v1, Kind=Sample): .spec.replicas: expected numeric (int or float), got string",
    });
  });
});

describe("ignoreManagedFieldsTimestamps", () => {
  it("keeps the old times where nothing else has changed", async () => {
    const old = create(sample({ replicas: 1 }));
    await clock.advance(1_000);
    const object = create(sample({ replicas: 1 }));
    expect(object).not.toEqual(old);
    expect(ignoreManagedFieldsTimestamps({ object, old })).toEqual(old);
    const other = { ...object, spec: { replicas: 2 } };
    expect(ignoreManagedFieldsTimestamps({ object: other, old })).toBe(other);
  });
});

describe("scale", () => {
  const paths = new Map([
    [apiVersion, fieldPathOf(".spec.replicas")],
    ["example.com/v2", undefined],
  ]);

  it("knows who owns the replicas, and gives them to who scales", () => {
    const live = apply({ spec: { replicas: 1, image: "a" } });
    const scale = scaleManagedFields({ entries: entries(live), paths });
    expect(scale).toMatchObject([
      {
        manager: "applier",
        apiVersion: "autoscaling/v1",
        fieldsV1: { "f:spec": { "f:replicas": {} } },
      },
    ]);
    expect(
      parentManagedFields({ entries: entries(live), scaleEntries: scale, apiVersion, paths }),
    ).toEqual(entries(live));
    const scaler = {
      ...scale?.[0],
      manager: "scaler",
      operation: "Update",
      subresource: "scale",
    } as const;
    const after = parentManagedFields({
      entries: entries(live),
      scaleEntries: [scaler],
      apiVersion,
      paths,
    });
    expect(after).toMatchObject([
      { manager: "applier", operation: "Apply", fieldsV1: { "f:spec": { "f:image": {} } } },
      {
        manager: "scaler",
        operation: "Update",
        subresource: "scale",
        apiVersion,
        fieldsV1: { "f:spec": { "f:replicas": {} } },
      },
    ]);
    expect(after?.[1]).not.toHaveProperty("time");
  });
});

describe("managerFromUserAgent", () => {
  it.each([
    ["kubectl/v1.37.2 (linux/amd64)", "kubectl"],
    ["plain", "plain"],
    ["", ""],
    ["a\tb\u200bc d/1", "abc d"],
    ["x".repeat(200), "x".repeat(128)],
    ["é".repeat(100), "é".repeat(64)],
  ])("%j is %j", (userAgent, manager) => {
    expect(managerFromUserAgent(userAgent)).toBe(manager);
  });
});
