import { expect, it } from "vitest";
import { objectProblem } from "../../src/cache/reflector/object-check.js";
import { thing } from "./objects.js";

const metadata = { name: "a" };

// client-go: TestIsUnsupportedTableObject
it.each([
  [{ kind: "Table", apiVersion: "meta.k8s.io/v1", metadata }, "a Table, which is for display only"],
  [
    { kind: "Table", apiVersion: "meta.k8s.io/v1beta1", metadata },
    "a Table, which is for display only",
  ],
  [{ kind: "Table", apiVersion: "furniture.example.com/v1", metadata }, undefined],
  [{ kind: "PartialObjectMetadata", apiVersion: "meta.k8s.io/v1", metadata }, undefined],
  [thing({ name: "a" }), undefined],
  [{ metadata }, undefined],
  ["text", "no object"],
  [[], "no object"],
  [{ metadata: null }, "an object without metadata"],
  [{ metadata: { name: 1 } }, "an object without a name"],
])("lets %j in, or says %j", (object, problem) => {
  expect(objectProblem({ object, expected: undefined })).toBe(problem);
});
