import {
  DiscoveryClient,
  DiscoveryRESTMapper,
  DynamicClient,
  isConflict,
  MetadataClient,
  RestClient,
  type RestRequest,
} from "crd-runtime";
import { beforeAll, expect, it } from "vitest";
import { describeOnServer } from "../controlplane/fixture.js";
import { adminConfig, restClient } from "./server.js";

describeOnServer("kinds known at run time only", (server) => {
  const rest = restClient(server);
  const namespace = "dynamic-client";
  const configMaps = { group: "", version: "v1", resource: "configmaps" };

  beforeAll(async () => {
    const namespaces = { group: "", version: "v1", resource: "namespaces" };
    await new DynamicClient(rest)
      .resource(namespaces)
      .create({ apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } });
  });

  it("are found by discovery", async () => {
    const { groups, failures } = await new DiscoveryClient(rest).serverGroupsAndResources();
    expect([...failures]).toEqual([]);
    const mapper = new DiscoveryRESTMapper({ groups, failures });
    expect(mapper.resourceFor({ resource: "cm" })).toEqual(configMaps);
    expect(mapper.resourceFor({ resource: "deploy" })).toMatchObject({ group: "apps" });
    expect(mapper.kindFor({ resource: "events" })).toMatchObject({ group: "", kind: "Event" });
    expect(mapper.restMapping({ group: "apps", kind: "Deployment" })).toMatchObject({
      resource: { group: "apps", version: "v1", resource: "deployments" },
      namespaced: true,
    });
  });

  it("are listed with their kind, and as metadata alone", async () => {
    const client = new DynamicClient(rest).resource(configMaps).namespace(namespace);
    const body = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" }, data: { a: "b" } };
    const created = await client.apply(body, { fieldManager: "mine" });
    expect(created["data"]).toEqual({ a: "b" });
    const conflicting = { ...body, data: { a: "c" } };
    const refused = client.apply(conflicting, { fieldManager: "yours" });
    await expect(refused).rejects.toSatisfy(isConflict);
    const { items } = await client.list({ fieldSelector: "metadata.name=a" });
    expect(items.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`)).toEqual(["v1 ConfigMap"]);
    const metadata = new MetadataClient(rest).resource(configMaps).namespace(namespace);
    expect(await metadata.get("a")).toEqual({
      apiVersion: "meta.k8s.io/v1",
      kind: "PartialObjectMetadata",
      metadata: created.metadata,
    });
    const { resourceVersion } = created.metadata;
    const events = metadata.watch({ resourceVersion, fieldSelector: "metadata.name=a" });
    const next = events[Symbol.asyncIterator]();
    const first = next.next();
    await client.delete("a");
    const { value } = await first;
    expect(value).toMatchObject({ type: "DELETED", object: { kind: "PartialObjectMetadata" } });
    expect(Object.keys(value?.object ?? {}).sort()).toEqual(["apiVersion", "kind", "metadata"]);
    await next.return?.();
  });

  it("are scaled", async () => {
    const deployments = { group: "apps", version: "v1", resource: "deployments" };
    const client = new DynamicClient(rest).resource(deployments).namespace(namespace);
    const labels = { app: "a" };
    await client.create({
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: "a" },
      spec: {
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers: [{ name: "a", image: "a" }] } },
      },
    });
    const scale = await client.getScale("a");
    expect(scale).toMatchObject({ spec: { replicas: 1 }, status: { selector: "app=a" } });
    const scaled = await client.updateScale("a", { ...scale, spec: { replicas: 3 } });
    expect(scaled.spec).toEqual({ replicas: 3 });
  });

  it("come compressed when that is asked for", async () => {
    const compressing = RestClient.forConfig({ ...adminConfig(server), disableCompression: false });
    const openapi: RestRequest = { method: "GET", path: "/openapi/v3/apis/apps/v1" };
    expect(await compressing.request(openapi)).toEqual(await rest.request(openapi));
    compressing.close();
  });
});
