import type { CustomResourceDefinition } from "crd-runtime/apiextensions/v1";
import { validateCustomResourceDefinition } from "crd-runtime/schema";
import { describe, expect, it } from "vitest";
import { describeOnServer } from "../controlplane/fixture.js";
import { restClient } from "../runtime/server.js";
import { corpusDefinitions, corpusMissing } from "./corpus.js";
import { mutated, randomOf, withoutRules } from "./mutate.js";
import { causeTexts, definitionsPath, dryRun } from "./server.js";

const changesPerDefinition = Number(process.env["SCHEMA_MUTATIONS"] ?? 8);
const seed = Number(process.env["SCHEMA_SEED"] ?? 1);

function sent(definition: CustomResourceDefinition): Record<string, unknown> {
  const { metadata, spec } = definition;
  const { name, annotations } = metadata;
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name, ...(annotations && { annotations }) },
    spec,
  };
}

describeOnServer("real definitions", (server) => {
  if (corpusMissing !== undefined) {
    it.skip(corpusMissing);
    return;
  }
  const rest = restClient(server);

  for (const [file, definition] of corpusDefinitions(Number.POSITIVE_INFINITY)) {
    it(`has no fault to find with ${file}`, () => {
      expect(causeTexts(validateCustomResourceDefinition({ definition }))).toEqual([]);
    });
  }

  describe("with one or two members changed", () => {
    for (const [file, original] of corpusDefinitions(120_000)) {
      it(`agrees on ${file}`, async () => {
        const definition = withoutRules(original);
        const random = randomOf(seed);
        for (let count = 0; count < changesPerDefinition; count += 1) {
          const [change, variant] = mutated({ definition, random });
          const verdict = await dryRun({ rest, path: definitionsPath, object: sent(variant) });
          const errors = causeTexts(validateCustomResourceDefinition({ definition: variant }));
          if ("refused" in verdict) {
            if (process.env["SCHEMA_DEBUG"])
              console.log(file, change, verdict.refused.slice(0, 300));
            continue;
          }
          const theirs = "causes" in verdict ? verdict.causes : [];
          expect({ change, errors }).toEqual({ change, errors: theirs });
        }
      });
    }
  });
});
