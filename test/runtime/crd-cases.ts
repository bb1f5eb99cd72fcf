import { DynamicClient, isForbidden, RestClient, type RestConfig } from "crd-runtime";
import {
  ApiextensionsClientset,
  type CRDProgress,
  type CustomResourceConversion,
  type CustomResourceDefinition,
  createOrUpdateCRDs,
  migrateStoredVersions,
  NotEstablishedError,
  StoredVersionsError,
} from "crd-runtime/apiextensions/v1";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAuthority } from "../../packages/crd-testing/src/envtest/certificates.js";
import { definitionOf, domain, version } from "./crd-definitions.js";

/** What createOrUpdateCRDs and migrateStoredVersions do, on any server. */
export function crdCases(input: {
  /** Of who may do everything. */
  readonly configOf: () => RestConfig;
  /** Of "nobody", who may do nothing. */
  readonly strangerOf: () => RestConfig;
}): void {
  const { configOf, strangerOf } = input;
  let rest: RestClient;
  beforeAll(() => {
    rest = RestClient.forConfig(configOf());
  });
  afterAll(async () => await rest.close());

  const definitions = () =>
    new ApiextensionsClientset(rest).apiextensionsV1().customResourceDefinitions();
  const install = async (...definitions: readonly CustomResourceDefinition[]) => {
    const steps: CRDProgress[] = [];
    const onProgress = (step: CRDProgress): void => void steps.push(step);
    const installed = await createOrUpdateCRDs({ client: rest, definitions, onProgress });
    return { steps: steps.map(({ name, step }) => `${name} ${step}`), installed };
  };
  const refusal = async (...definitions: readonly CustomResourceDefinition[]) =>
    await install(...definitions).then(
      () => expect.unreachable("installed"),
      (error: unknown) => error,
    );

  describe("createOrUpdateCRDs", () => {
    it("creates, leaves alone and changes, and says which it was", async () => {
      const definition = definitionOf("changes");
      const { name } = definition.metadata;
      const first = await install(definition);
      expect(first.steps).toEqual([`${name} created`, `${name} established`]);
      const second = await install(definition);
      expect(second.steps).toEqual([`${name} unchanged`, `${name} established`]);
      const [before, after] = [first, second].map(({ installed }) => installed[0]);
      expect(after?.definition.metadata).toEqual(before?.definition.metadata);
      const versions = [version("v1"), version("v2", { storage: false })];
      const third = await install(definitionOf("changes", { versions }));
      expect(third.steps).toEqual([`${name} configured`, `${name} established`]);
      const labelled = definitionOf("changes", { versions });
      const metadata = { ...labelled.metadata, labels: { team: "storage" } };
      const fourth = await install({ ...labelled, metadata });
      expect(fourth.installed.map(({ change }) => change)).toEqual(["configured"]);
    });

    it("returns when every version can be used, in the order of what it was given", async () => {
      const groups = Array.from({ length: 12 }, (_, at) => `many${at}`);
      const versions = [version("v1"), version("v2", { storage: false })];
      const { installed } = await install(
        ...groups.map((group) => definitionOf(group, { versions })),
      );
      expect(installed.map(({ definition }) => definition.spec.group)).toEqual(
        groups.map((group) => `${group}.${domain}`),
      );
      for (const group of groups) {
        for (const { name } of versions) {
          const resource = { group: `${group}.${domain}`, version: name, resource: "widgets" };
          expect((await new DynamicClient(rest).resource(resource).list()).items).toEqual([]);
        }
      }
    });

    it("may be done by several clients at the same time", async () => {
      const others = Array.from({ length: 4 }, () => RestClient.forConfig(configOf()));
      const definitions = ["race1", "race2", "race3"].map((group) => definitionOf(group));
      const results = await Promise.all(
        others.map(async (client) => await createOrUpdateCRDs({ client, definitions })),
      );
      await Promise.all(others.map(async (other) => await other.close()));
      for (const installed of results) {
        expect(installed.map(({ definition }) => definition.spec.group)).toEqual(
          definitions.map(({ spec }) => spec.group),
        );
      }
    });

    it("brings a definition with a conversion webhook", async () => {
      const service = { namespace: "default", name: "converter", path: "/convert" };
      const conversion: CustomResourceConversion = {
        strategy: "Webhook",
        webhook: { clientConfig: { service }, conversionReviewVersions: ["v1"] },
      };
      const versions = [version("v1"), version("v2", { storage: false })];
      const { installed } = await install(definitionOf("webhook", { conversion, versions }));
      expect(installed[0]?.definition.spec.conversion).toMatchObject(conversion);
    });

    it.each([
      { group: "unhooked", after: {} },
      { group: "unhooked-none", after: { conversion: { strategy: "None" } } },
    ] as const)(
      "takes a conversion webhook with an injected caBundle away: $group",
      async (row) => {
        const { group, after } = row;
        const caBundle = Buffer.from(createAuthority("webhook").certificate).toString("base64");
        const service = { namespace: "default", name: "converter" };
        const conversion: CustomResourceConversion = {
          strategy: "Webhook",
          webhook: { clientConfig: { service }, conversionReviewVersions: ["v1"] },
        };
        const { name } = definitionOf(group).metadata;
        await install(definitionOf(group, { conversion }));
        const body = { spec: { conversion: { webhook: { clientConfig: { caBundle } } } } };
        await definitions().patch(name, { type: "merge", body }, { fieldManager: "cainjector" });
        const [hooked] = (await install(definitionOf(group, { conversion }))).installed;
        expect(hooked?.change).toBe("unchanged");
        expect(hooked?.definition.spec.conversion?.webhook?.clientConfig).toMatchObject({
          caBundle,
        });
        const [unhooked] = (await install(definitionOf(group, after))).installed;
        expect(unhooked?.definition.spec.conversion).toEqual({ strategy: "None" });
        expect(unhooked?.definition.metadata.uid).toBe(hooked?.definition.metadata.uid);
      },
    );

    it("says that a definition was being deleted, when it has gone", async () => {
      const definition = definitionOf("gone");
      const { metadata } = definition;
      const finalizers = ["example.com/keep"];
      await install({ ...definition, metadata: { ...metadata, finalizers } });
      await definitions().delete(metadata.name);
      // Its finalizer goes with the apply, and the definition with the finalizer.
      const error = await refusal(definition);
      expect(error).toBeInstanceOf(NotEstablishedError);
      expect(error).toMatchObject({ reason: "Deleted", definition: metadata.name });
    });

    it("says which definition's names are taken, by what, and installs nothing further", async () => {
      await install(definitionOf("names"));
      const names = { plural: "gadgets", singular: "widget", kind: "Gadget" };
      const taken = definitionOf("names", { names });
      const error = await refusal(taken);
      expect(error).toBeInstanceOf(NotEstablishedError);
      expect(error).toMatchObject({ reason: "NamesNotAccepted", definition: taken.metadata.name });
      expect(String(error)).toContain(
        'NamesAccepted=False (SingularConflict: "widget" is already in use)',
      );
    });

    it("tells all that went wrong, when several did", async () => {
      const bad = (group: string) =>
        definitionOf(group, { versions: [version("v1", { storage: false })] });
      const error = await refusal(bad("bad1"), bad("bad2"));
      expect(error).toBeInstanceOf(AggregateError);
      for (const group of ["bad1", "bad2"]) {
        expect(String(error)).toContain(`"widgets.${group}.${domain}" is invalid`);
      }
    });

    it("passes on that the caller may not, with the name of the definition", async () => {
      const client = RestClient.forConfig(strangerOf());
      const definitions = [definitionOf("forbidden")];
      const error = await createOrUpdateCRDs({ client, definitions }).catch((each) => each);
      await client.close();
      expect(isForbidden(error)).toBe(true);
      expect(String(error)).toMatch(
        /"widgets\.forbidden\.installed\.example\.com" is forbidden: User "nobody" cannot get/,
      );
    });

    it("ends with the reason of its signal", async () => {
      const reason = new Error("enough");
      const signal = AbortSignal.abort(reason);
      const definitions = [definitionOf("aborted")];
      const wait = createOrUpdateCRDs({ client: rest, definitions, signal });
      await expect(wait).rejects.toBe(reason);
    });
  });

  describe("a version in which objects may be stored", () => {
    const both = (stored: string) =>
      ["v1", "v2"].map((name) => version(name, { storage: name === stored }));
    const objectsOf = (group: string) =>
      new DynamicClient(rest)
        .resource({ group: `${group}.${domain}`, version: "v1", resource: "widgets" })
        .namespace("default");
    const object = (group: string, name: string) => ({
      apiVersion: `${group}.${domain}/v1`,
      kind: "Widget",
      metadata: { name },
      spec: { size: 1 },
    });

    it("cannot be removed, and the error says what to do", async () => {
      await install(definitionOf("blocked", { versions: both("v1") }));
      const error = await refusal(definitionOf("blocked", { versions: [version("v2")] }));
      expect(error).toBeInstanceOf(StoredVersionsError);
      expect(error).toMatchObject({
        definition: `widgets.blocked.${domain}`,
        versions: ["v1"],
        reason: "Invalid",
      });
      expect(String(error)).toMatch(/status\.storedVersions\[0\].*"v1".*: keep v1 in widgets\./);
      expect(String(error)).toContain("call migrateStoredVersions");
    });

    it("can be removed after the objects have been rewritten", async () => {
      const group = "migrated";
      const { name } = definitionOf(group).metadata;
      await install(definitionOf(group, { versions: both("v1") }));
      const objects = objectsOf(group);
      for (const each of ["one", "two", "three"]) await objects.create(object(group, each));
      const stored = await objects.list();
      const { installed } = await install(definitionOf(group, { versions: both("v2") }));
      expect(installed[0]?.definition.status?.storedVersions).toEqual(["v1", "v2"]);

      const counts: string[] = [];
      const migrated = await migrateStoredVersions({
        client: rest,
        name,
        onProgress: ({ done, total }) => void counts.push(`${done}/${total}`),
      });
      expect(counts).toEqual(["1/3", "2/3", "3/3"]);
      expect(migrated.status?.storedVersions).toEqual(["v2"]);
      const rewritten = await objects.list();
      for (const [at, { metadata }] of rewritten.items.entries()) {
        const before = stored.items[at]?.metadata;
        expect(metadata.resourceVersion).not.toBe(before?.resourceVersion);
        expect(metadata.generation).toBe(before?.generation);
      }
      await install(definitionOf(group, { versions: [version("v2")] }));
    });

    it("is left alone when there is no other", async () => {
      const { name } = definitionOf("current").metadata;
      const { installed } = await install(definitionOf("current"));
      const { metadata } = await migrateStoredVersions({ client: rest, name });
      expect(metadata.resourceVersion).toBe(installed[0]?.definition.metadata.resourceVersion);
    });

    it("needs a served version to be rewritten through", async () => {
      const versions = both("v2").map((each) => ({ ...each, served: false }));
      const { name } = definitionOf("unserved").metadata;
      await install(definitionOf("unserved", { versions: both("v1") }));
      await install(definitionOf("unserved", { versions }));
      await expect(migrateStoredVersions({ client: rest, name })).rejects.toThrow(
        "no version is served",
      );
    });
  });
}
