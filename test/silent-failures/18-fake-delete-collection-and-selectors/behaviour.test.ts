import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "../../../sample-project/src/apis/example.com/v1/types.js";
import { FakeClientset } from "../../../sample-project/src/client/fake/clientset.js";

let clientset: FakeClientset;

function database(name: string, tier: string): Database {
  const metadata = { name, namespace: "default", labels: { tier } };
  return { metadata, spec: { user: "admin", passwordSecret: "secret" } };
}

async function names(
  options: { readonly fieldSelector?: string } = {},
): Promise<readonly string[]> {
  const { items } = await clientset.exampleV1().databases("default").list(options);
  return items.map(({ metadata }) => metadata.name);
}

beforeEach(async () => {
  clientset = await FakeClientset.start();
  const databases = clientset.exampleV1().databases("default");
  for (const one of [database("a", "gold"), database("b", "gold"), database("c", "silver")]) {
    await databases.create(one);
  }
});

afterEach(() => clientset.fake.stop());

it("the fake's deleteCollection deletes what its selectors match, and nothing else", async () => {
  const databases = clientset.exampleV1().databases("default");
  await databases.deleteCollection({
    labelSelector: "tier=gold",
    fieldSelector: "metadata.name=b",
  });
  expect(await names()).toEqual(["a", "c"]);
  await databases.deleteCollection();
  expect(await names()).toEqual([]);
});

it("the fake's list and watch mind field selectors, and refuse those that the server refuses", async () => {
  expect(await names({ fieldSelector: "metadata.name!=b" })).toEqual(["a", "c"]);
  await expect(names({ fieldSelector: "spec.user=admin" })).rejects.toThrow(
    "field label not supported: spec.user",
  );
});
