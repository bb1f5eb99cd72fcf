import { afterAll, beforeAll, expect, it } from "vitest";
import { describeOnServer } from "../../../../test/controlplane/fixture.js";
import { type Answer, type Call, TestApiServer } from "./api-server.js";
import { ConversionWebhook } from "./conversion-webhook.js";
import { definition } from "./definitions.js";
import { normalised } from "./normalised.js";
import { RealApiServer } from "./real-api-server.js";
import { behaviours } from "./webhook-scenarios.js";

const group = "webhook.crd-testing.example.com";
const definitions = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
const schema = { type: "object", "x-kubernetes-preserve-unknown-fields": true } as const;
const things = `/apis/${group}/v1/namespaces/default/things`;
const inV2 = `/apis/${group}/v2/namespaces/default/things`;

function thingsDefinition(clientConfig: unknown) {
  const made = definition({
    group,
    plural: "things",
    kind: "Thing",
    schema,
    versions: [{ name: "v2", served: true, storage: false, schema: { openAPIV3Schema: schema } }],
  });
  const webhook = { conversionReviewVersions: ["v1", "v1beta1"], clientConfig };
  return { ...made, spec: { ...made.spec, conversion: { strategy: "Webhook", webhook } } };
}

function thing(version: "v1" | "v2", name: string, spec: unknown) {
  return { apiVersion: `${group}/${version}`, kind: "Thing", metadata: { name }, spec };
}

describeOnServer("conversion webhooks of both servers", (server) => {
  const real = new RealApiServer(server.kubeconfigPath);
  const ours = new TestApiServer();
  let webhook: ConversionWebhook;

  const both = async (call: Call): Promise<readonly [actual: Answer, expected: Answer]> => [
    await ours.call(call),
    await real.call(call),
  ];
  const compare = async (call: Call): Promise<void> => {
    const [actual, expected] = await both(call);
    expect([actual.status, normalised(actual.body)]).toEqual([
      expected.status,
      normalised(expected.body),
    ]);
  };

  beforeAll(async () => {
    webhook = await ConversionWebhook.listen();
    const { url, caBundle } = webhook;
    await both({ method: "POST", path: definitions, body: thingsDefinition({ url, caBundle }) });
    while ((await real.call({ method: "GET", path: things })).status !== 200);
    await compare({ method: "POST", path: things, body: thing("v1", "a", { size: 1 }) });
  });

  afterAll(async () => {
    await real.call({ method: "DELETE", path: `${definitions}/things.${group}` });
    await webhook.close();
  });

  // Each object is written anew, so that none was converted before.
  it.each(Object.entries(behaviours))("are the same when one %s", async (title, respond) => {
    const name = title.replaceAll(/[^a-z]+/g, "-");
    await compare({ method: "POST", path: things, body: thing("v1", name, { size: 2 }) });
    webhook.respond(respond);
    await compare({ method: "GET", path: `${inV2}/${name}` });
    // What storage says of an update is told in other words.
    const update = { method: "PUT", path: `${inV2}/${name}`, body: thing("v2", name, {}) };
    const [actual, expected] = await both(update);
    expect(actual.status).toBe(expected.status);
    await compare({ method: "POST", path: inV2, body: thing("v2", `${name}-2`, {}) });
    webhook.respond((review) => ({ body: behaviours["converts"]?.(review).body }));
    await compare({ method: "DELETE", path: `${things}/${name}` });
  });

  it("store what the webhook makes of what is written", async () => {
    await compare({ method: "POST", path: inV2, body: thing("v2", "b", { length: 3 }) });
    await compare({ method: "GET", path: `${things}/b` });
    const spec = { length: 4 };
    const headers = { "content-type": "application/merge-patch+json" };
    await compare({ method: "PATCH", path: `${inV2}/b`, body: { spec }, headers });
    await compare({ method: "GET", path: `${things}/b` });
  });

  it.each([
    ["nobody listens", { url: "https://127.0.0.1:1/convert" }, "connection refused"],
    [
      "it is a service",
      { service: { namespace: "default", name: "hook", path: "/c" } },
      "not found",
    ],
  ])("say why a webhook is not reached: %s", async (_title, clientConfig, reason) => {
    const name = `unreached-${reason.replace(" ", "-")}`;
    await compare({ method: "POST", path: things, body: thing("v1", name, {}) });
    await both({
      method: "PATCH",
      path: `${definitions}/things.${group}`,
      body: [{ op: "replace", path: "/spec/conversion/webhook/clientConfig", value: clientConfig }],
      headers: { "content-type": "application/json-patch+json" },
    });
    const call = { method: "GET", path: `${inV2}/${name}` };
    while (!(await real.call(call)).text.includes(reason));
    await compare(call);
  });

  it("ask with the same reviews", () => {
    const shapes = webhook.reviews.map(({ apiVersion, kind, request }) => ({
      apiVersion,
      kind,
      members: Object.keys(request).sort(),
    }));
    expect(new Set(shapes.map((shape) => JSON.stringify(shape))).size).toBe(1);
  });
});
