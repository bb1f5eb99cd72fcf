import { describe, expect, it } from "vitest";
import { pathProblem } from "../../generators/crd-gen/json-path.js";
import type { JSONSchemaProps } from "../../generators/schema/index.js";

const text = { type: "string" } as const;
const schema: JSONSchemaProps = {
  type: "object",
  properties: {
    spec: {
      type: "object",
      properties: {
        mode: text,
        "dotted.name": text,
        labels: { type: "object", additionalProperties: text },
        ports: { type: "array", items: { type: "object", properties: { port: text } } },
        open: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
        any: { "x-kubernetes-preserve-unknown-fields": true },
      },
    },
  },
};

describe("paths of columns and scale", () => {
  it.each([
    ".spec",
    ".spec.mode",
    ".spec['mode']",
    '.spec["mode"]',
    ".spec.dotted\\.name",
    ".spec.labels.anything",
    ".spec.ports[0].port",
    ".spec.ports[*].port",
    ".spec.ports[0:2].port",
    ".spec.ports[?(@.port=='http')].port",
    ".spec.open.what.ever",
    ".spec.any.what.ever",
    ".metadata.labels.team",
    ".apiVersion",
    // Not read: nothing is known to be wrong.
    "..mode",
    ".spec.ports[?(@.port[0]=='a')].none",
  ])("%s leads somewhere, for all that is known", (path) => {
    expect(pathProblem({ path, schema })).toBeUndefined();
  });

  it.each([
    [".status.phase", "status"],
    [".spec.moda", "moda"],
    [".spec['moda']", "moda"],
    [".spec.mode.deeper", "deeper"],
    [".spec.ports[0].prt", "prt"],
    [".spec.ports[?(@.port=='http')].prt", "prt"],
    [".spec.constructor", "constructor"],
  ])("%s leads nowhere: there is no %s", (path, name) => {
    expect(pathProblem({ path, schema })?.problem).toBe(
      `'${path}' leads nowhere: there is no '${name}'`,
    );
  });

  it("says what was probably meant", () => {
    expect(pathProblem({ path: ".spec.moda", schema })?.hint).toBe("did you mean 'mode'?");
  });
});
