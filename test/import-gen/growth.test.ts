import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { typeNames } from "../../generators/import-gen/names.js";
import { readDocuments } from "../../generators/import-gen/read/documents.js";
import { StepCounter } from "../model/steps.js";

const counter = new StepCounter(/\/(?:generators\/import-gen|yaml\/dist)\//);
beforeAll(() => counter.start());
afterAll(() => counter.stop());

const texts: Readonly<Record<string, (times: number) => string>> = {
  "keys of one map": (times) => Array.from({ length: times }, (_, at) => `k${at}: 1\n`).join(""),
  "keys of one flow map": (times) =>
    `{${Array.from({ length: times }, (_, at) => `"k${at}": 1`).join(", ")}}`,
  "lines that go on with a quoted text": (times) => `a: "b\n${"c\n".repeat(times)}"\n`,
};

async function factor(action: (times: number) => void): Promise<number> {
  action(1);
  const count = (times: number): Promise<number> => counter.count(() => action(times));
  const steps = await count(500);
  return (await count(1000)) / steps;
}

describe("the steps of an import grow with its size alone", () => {
  it.each(Object.entries(texts))("%s", async (_, text) => {
    const read = (times: number) => void readDocuments({ path: "crd.yaml", text: text(times) });
    expect(await factor(read)).toBeLessThan(2.3);
  });

  it("names of types that would all have one name", async () => {
    const name = (times: number): void => {
      const types = Array.from({ length: times }, () => ({
        paths: [["A", "Spec", "B"]],
        comment: "",
        comments: [],
        known: [],
      }));
      expect(new Set(typeNames({ types, taken: new Set() })).size).toBe(times);
    };
    expect(await factor(name)).toBeLessThan(2.3);
  });
});
