import {
  DeferredDiscoveryRESTMapper,
  DiscoveryClient,
  DiscoveryRESTMapper,
  DynamicClient,
  MemoryCachedDiscovery,
  NoMatchError,
  RestClient,
  type RestConfig,
} from "crd-runtime";
import { EmbeddedApiServer } from "crd-testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { group, widget, widgetDefinition, widgets } from "./widgets.js";

let api: EmbeddedApiServer;

beforeEach(async () => {
  api = await EmbeddedApiServer.start({ namespaces: "implied" });
});

afterEach(async () => {
  await api.stop();
});

/** The server as one that gives groups and resources one by one. */
function legacy(config: RestConfig): RestConfig {
  const { transport } = config;
  if (transport === undefined) throw new TypeError("the embedded server has a transport");
  return {
    ...config,
    transport: {
      send: (request) =>
        transport.send({ ...request, headers: { ...request.headers, accept: "application/json" } }),
    },
  };
}

describe("discovery", () => {
  it("finds the same in both ways", async () => {
    await api.installCRDs([widgetDefinition]);
    const discover = (config: RestConfig) =>
      new DiscoveryClient(RestClient.forConfig(config)).serverGroupsAndResources();
    const [aggregated, single] = [await discover(api.config), await discover(legacy(api.config))];
    expect(aggregated).toEqual(single);
    const mapper = new DiscoveryRESTMapper(aggregated);
    expect(mapper.resourceFor({ resource: "wd" })).toEqual(widgets);
    expect(mapper.resourceFor({ resource: "configmap" })).toMatchObject({
      group: "",
      version: "v1",
    });
    const names = aggregated.groups.find(({ name }) => name === group)?.versions[0]?.resources;
    expect(names?.map(({ name }) => name)).toEqual(["widgets", "widgets/status", "widgets/scale"]);
  });

  it("leads from a kind that is installed later to its objects", async () => {
    const rest = RestClient.forConfig(api.config);
    const mapper = new DeferredDiscoveryRESTMapper(
      new MemoryCachedDiscovery(new DiscoveryClient(rest)),
    );
    const groupKind = { group, kind: "Widget" };
    await expect(mapper.restMapping(groupKind)).rejects.toThrow(NoMatchError);
    await api.installCRDs([widgetDefinition]);
    const { resource, namespaced } = await mapper.restMapping(groupKind, { versions: ["v1"] });
    expect([resource, namespaced]).toEqual([widgets, true]);
    const client = new DynamicClient(rest).resource(resource).namespace("one");
    expect((await client.create(widget({ name: "a" }))).kind).toBe("Widget");
  });
});
