import type { ApiError } from "crd-runtime";
import {
  ApiextensionsClientset,
  type CustomResourceConversion,
  type CustomResourceDefinition,
  type CustomResourceDefinitionVersion,
  NotEstablishedError,
} from "crd-runtime/apiextensions/v1";
import { expect, it, onTestFinished, vi } from "vitest";
import { FakeClock } from "../../packages/crd-runtime/test/fake-clock.js";
import { createAuthority } from "../../packages/crd-testing/src/envtest/certificates.js";
import { describeOnServer } from "../controlplane/fixture.js";
import { adminConfig, restClient } from "./server.js";

const domain = "definitions.example.com";

function version(
  name: string,
  more: Partial<CustomResourceDefinitionVersion> = {},
): CustomResourceDefinitionVersion {
  const schema = { openAPIV3Schema: { type: "object" } };
  return { name, served: true, storage: true, schema, ...more };
}

/** A definition in a group of its own; its name is `widgets.<group>`. */
function widgets(
  group: string,
  spec: Partial<CustomResourceDefinition["spec"]> = {},
): CustomResourceDefinition & { metadata: { name: string } } {
  return {
    metadata: { name: `${spec.names?.plural ?? "widgets"}.${group}.${domain}` },
    spec: {
      group: `${group}.${domain}`,
      names: { plural: "widgets", kind: "Widget" },
      scope: "Cluster",
      versions: [version("v1")],
      ...spec,
    },
  };
}

function webhook(path: string, caBundle?: string): { conversion: CustomResourceConversion } {
  const service = { namespace: "default", name: "widgets", path };
  const clientConfig = { service, ...(caBundle === undefined ? {} : { caBundle }) };
  const conversionReviewVersions = ["v1"];
  return {
    conversion: { strategy: "Webhook", webhook: { clientConfig, conversionReviewVersions } },
  };
}

describeOnServer("CustomResourceDefinition client", (server) => {
  const rest = restClient(server);
  const definitions = ApiextensionsClientset.forConfig(adminConfig(server))
    .apiextensionsV1()
    .customResourceDefinitions();

  it("creates, and changes nothing the second time", async () => {
    const definition = widgets("same");
    await definitions.createOrUpdate(definition);
    const before = await definitions.waitForEstablished(definition.metadata.name);
    const after = await definitions.createOrUpdate(definition);
    expect(after.metadata.resourceVersion).toBe(before.metadata.resourceVersion);
  });

  it("changes what another client created, lists of versions as a whole", async () => {
    const old = widgets("taken", {
      versions: [version("v1", { deprecated: true }), version("v1beta1", { storage: false })],
    });
    await definitions.create(old);
    const { spec } = await definitions.createOrUpdate(widgets("taken"));
    expect(spec.versions).toEqual([version("v1")]);
  });

  it("keeps a caBundle that was injected, whatever the manifest holds in its place", async () => {
    const injected = Buffer.from(createAuthority("webhook").certificate).toString("base64");
    const { name } = (await definitions.createOrUpdate(widgets("bundle", webhook("/a", "Cg=="))))
      .metadata;
    await definitions.patch(name, { type: "merge", body: { spec: webhook("/a", injected) } });
    for (const placeholder of [undefined, "", "Cg=="]) {
      const path = placeholder === undefined ? "/b" : `/c${placeholder.length}`;
      const { spec } = await definitions.createOrUpdate(
        widgets("bundle", webhook(path, placeholder)),
      );
      expect(spec.conversion?.webhook?.clientConfig).toMatchObject({
        caBundle: injected,
        service: { path },
      });
    }
  });

  it("says which stored version stands in the way of its removal", async () => {
    await definitions.createOrUpdate(widgets("stored"));
    const error: ApiError = await definitions
      .createOrUpdate(widgets("stored", { versions: [version("v2")] }))
      .then(
        () => expect.unreachable("accepted"),
        (reason) => reason,
      );
    expect(error.isInvalid()).toBe(true);
    expect(error.message).toMatch(/status\.storedVersions\[0\].*"v1"/);
  });

  it("waits until every served version answers, also one that is added", async () => {
    for (const versions of [
      [version("v1")],
      [version("v1"), version("v2", { storage: false }), version("v3", { storage: false })],
    ]) {
      const { name } = (await definitions.createOrUpdate(widgets("served", { versions }))).metadata;
      await definitions.waitForEstablished(name);
      for (const { name } of versions) {
        const path = `/apis/served.${domain}/${name}/widgets`;
        expect(await rest.request({ method: "GET", path })).toMatchObject({ items: [] });
      }
    }
  });

  it("fails with the conditions when another definition has the names", async () => {
    await definitions.createOrUpdate(widgets("names"));
    await definitions.waitForEstablished(widgets("names").metadata.name);
    const names = { plural: "gadgets", singular: "widget", kind: "Gadget" };
    const { name } = (await definitions.createOrUpdate(widgets("names", { names }))).metadata;
    const error = await definitions.waitForEstablished(name).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(NotEstablishedError);
    expect(error).toMatchObject({ reason: "NamesNotAccepted", definition: name });
    expect(String(error)).toContain(
      'NamesAccepted=False (SingularConflict: "widget" is already in use)',
    );
  });

  it("fails when the definition is deleted during the wait", async () => {
    // Time stands still: the wait ends by what the server says, or not at all.
    const clock = new FakeClock();
    const clientset = ApiextensionsClientset.forConfig({ ...adminConfig(server), clock });
    const waiting = clientset.apiextensionsV1().customResourceDefinitions();
    await definitions.createOrUpdate(widgets("deleted"));
    await definitions.waitForEstablished(widgets("deleted").metadata.name);
    const names = { plural: "gadgets", singular: "widget", kind: "Gadget" };
    const { name } = (await definitions.createOrUpdate(widgets("deleted", { names }))).metadata;
    const stop = new AbortController();
    onTestFinished(() => stop.abort());
    const wait = waiting
      .waitForEstablished(name, { signal: stop.signal })
      .catch((reason: unknown) => reason);
    // The moment that names get to be accepted: the wait has seen the definition.
    await vi.waitFor(() => expect(clock.timers).toContain(1_000));
    await definitions.delete(name);
    const error = await wait;
    expect(error).toBeInstanceOf(NotEstablishedError);
    expect(error).toMatchObject({ reason: "Deleted" });
  });
});
