import { describe, expect, it } from "vitest";
import {
  ApiextensionsClientset,
  type CustomResourceConversion,
} from "../../src/apiextensions/v1.js";
import { RestClient } from "../../src/rest/index.js";
import { DefinitionServer, definition, established, name } from "./definition-server.js";

function bench() {
  const server = new DefinitionServer();
  const rest = RestClient.forConfig({ host: "https://test", transport: server });
  const client = new ApiextensionsClientset(rest).apiextensionsV1().customResourceDefinitions();
  return { server, client };
}

describe("createOrUpdate", () => {
  it("applies with force, under a manager that can be named", async () => {
    const { server, client } = bench();
    await client.createOrUpdate(definition());
    await client.createOrUpdate(definition(), { fieldManager: "my-operator" });
    const path = `PATCH /apis/apiextensions.k8s.io/v1/customresourcedefinitions/${name}`;
    expect(server.log).toEqual([
      `${path}?fieldManager=crd-runtime&force=true`,
      `${path}?fieldManager=my-operator&force=true`,
    ]);
  });

  it("sends what the caller decides, and nothing that the server wrote", async () => {
    const { server, client } = bench();
    const read = definition();
    await client.createOrUpdate({
      ...read,
      metadata: {
        ...read.metadata,
        generation: 3,
        creationTimestamp: "2026-01-01T00:00:00Z",
        managedFields: [{ manager: "kubectl" }],
        labels: { app: "x" },
        annotations: { "api-approved.kubernetes.io": "unapproved" },
        finalizers: ["example.com/keep"],
      },
      status: { conditions: [established], storedVersions: ["v1"] },
    });
    expect(server.bodies).toEqual([
      {
        apiVersion: "apiextensions.k8s.io/v1",
        kind: "CustomResourceDefinition",
        metadata: {
          name,
          labels: { app: "x" },
          annotations: { "api-approved.kubernetes.io": "unapproved" },
          finalizers: ["example.com/keep"],
        },
        spec: read.spec,
      },
    ]);
  });

  it.each([
    ["", undefined],
    ["Cg==", undefined],
    ["bXkgb3du", "bXkgb3du"],
  ])("of the caBundle '%s' it sends %s, so that an injected one stays", async (caBundle, sent) => {
    const { server, client } = bench();
    const conversion: CustomResourceConversion = {
      strategy: "Webhook",
      webhook: {
        conversionReviewVersions: ["v1"],
        clientConfig: { url: "https://example.com", caBundle },
      },
    };
    const { spec, ...rest } = definition();
    await client.createOrUpdate({ ...rest, spec: { ...spec, conversion } });
    const clientConfig = {
      url: "https://example.com",
      ...(sent === undefined ? {} : { caBundle: sent }),
    };
    expect(server.bodies).toMatchObject([{ spec: { conversion: { webhook: { clientConfig } } } }]);
    expect(JSON.stringify(server.bodies).includes("caBundle")).toBe(sent !== undefined);
  });

  it.each([
    ["conversion:", null, undefined],
    ["webhook:", { strategy: "None", webhook: null }, { strategy: "None", webhook: null }],
    ["clientConfig:", { webhook: { clientConfig: null } }, { webhook: { clientConfig: null } }],
    [
      "caBundle:",
      { webhook: { clientConfig: { caBundle: null } } },
      { webhook: { clientConfig: {} } },
    ],
  ])("takes '%s' without a value, which is null in YAML", async (_key, conversion, sent) => {
    const { server, client } = bench();
    const { spec, ...rest } = definition();
    const fromYaml = JSON.parse(JSON.stringify({ ...rest, spec: { ...spec, conversion } }));
    await client.createOrUpdate(fromYaml);
    expect(server.bodies).toMatchObject([{ spec: sent === undefined ? {} : { conversion: sent } }]);
    expect(JSON.stringify(server.bodies)).not.toMatch(/"(conversion|caBundle)":null/);
  });

  it("leaves the caller's object as it is", async () => {
    const { client } = bench();
    const frozen = deepFreeze({ ...definition(), status: { conditions: [established] } });
    const before = JSON.stringify(frozen);
    await client.createOrUpdate(frozen);
    expect(JSON.stringify(frozen)).toBe(before);
  });

  it("gives back what the server has, and passes its refusals on", async () => {
    const { server, client } = bench();
    expect(await client.createOrUpdate(definition())).toEqual(server.definition);
    server.failures.push(403);
    await expect(client.createOrUpdate(definition())).rejects.toMatchObject({
      reason: "Forbidden",
    });
  });

  it("applies again when another client wrote at the same moment", async () => {
    const { server, client } = bench();
    server.failures.push(409, 409);
    expect(await client.createOrUpdate(definition())).toEqual(server.definition);
    expect(server.log).toHaveLength(3);
  });

  it("refuses a definition without a name before sending", async () => {
    const { server, client } = bench();
    const unnamed = { ...definition(), metadata: {} };
    await expect(client.createOrUpdate(unnamed)).rejects.toMatchObject({
      name: "InvalidRequestError",
    });
    expect(server.log).toEqual([]);
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}
