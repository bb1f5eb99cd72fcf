import { celCompiler } from "crd-runtime/cel";
import { ruleChecks, validateCustomResourceDefinition } from "crd-runtime/schema";
import { describe, expect, it } from "vitest";
import { typeCheck } from "../golden/program.js";
import { census } from "./census/index.js";
import { comparable, differences, imported, type JsonObject, roundTrip } from "./round-trip.js";

type Definition = Parameters<typeof validateCustomResourceDefinition>[0]["definition"];

const rules = ruleChecks(celCompiler());

/** What the API server would say against a definition. */
function refusals(document: JsonObject): readonly string[] {
  const definition = document as unknown as Definition;
  const errors = validateCustomResourceDefinition({ definition, rules });
  return errors.map(({ field }) => `${JSON.stringify(document)}: ${field}`);
}

describe.each(Object.entries(census))("%s of real definitions", (list, documents) => {
  it("are such that the API server takes them", () => {
    expect(documents.flatMap(refusals)).toEqual([]);
  });

  it.each(documents.map((document, index) => ({ index, document })))(
    "come out as they went in, and stay so: $index",
    async ({ document }) => {
      const first = await roundTrip(document);
      expect(first.errors).toBe("");
      const { definition } = first;
      expect(differences({ left: comparable(document), right: comparable(definition) })).toEqual(
        [],
      );
      const second = await roundTrip(definition);
      expect(second.yaml).toBe(first.yaml);
    },
  );

  it("become types that compile", () => {
    const projects = documents.map(
      (document, index) => [`${list.replaceAll(" ", "-")}-${index}`, imported([document])] as const,
    );
    expect(typeCheck({ projects: new Map(projects) })).toEqual([]);
  });
});
