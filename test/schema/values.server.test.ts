import type { CustomResourceDefinition } from "crd-runtime/apiextensions/v1";
import { coerceMetadata, compile, type FieldError, structuralOf } from "crd-runtime/schema";
import { describe, expect, it } from "vitest";
import { describeOnServer } from "../controlplane/fixture.js";
import { restClient } from "../runtime/server.js";
import { causeTexts, dryRun, install, type Verdict } from "./server.js";
import { valueCases } from "./values.js";

const group = "values.schema.example.com";
const properties = Object.fromEntries(
  Object.entries(valueCases).map(([name, { schema }]) => [name, schema]),
);
const schema = {
  type: "object",
  properties: { spec: { type: "object", properties } },
};
const definition: CustomResourceDefinition = {
  metadata: { name: `values.${group}` },
  spec: {
    group,
    scope: "Cluster",
    names: { plural: "values", kind: "Value" },
    versions: [{ name: "v1", served: true, storage: true, schema: { openAPIV3Schema: schema } }],
  },
};
const compiled = compile(structuralOf(schema));

/** What we make of an object, in the order in which the server reads, defaults and validates it. */
function ours(object: Record<string, unknown>): Verdict {
  const { error } = coerceMetadata({ object, schema: compiled.structural });
  if (error !== undefined) return { refused: error.field };
  compiled.prune(object);
  compiled.applyDefaults(object);
  const errors: readonly FieldError[] = compiled.validate({ object });
  return errors.length > 0 ? { causes: causeTexts(errors) } : { accepted: object };
}

function objectOf(name: string, value: unknown): Record<string, unknown> {
  return {
    apiVersion: `${group}/v1`,
    kind: "Value",
    metadata: { name: "a" },
    spec: { [name]: value },
  };
}

describeOnServer("values against a schema, as the server judges them", (server) => {
  const rest = restClient(server);
  const path = install(rest, definition);

  for (const [name, { values }] of Object.entries(valueCases)) {
    it(`agrees on ${name}`, async () => {
      const theirs = [];
      const mine = [];
      for (const value of values) {
        const verdict = await dryRun({ rest, path, object: objectOf(name, value) });
        const answer = ours(structuredClone(objectOf(name, value)));
        theirs.push([value, "accepted" in verdict ? verdict.accepted["spec"] : verdict]);
        mine.push([value, "accepted" in answer ? answer.accepted["spec"] : answer]);
      }
      expect(mine).toEqual(theirs);
    });
  }

  describe("unknown members", () => {
    for (const [name, { values }] of Object.entries(valueCases)) {
      it(`are those that strict validation names in ${name}`, async () => {
        for (const value of values) {
          const verdict = await dryRun({
            rest,
            path,
            object: objectOf(name, value),
            fieldValidation: "Strict",
          });
          const object = structuredClone(objectOf(name, value));
          const coerced = coerceMetadata({ object, schema: compiled.structural });
          const unknown = [...compiled.prune(object), ...coerced.unknown];
          const message = "refused" in verdict ? verdict.refused : "";
          const theirs = [...message.matchAll(/unknown field "((?:[^"\\]|\\.)*)"/g)];
          expect(unknown.sort()).toEqual(theirs.map(([, found]) => found).sort());
        }
      });
    }
  });
});
