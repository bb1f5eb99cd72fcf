import { RestClient } from "crd-runtime";
import type { CustomResourceDefinition } from "crd-runtime/apiextensions/v1";
import {
  defaultCustomResourceDefinition,
  definitionWarnings,
  validateCustomResourceDefinition,
} from "crd-runtime/schema";
import { beforeAll, describe, expect, it } from "vitest";
import { describeOnServer } from "../controlplane/fixture.js";
import { adminConfig, restClient } from "../runtime/server.js";
import {
  definitionCases,
  definitionChanges,
  definitionsWithWarnings,
  stored,
} from "./definitions.js";
import { causeTexts, definitionsPath, dryRun, install } from "./server.js";

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

  it.each(Object.entries(definitionsWithWarnings))(
    "gives the warnings of %s",
    async (_, definition) => {
      const warnings: string[] = [];
      const warningHandler = (warning: string): void => void warnings.push(warning);
      const strict = RestClient.forConfig({ ...adminConfig(server), warningHandler });
      const object = {
        apiVersion: "apiextensions.k8s.io/v1",
        kind: "CustomResourceDefinition",
        ...definition,
      };
      expect(await dryRun({ rest: strict, path: definitionsPath, object })).toHaveProperty(
        "accepted",
      );
      strict.close();
      expect(warnings.sort()).toEqual([...definitionWarnings({ definition })].sort());
    },
  );

  describe("that are served already", () => {
    install(rest, stored);
    const path = `${definitionsPath}/${stored.metadata.name}`;
    let old: CustomResourceDefinition;
    beforeAll(async () => {
      old = (await rest.request({ method: "GET", path })) as CustomResourceDefinition;
    });

    for (const [name, change] of Object.entries(definitionChanges)) {
      it(`may change as the server says: ${name}`, async () => {
        const spec = { ...old.spec, ...change };
        const verdict = await dryRun({ rest, path, object: { ...old, spec }, method: "PUT" });
        // As the server makes the status before it validates.
        const storage = spec.versions.find((version) => version.storage)?.name;
        const known = old.status?.storedVersions ?? [];
        const storedVersions =
          storage === undefined || known.includes(storage) ? known : [...known, storage];
        const definition = { ...old, spec, status: { ...old.status, storedVersions } };
        const errors = causeTexts(validateCustomResourceDefinition({ definition, old }));
        expect(errors).toEqual(
          "accepted" in verdict ? [] : "causes" in verdict ? verdict.causes : verdict,
        );
      });
    }
  });
});
