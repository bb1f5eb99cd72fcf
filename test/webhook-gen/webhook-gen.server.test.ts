import type { KubernetesObject } from "crd-runtime";
import { expect, it } from "vitest";
import { describeOnServer } from "../controlplane/fixture.js";
import { expectedObjects, madeOf } from "../rbac-gen/manifests.js";
import { clientOf, restClient } from "../runtime/server.js";

interface WebhookConfiguration extends KubernetesObject {
  readonly webhooks: readonly object[];
}

const common =
  "failurePolicy=fail,sideEffects=None,groups=example.com,verbs=create,versions=v1,mutating=false";
const database = `${common},resources=databases,admissionReviewVersions=v1`;
const name = "name=a.hooks.example.com";

/** Arguments of webhooks that the API server refuses, and of which webhook-gen says so. */
const refused = [
  `${database},path=/a,name=database.com`,
  `${database},path=/a,name=A.hooks.example.com`,
  `${database},${name},path=validate`,
  `${database},${name},path=/Validate`,
  `${database},${name},path=/a//b`,
  `${database},${name},url="http://example.com"`,
  `${database},${name},url="https://user@example.com"`,
  `${database},${name},url="https://example.com?a=b"`,
  `${database},${name},url="https://example.com#a"`,
  `${database},${name},path=/a,servicePort=0`,
  `${database},${name},path=/a,servicePort=65536`,
  `${common},resources=databases,admissionReviewVersions=v2,${name},path=/a`,
  `${common},resources=databases,admissionReviewVersions=v1;v1,${name},path=/a`,
  `${common},resources=databases,admissionReviewVersions=v1;V2,${name},path=/a`,
  `${common},resources=*;databases,admissionReviewVersions=v1,${name},path=/a`,
  `${common},resources=databases;*/*,admissionReviewVersions=v1,${name},path=/a`,
  `${common},resources=databases/*;databases/status,admissionReviewVersions=v1,${name},path=/a`,
  `${common},resources=*/status;databases/status,admissionReviewVersions=v1,${name},path=/a`,
  `${database.replace("groups=example.com", "groups=example.com;*")},${name},path=/a`,
  `${database.replace("verbs=create", "verbs=create;*")},${name},path=/a`,
  `${database.replace("versions=v1", "versions=v1;*")},${name},path=/a`,
  `${database},${name},path=/a,patch=\`{"rules":[{"operations":["CREATE"]}]}\``,
  `${database},${name},path=/a,patch=\`{"failurePolicy":"Never"}\``,
  `${database},${name},path=/a,patch=\`{"clientConfig":{"service":{"name":null}}}\``,
];

/** Arguments that both take. */
const taken = [
  `${common},resources=databases;*,admissionReviewVersions=v1,${name},path=/a`,
  `${common},resources=databases/status;databases/*,admissionReviewVersions=v1,${name},path=/a`,
  `${common},resources=a/b/c,admissionReviewVersions=v1,${name},path=/a`,
  `${common},resources=*;*/status,admissionReviewVersions=v1,${name},path=/a`,
  `${common},resources=databases/*;databases,admissionReviewVersions=v2;v1beta1,${name},path=/`,
  `${common},resources=*/*,admissionReviewVersions=v1,${name},path=/a.b/c-d/`,
  `${database},${name},url="https://example.com:8443/a/B"`,
];

describeOnServer("generated webhook configurations", (server) => {
  const rest = restClient(server);

  function create(configuration: WebhookConfiguration): Promise<WebhookConfiguration> {
    const { kind = "" } = configuration;
    const configurations = clientOf<WebhookConfiguration>({
      rest,
      group: "admissionregistration.k8s.io",
      version: "v1",
      resource: `${kind.toLowerCase()}s`,
      kind,
      namespaced: false,
    });
    return configurations.create(configuration, { dryRun: ["All"], fieldValidation: "Strict" });
  }

  it.each(expectedObjects<WebhookConfiguration>("webhook-gen"))(
    "takes %s",
    async (_, configuration) => {
      // What the server dropped or changed would differ.
      expect((await create(configuration)).webhooks).toMatchObject(configuration.webhooks);
    },
  );

  async function made(text: string) {
    const markers = [`+kubebuilder:webhook:${text}`];
    const result = await madeOf<WebhookConfiguration>({ generator: "webhook-gen", markers });
    const [configuration] = result.objects;
    if (configuration === undefined) throw new Error(`nothing was made: ${result.report}`);
    return { configuration, report: result.report };
  }

  it.each(refused)("refuses %s, and so does webhook-gen", async (text) => {
    const { configuration, report } = await made(text);
    expect(report).toContain("webhook/refused");
    await expect(create(configuration)).rejects.toMatchObject({ code: 422 });
  });

  it.each(taken)("takes %s, and so does webhook-gen", async (text) => {
    const { configuration, report } = await made(text);
    expect(report).toBe("");
    expect((await create(configuration)).webhooks).toMatchObject(configuration.webhooks);
  });
});
