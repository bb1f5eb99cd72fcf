import { afterEach, beforeEach, expect, it } from "vitest";
import { TestApiServer } from "./api-server.js";
import { answer, ConversionWebhook } from "./conversion-webhook.js";
import { definition } from "./definitions.js";

const definitions = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
const foos = (version: string): string => `/apis/example.com/${version}/namespaces/default/foos`;
const schema = { type: "object", "x-kubernetes-preserve-unknown-fields": true } as const;

let webhook: ConversionWebhook;
let server: TestApiServer;

beforeEach(async () => {
  webhook = await ConversionWebhook.listen();
  server = new TestApiServer();
  const { url, caBundle } = webhook;
  const made = definition({
    plural: "foos",
    kind: "Foo",
    schema,
    versions: [{ name: "v2", served: true, storage: false, schema: { openAPIV3Schema: schema } }],
  });
  const conversion = {
    strategy: "Webhook",
    webhook: { conversionReviewVersions: ["v1"], clientConfig: { url, caBundle } },
  };
  await server.post(definitions, { ...made, spec: { ...made.spec, conversion } });
  await server.post(foos("v1"), {
    apiVersion: "example.com/v1",
    kind: "Foo",
    metadata: { name: "a" },
    spec: { size: 1 },
  });
});

afterEach(() => webhook.close());

it("asks nobody for objects in the version that is stored", async () => {
  expect((await server.get(`${foos("v1")}/a`)).body["spec"]).toEqual({ size: 1 });
  expect(webhook.reviews).toEqual([]);
});

it("converts on reading, once for each state, and on writing", async () => {
  for (let count = 0; count < 2; count += 1) {
    const { body } = await server.get(`${foos("v2")}/a`);
    expect(body).toMatchObject({ apiVersion: "example.com/v2", spec: { length: 1 } });
  }
  expect(webhook.reviews).toHaveLength(1);
  const updated = await server.patch(`${foos("v2")}/a`, { spec: { length: 2 } });
  expect(updated.body["spec"]).toEqual({ length: 2 });
  expect((await server.get(`${foos("v1")}/a`)).body["spec"]).toEqual({ size: 2 });
});

it("lists objects of several versions as one", async () => {
  await server.post(foos("v2"), {
    apiVersion: "example.com/v2",
    kind: "Foo",
    metadata: { name: "b" },
    spec: { length: 5 },
  });
  const { body } = await server.get(foos("v2"));
  const items = body["items"] as { apiVersion: string; spec: unknown }[];
  expect(items.map(({ apiVersion, spec }) => [apiVersion, spec])).toEqual([
    ["example.com/v2", { length: 1 }],
    ["example.com/v2", { length: 5 }],
  ]);
});

it("says what is wrong with a webhook, and reads again when it is well", async () => {
  webhook.respond((review) => answer(review, []));
  const failed = await server.get(`${foos("v2")}/a`);
  expect([failed.status, failed.body["message"]]).toEqual([
    500,
    expect.stringContaining(
      "conversion webhook for example.com/v1, Kind=Foo returned 0 objects, expected 1",
    ),
  ]);
  const written = await server.post(foos("v2"), {
    apiVersion: "example.com/v2",
    kind: "Foo",
    metadata: { name: "b" },
  });
  expect(written.status).toBe(500);
  expect((await server.get(`${foos("v1")}/b`)).status).toBe(404);
});

it("does not trust a webhook whose certificate is another's", async () => {
  const other = await ConversionWebhook.listen();
  const clientConfig = { url: webhook.url, caBundle: other.caBundle };
  await server.patch(`${definitions}/foos.example.com`, {
    spec: { conversion: { webhook: { clientConfig } } },
  });
  const { status, body } = await server.get(`${foos("v2")}/a`);
  expect([status, body["message"]]).toEqual([
    500,
    expect.stringContaining("tls: failed to verify"),
  ]);
  await other.close();
});
