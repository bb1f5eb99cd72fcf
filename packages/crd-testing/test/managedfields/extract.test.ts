import { isConflict, type KubernetesObject, ResourceClient, RestClient } from "crd-runtime";
import {
  extractApplyConfiguration,
  namespacedApplyConfiguration,
  structApplyConfiguration,
} from "crd-runtime/applyconfigurations";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EmbeddedApiServer } from "../../src/index.js";
import { definition } from "./definition.js";
import { mulberry32 } from "./mulberry32.js";
import { type Draft, randomMetadata, randomSpec, randomStatus } from "./random-sample.js";

interface Sample extends KubernetesObject {
  spec?: object;
  status?: object;
}

interface SampleApplyConfiguration {
  apiVersion?: string;
  kind?: string;
  metadata?: object;
  spec?: object;
  status?: object;
}

/** Of definition.ts, what has one owner as a whole although it is an object. */
const spec = structApplyConfiguration<object>({
  settings: { map: "value" },
  frozen: { map: "value", atomic: true },
  template: "value",
  sealed: "atomic",
  ports: { list: "value" },
  groups: { map: "value" },
  any: "value",
  open: "value",
  embedded: "value",
});
const sample = namespacedApplyConfiguration<SampleApplyConfiguration>({
  apiVersion: "example.com/v1",
  kind: "Sample",
  fields: { metadata: "objectMeta", spec: () => spec, status: "value" },
});

let server: EmbeddedApiServer;
let client: ResourceClient<Sample, { metadata: object; items: Sample[] }, SampleApplyConfiguration>;

beforeAll(async () => {
  server = await EmbeddedApiServer.start({
    crds: [definition("example.com")],
    namespaces: "implied",
  });
  client = new ResourceClient({
    rest: RestClient.forConfig(server.config),
    group: "example.com",
    version: "v1",
    resource: "samples",
    kind: "Sample",
    namespaced: true,
    namespace: "default",
  });
});
afterAll(() => server.stop());

/** Lists whose items are owned each for itself. */
const associative = new Set([
  ...["set", "numbers", "tags", "ports", "parts", "conditions", "finalizers", "ownerReferences"],
]);

/** What is left of a value when order does not count, and what cannot be owned is left out: an empty set or keyed list. */
function canonical(value: unknown, name = ""): unknown {
  if (Array.isArray(value)) {
    if (!associative.has(name)) return value;
    if (value.length === 0) return undefined;
    return value.map((item: unknown) => JSON.stringify(canonical(withDefaults(item, name)))).sort();
  }
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value)
    .map(([member, each]) => [member, canonical(each, member)] as const)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return members.length === 0 && Object.keys(value).length > 0
    ? undefined
    : Object.fromEntries(members);
}

/** Keys come with their defaults. */
function withDefaults(item: unknown, list: string): unknown {
  return list === "ports" ? Object.assign({ protocol: "TCP" }, item) : item;
}

interface Extracting {
  readonly object: Sample;
  readonly fieldManager: string;
  readonly subresource?: string;
}

function extracted({ object, fieldManager, subresource = "" }: Extracting): unknown {
  return canonical(extractApplyConfiguration({ object, fieldManager, subresource, type: sample }));
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

function configuration(random: () => number, name: string) {
  // Labels and annotations that are empty are not stored: only the managedFields tell of them.
  const given = Object.entries(randomMetadata(random)).filter(([, value]) => !isEmpty(value));
  const metadata: Draft = { ...Object.fromEntries(given), name, namespace: "default" };
  return { apiVersion: "example.com/v1", kind: "Sample", metadata, spec: randomSpec(random) };
}

describe("what is extracted is what was applied", () => {
  it("by two managers, whose fields meet", async () => {
    let together = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const random = mulberry32(seed);
      const name = `two-${seed}`;
      const [one, two] = [configuration(random, name), configuration(random, name)];
      const first = await client.apply(one, { fieldManager: "one" });
      expect(extracted({ object: first, fieldManager: "one" }), `seed ${seed}`).toEqual(
        canonical(one),
      );
      const second = await client.apply(two, { fieldManager: "two" }).catch((error: unknown) => {
        expect(isConflict(error)).toBe(true);
      });
      if (second === undefined) continue;
      together += 1;
      for (const [fieldManager, applied] of [
        ["one", one],
        ["two", two],
      ] as const) {
        expect(extracted({ object: second, fieldManager }), `seed ${seed}`).toEqual(
          canonical(applied),
        );
      }
    }
    // Enough of them share an object, and not all of them for want of common fields.
    expect(together).toBeGreaterThan(30);
    expect(together).toBeLessThan(270);
  });

  it("by force, over what another owned; and applying it again changes nothing", async () => {
    for (let seed = 1; seed <= 150; seed++) {
      const random = mulberry32(seed);
      const name = `force-${seed}`;
      await client.apply(configuration(random, name), { fieldManager: "one" });
      const two = configuration(random, name);
      const object = await client.apply(two, { fieldManager: "two", force: true });
      expect(extracted({ object, fieldManager: "two" }), `seed ${seed}`).toEqual(canonical(two));
      for (const fieldManager of ["one", "two"]) {
        const again = extractApplyConfiguration({
          object,
          fieldManager,
          subresource: "",
          type: sample,
        });
        const applied = await client.apply(again, { fieldManager });
        // Of keys that were defaulted the manager becomes an owner: they come with their items.
        expect(applied.spec, `seed ${seed}`).toEqual(object.spec);
        expect(applied.metadata, `seed ${seed}`).toEqual({
          ...object.metadata,
          resourceVersion: expect.any(String),
          managedFields: expect.any(Array),
        });
      }
    }
  });

  it("to the status, apart from the rest", async () => {
    for (let seed = 1; seed <= 100; seed++) {
      const random = mulberry32(seed);
      const name = `status-${seed}`;
      const main = configuration(random, name);
      await client.apply(main, { fieldManager: "me" });
      const { apiVersion, kind } = main;
      const metadata = { name, namespace: "default" };
      const status = { apiVersion, kind, metadata, status: randomStatus(random) };
      const object = await client.applyStatus(status, { fieldManager: "me" });
      expect(extracted({ object, fieldManager: "me" }), `seed ${seed}`).toEqual(canonical(main));
      expect(extracted({ object, fieldManager: "me", subresource: "status" })).toEqual(
        canonical(status),
      );
    }
  });
});
