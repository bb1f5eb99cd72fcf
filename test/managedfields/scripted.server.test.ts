import { ApiextensionsClientset } from "crd-runtime/apiextensions/v1";
import { beforeAll, expect, it } from "vitest";
import type { ApiObject, JsonObject } from "../../packages/crd-testing/src/apiserver/object.js";
import { definition } from "../../packages/crd-testing/test/managedfields/definition.js";
import { describeOnServer } from "../controlplane/fixture.js";
import { adminConfig, restClient } from "../runtime/server.js";
import { predicted, seen, timeOf } from "./beside.js";
import type { Operation } from "./model.js";
import { send } from "./requests.js";

const group = "scripted.example.com";
const apiVersion = `${group}/v1`;
const collection = `/apis/${apiVersion}/namespaces/default/samples`;

function sample(name: string, spec: JsonObject, more: JsonObject = {}): JsonObject {
  return { apiVersion, kind: "Sample", metadata: { name }, spec, ...more };
}

function apply(name: string, manager: string, spec: JsonObject, force = false): Operation {
  return { verb: "apply", body: sample(name, spec), manager, subresource: "", force };
}

describeOnServer("FieldManager beside the API server, by script", (server) => {
  const rest = restClient(server);

  beforeAll(async () => {
    const definitions = ApiextensionsClientset.forConfig(adminConfig(server))
      .apiextensionsV1()
      .customResourceDefinitions();
    await definitions.createOrUpdate(definition(group));
    await definitions.waitForEstablished(`samples.${group}`);
  });

  /** Sends operations one after the other, and compares each answer with the model's. */
  async function compare(
    name: string,
    operations: readonly Operation[],
  ): Promise<ApiObject | undefined> {
    let live: ApiObject | undefined;
    for (const operation of operations) {
      const answer = await send({ rest, collection, name, operation });
      const expected = predicted({ operation, live, time: timeOf(answer), apiVersion });
      expect({ operation, ...expected }).toEqual({ operation, ...seen(answer) });
      live = answer.object ?? live;
    }
    return live;
  }

  const refused: readonly JsonObject[] = [
    { replicas: "1" },
    { replicas: true },
    { weight: [] },
    { image: 1 },
    { image: 1.5 },
    { image: { a: ["b", 1.5, true] } },
    { paused: "x" },
    { settings: ["x", 1] },
    { settings: "text" },
    { set: { b: 1, a: "x" } },
    { foo: 1 },
    { template: { nested: { c: 1 } } },
    { embedded: { apiVersion: "v1", kind: "X", metadata: { foo: 1 } } },
    { parts: [{ name: "a", value: "x" }] },
    { parts: [{ value: 1 }] },
    { parts: [null] },
    { parts: ["x"] },
    { set: [null] },
    { set: [["x"]] },
    { set: [{}] },
    { set: ["a", "b", "a"] },
    { numbers: [1_000_000, 1_000_000] },
    { ports: [{ port: 1_000_000 }, { port: 1_000_000, protocol: "TCP" }] },
    {
      ports: [
        { port: 1, protocol: 'q"\u0007é😀\u200b' },
        { port: 1, protocol: 'q"\u0007é😀\u200b' },
      ],
    },
    { words: [1] },
    { frozen: { a: 1 } },
  ];

  it.each(refused)("refuses what does not fit the schema with the same words: %j", async (spec) => {
    await compare("refused", [apply("refused", "me", spec)]);
  });

  it("tells managers, subresources and items apart in the words of conflicts", async () => {
    const ports = [{ port: 1_000_000, name: "a", labels: { x: "1" } }];
    const set = ['q"<&>', "é\u2028"];
    await compare("conflicts", [
      {
        verb: "create",
        body: sample("conflicts", { replicas: 1, ports, set }),
        manager: 'm"<é',
        subresource: "",
      },
      apply("conflicts", "one", { image: "a", numbers: [123_456_789] }),
      apply("conflicts", "two", { replicas: 2 }),
      apply("conflicts", "two", {
        replicas: 2,
        image: "b",
        ports: [{ port: 1_000_000, name: "b", labels: { x: "2" } }],
      }),
      {
        verb: "merge-patch",
        body: { status: { phase: "x" } },
        manager: "s",
        subresource: "status",
      },
      {
        verb: "apply",
        body: sample("conflicts", {}, { status: { phase: "y" } }),
        manager: "two",
        subresource: "status",
        force: false,
      },
      apply("conflicts", "two", { replicas: 2, image: "b", words: ["x"] }, true),
      apply("conflicts", "one", { image: "a" }),
      apply("conflicts", "kubectl", { image: "a", words: [] }),
    ]);
  });

  it("keeps integers beyond 2^53", async () => {
    const large = 9007199254740993n;
    await compare("large", [
      apply("large", "one", { any: large, numbers: [large] }),
      apply("large", "two", { any: large - 1n }),
      apply("large", "two", { any: large, image: "a" }),
      apply("large", "one", { any: large, numbers: [large] }),
      apply("large", "one", { any: large }),
    ]);
  });

  it("gathers the oldest of many managers of updates", async () => {
    const operations = Array.from(
      { length: 14 },
      (_, index): Operation => ({
        verb: "merge-patch",
        body: { spec: { settings: { [`k${index}`]: "x" } } },
        manager: `m${index}`,
        subresource: "",
      }),
    );
    const body = sample("many", { settings: { a: "x" } });
    const live = await compare("many", [
      { verb: "create", body, manager: "first", subresource: "" },
      ...operations,
      ...operations.slice(3, 9).map((operation) => ({
        ...operation,
        body: { spec: { settings: { a: operation.manager } } },
      })),
    ]);
    expect(live?.metadata.managedFields?.map(({ manager }) => manager)).toContain(
      "ancient-changes",
    );
  });

  it("starts to know managers of an object that has forgotten them", async () => {
    const body = sample("forgotten", { replicas: 1, set: ["a"] });
    await compare("forgotten", [
      { verb: "create", body, manager: "creator", subresource: "" },
      {
        verb: "merge-patch",
        body: { metadata: { managedFields: [{}] } },
        manager: "me",
        subresource: "",
      },
      { verb: "merge-patch", body: { spec: { replicas: 2 } }, manager: "me", subresource: "" },
      apply("forgotten", "one", { replicas: 3 }),
      apply("forgotten", "one", { replicas: 2, set: ["b"] }),
    ]);
  });
});
