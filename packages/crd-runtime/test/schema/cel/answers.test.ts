import { readFileSync } from "node:fs";
import { celCompiler } from "crd-runtime/cel";
import {
  blocksRules,
  CompiledSchema,
  causesOf,
  compileRules,
  formatFieldError,
  ruleChecks,
  rulesNotRun,
  structuralOf,
  validateCustomResourceDefinition,
  validateRules,
} from "crd-runtime/schema";
import { describe, expect, it } from "vitest";
import {
  answersPath,
  answersText,
  caseNames,
  definitionCases,
  type Json,
  objectCases,
  panics,
  rootSchema,
  titleOf,
} from "./cases.js";
import { definitionOf } from "./server-verdicts.js";

const cel = celCompiler();

function withSpec(kind: string, spec: Json): Json {
  const metadata = { name: "case-abcde", generateName: "case-" };
  return { apiVersion: "cel.example.com/v1", kind, metadata, spec: structuredClone(spec) };
}

describe("our answers are the server's", () => {
  it.each(caseNames("definitions"))("definitions: %s", async (name) => {
    const answers = definitionCases(name).map(({ name: title, schema }) => {
      const definition = definitionOf({ name: "case", schema: rootSchema({ schema }) });
      const errors = validateCustomResourceDefinition({ definition, rules: ruleChecks(cel) });
      return { title, causes: causesOf(errors), warnings: [] };
    });
    expect(answersText(answers)).toBe(readFileSync(answersPath("definitions", name), "utf8"));
  });

  it.each(panics)("an error where the server panics: $name", ({ schema }) => {
    const definition = definitionOf({ name: "case", schema: rootSchema({ schema }) });
    const errors = validateCustomResourceDefinition({ definition, rules: ruleChecks(cel) });
    expect(errors.map(({ type }) => type)).toEqual(["InternalError"]);
  });

  it.each(caseNames("objects"))("objects: %s", async (name) => {
    const cases = objectCases(name);
    const schema = structuralOf(rootSchema(cases));
    const compiled = new CompiledSchema(schema);
    const { rules, errors: wrong } = compileRules({ schema, cel });
    expect(wrong).toEqual([]);
    const answers = cases.objects.map((specs) => {
      const [old, spec] = Array.isArray(specs) ? specs : [undefined, specs];
      const object = withSpec(name, spec);
      const oldObject = old === undefined ? undefined : withSpec(name, old);
      compiled.applyDefaults(object);
      if (oldObject !== undefined) compiled.applyDefaults(oldObject);
      const errors = compiled.validate({ object, oldObject });
      if (blocksRules(errors)) {
        return { title: titleOf(specs), causes: causesOf([...errors, rulesNotRun]), warnings: [] };
      }
      const found = validateRules({ rules, object, oldObject });
      return {
        title: titleOf(specs),
        causes: causesOf([...errors, ...found.errors]),
        warnings: found.warnings.map(formatFieldError),
      };
    });
    expect(answersText(answers)).toBe(readFileSync(answersPath("objects", name), "utf8"));
  });
});
