import type { CustomResourceDefinition } from "crd-runtime/apiextensions/v1";
import {
  defaultCustomResourceDefinition,
  validateCustomResourceDefinition,
} from "crd-runtime/schema";
import { expect, it } from "vitest";
import { describeOnServer } from "../controlplane/fixture.js";
import { restClient } from "../runtime/server.js";
import { definitionCases } from "./definitions.js";
import { causeTexts, definitionsPath, dryRun } from "./server.js";

describeOnServer("definitions, as the server judges them", (server) => {
  const rest = restClient(server);

  for (const [name, definition] of Object.entries(definitionCases)) {
    it(`agrees on ${name}`, async () => {
      const object = {
        apiVersion: "apiextensions.k8s.io/v1",
        kind: "CustomResourceDefinition",
        ...definition,
      };
      const verdict = await dryRun({ rest, path: definitionsPath, object });
      const errors = causeTexts(validateCustomResourceDefinition({ definition }));
      if (!("accepted" in verdict)) {
        expect({ causes: errors }).toEqual(verdict);
        return;
      }
      expect(errors).toEqual([]);
      const { spec } = defaultCustomResourceDefinition(definition);
      const stored = verdict.accepted["spec"] as CustomResourceDefinition["spec"];
      expect(stored.names).toEqual(spec.names);
      expect(stored.conversion).toEqual(spec.conversion);
    });
  }
});
