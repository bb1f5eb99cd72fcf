import type { KubernetesObject } from "crd-runtime";
import { ApiextensionsClientset } from "crd-runtime/apiextensions/v1";
import { parseableType } from "crd-runtime/managedfields";
import { structuralOf } from "crd-runtime/schema";
import { expect, it } from "vitest";
import {
  FieldManager,
  fieldPathOf,
  parentManagedFields,
  scaleManagedFields,
} from "../../packages/crd-testing/src/apiserver/managedfields/index.js";
import type { ApiObject, JsonObject } from "../../packages/crd-testing/src/apiserver/object.js";
import { StatusError } from "../../packages/crd-testing/src/apiserver/status/index.js";
import { FakeClock } from "../../packages/crd-testing/src/clock/fake-clock.js";
import { definition } from "../../packages/crd-testing/test/managedfields/definition.js";
import { describeOnServer } from "../controlplane/fixture.js";
import { adminConfig, restClient } from "../runtime/server.js";
import { seen, timeOf } from "./beside.js";
import { type Answer, send } from "./requests.js";

const namespace = "/api/v1/namespaces/default";
const group = "scaled.example.com";
const apiVersion = `${group}/v1`;

describeOnServer("FieldManager beside the API server, other resources", (server) => {
  const rest = restClient(server);
  const texts = { type: "object", additionalProperties: { type: "string" } };
  const schema = { type: "object", properties: { data: texts, immutable: { type: "boolean" } } };
  const configMaps = parseableType(structuralOf(schema));

  function configMap(data: JsonObject, metadata: JsonObject = {}): ApiObject {
    return {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: "managed", ...metadata },
      data,
    };
  }

  /** The FieldManager of ConfigMaps at the time of an answer. */
  function managerAt(answer: Answer): FieldManager {
    const clock = new FakeClock({ start: timeOf(answer) });
    return new FieldManager({ type: configMaps, apiVersion: "v1", kind: "ConfigMap", clock });
  }

  it("does the same with a built-in kind, which forgets managers for an empty list, too", async () => {
    const request = { rest, collection: `${namespace}/configmaps`, name: "managed" };
    const target = { manager: "creator", subresource: "" } as const;
    const created = await send({
      ...request,
      operation: {
        ...target,
        verb: "create",
        body: configMap({ a: "1", b: "1" }, { labels: { x: "y" } }),
      },
    });
    const made = configMap({ a: "1", b: "1" }, { labels: { x: "y" } });
    const expected = managerAt(created).update({ live: undefined, object: made, ...target });
    expect(seen({ object: expected })).toEqual(seen(created));
    const live = created.object;
    if (live === undefined) throw new Error("not created");

    const patch = configMap({ a: "2", c: "1" });
    for (const force of [false, true]) {
      const operation = {
        verb: "apply",
        body: patch,
        manager: "two",
        subresource: "",
        force,
      } as const;
      const answer = await send({ ...request, operation });
      const act = (): Answer => {
        try {
          const input = { live, patch, manager: "two", subresource: "", force };
          return { object: managerAt(answer).apply(input) };
        } catch (error) {
          if (error instanceof StatusError) return { status: error.status };
          throw error;
        }
      };
      expect(seen(act())).toEqual(seen(answer));
    }

    const body = configMap({ a: "3" }, { managedFields: [] });
    const reset = await send({ ...request, operation: { ...target, verb: "update", body } });
    expect(reset.object?.metadata).not.toHaveProperty("managedFields");
    const { uid } = live.metadata;
    const stored = { ...live, metadata: { ...live.metadata, uid: uid ?? "" } };
    expect(
      managerAt(reset).update({ live: stored, object: body, ...target }).metadata,
    ).not.toHaveProperty("managedFields");
  });

  it("does the same with managed fields of the scale subresource", async () => {
    const definitions = ApiextensionsClientset.forConfig(adminConfig(server))
      .apiextensionsV1()
      .customResourceDefinitions();
    await definitions.createOrUpdate(definition(group));
    await definitions.waitForEstablished(`samples.${group}`);
    const collection = `/apis/${apiVersion}/namespaces/default/samples`;
    const name = "scaled";
    const paths = new Map([[apiVersion, fieldPathOf(".spec.replicas")]]);
    const body = {
      apiVersion,
      kind: "Sample",
      metadata: { name },
      spec: { replicas: 1, image: "a" },
    };
    await send({
      rest,
      collection,
      name,
      operation: { verb: "apply", body, manager: "applier", subresource: "", force: false },
    });
    for (const [manager, replicas] of [
      ["scaler", 2],
      ["scaler", 3],
      ["other", 3],
      ["other", 4],
    ] as const) {
      const live = (await rest.request({
        method: "GET",
        path: `${collection}/${name}`,
      })) as ApiObject;
      await rest.request({
        method: "PATCH",
        path: `${collection}/${name}/scale`,
        query: { fieldManager: manager },
        contentType: "application/merge-patch+json",
        body: { spec: { replicas } },
      });
      const answer = (await rest.request({
        method: "GET",
        path: `${collection}/${name}`,
      })) as ApiObject;
      const entries = live.metadata.managedFields;
      const scale = scaleOf({ live, managedFields: scaleManagedFields({ entries, paths }) });
      const scales = new FieldManager({
        type: parseableType(undefined),
        apiVersion: "autoscaling/v1",
        kind: "Scale",
        clock: new FakeClock({ start: 0 }),
      });
      const object = { ...scale, spec: { replicas } };
      const written = scales.update({ live: scale, object, manager, subresource: "scale" });
      const scaleEntries = written.metadata.managedFields;
      expect(parentManagedFields({ entries, scaleEntries, apiVersion, paths })).toEqual(
        answer.metadata.managedFields,
      );
    }
  });
});

function scaleOf(input: {
  readonly live: ApiObject;
  readonly managedFields: KubernetesObject["metadata"]["managedFields"];
}): ApiObject {
  const { live, managedFields } = input;
  const { name = "", uid = "" } = live.metadata;
  const { replicas } = live["spec"] as { readonly replicas: number };
  return {
    apiVersion: "autoscaling/v1",
    kind: "Scale",
    metadata: { name, uid, ...(managedFields === undefined ? {} : { managedFields }) },
    spec: { replicas },
    status: { replicas: 0 },
  };
}
