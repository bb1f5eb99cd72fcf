import { describe, expect, it } from "vitest";
import { withResourceVersion } from "../../src/apiserver/listwatch/with-resource-version.js";

const encoder = new TextEncoder();

describe("withResourceVersion", () => {
  it.each([
    { metadata: { resourceVersion: "1" } },
    { metadata: { name: "a", resourceVersion: "99999", uid: "u" }, spec: {} },
    {
      spec: { metadata: { resourceVersion: "5" }, resourceVersion: "6", list: [1, [{}], "]}"] },
      kind: '"metadata":{"resourceVersion":"7"',
      metadatb: { resourceVersion: "8" },
      metadata: {
        annotations: { resourceVersion: "9", 'q"\\': '\\"resourceVersion\\":', é: "\u2028" },
        ownerReferences: [{ resourceVersion: "10" }],
        generation: 3,
        deletionTimestamp: null,
        labels: {},
        resourceVersion: "11",
      },
      status: { resourceVersion: "12" },
    },
  ])("replaces that of metadata alone", (object) => {
    for (const revision of [7, 1_234_567_890]) {
      const value = withResourceVersion(encoder.encode(JSON.stringify(object)), revision);
      const expected = structuredClone(object);
      expected.metadata.resourceVersion = String(revision);
      expect(new TextDecoder().decode(value)).toBe(JSON.stringify(expected));
    }
  });

  it("takes no object without one", () => {
    for (const text of ["{}", '{"metadata":{}}', '{"metadata":[]}', '{"spec":{"metadata":1}}']) {
      expect(() => withResourceVersion(encoder.encode(text), 1)).toThrow("no resourceVersion");
    }
  });
});
