import { describe, expect, it } from "vitest";
import { type Annotation, annotationsOf } from "../../scripts/conformance/annotations.js";
import { compare } from "../../scripts/conformance/compare.js";
import type { Entry } from "../../scripts/conformance/inventory.js";
import { compareRepository } from "../../scripts/conformance/repository.js";
import { printComparison } from "../../scripts/conformance/table.js";

it("has a test for every entry of client-go's inventory; see 'npm run conformance'", () => {
  expect(compareRepository().problems).toEqual([]);
});

describe("annotations", () => {
  it("stand above the tests that run", () => {
    const text = [
      "  // client-go: TestA",
      "  // client-go: TestB, TestB2; in its own way",
      "  // Any other comment.",
      '  it("does", () => {});',
      "// client-go: TestC",
      'it.each([1])("does", () => {});',
      "// client-go: TestD",
      'it.skip("does", () => {});',
      "// client-go: TestE",
      "// client-go constant: page size, page buffer",
      "// client-go trap: lost deletes",
      'it("does", () => {});',
      "// client-go: TestF",
      "",
    ].join("\n");
    const found = annotationsOf({ file: "a.test.ts", text });
    expect(found.map(({ name, place, hasTest }) => [name, place, hasTest])).toEqual([
      ["TestA", "a.test.ts:1", true],
      ["TestB", "a.test.ts:2", true],
      ["TestB2", "a.test.ts:2", true],
      ["TestC", "a.test.ts:5", true],
      ["TestD", "a.test.ts:7", false],
      ["TestE", "a.test.ts:9", true],
      ["constant: page size", "a.test.ts:10", true],
      ["constant: page buffer", "a.test.ts:10", true],
      ["trap: lost deletes", "a.test.ts:11", true],
      ["TestF", "a.test.ts:13", false],
    ]);
  });
});

describe("the comparison of inventory and tests", () => {
  const readText = (): string => "const pageSize = 500;";

  const entries: readonly Entry[] = [
    { name: "TestA", status: "port" },
    { name: "TestB", status: "adapt", deviation: "better so" },
    { name: "TestC", status: "n/a", reason: "Go's" },
    { name: "TestD*", status: "port" },
  ];
  const of = (...annotations: readonly Partial<Annotation>[]) =>
    compare({
      areas: [{ name: "queue", entries }],
      annotations: annotations.map((each) => ({
        name: "TestA",
        place: "a.test.ts:1",
        hasTest: true,
        ...each,
      })),
      readText,
    });

  it("is content when each entry that applies has a test", () => {
    const { areas, problems } = of({}, { name: "TestB" }, { name: "TestD_more" });
    expect(areas[0]?.verdicts.map(({ name, state }) => `${name} ${state}`)).toEqual([
      "TestA covered",
      "TestB deviated",
      "TestC n/a",
      "TestD* covered",
    ]);
    expect(problems).toEqual([]);
  });

  it("names what is missing, unknown, without a test, or not to be proven", () => {
    const { problems } = of(
      { name: "TestC", place: "c.test.ts:3" },
      { name: "TestX", place: "x.test.ts:4" },
      { place: "a.test.ts:5", hasTest: false },
    );
    expect(problems).toEqual([
      "x.test.ts:4 names TestX, which the inventory does not list",
      "a.test.ts:5 names TestA, but no test that runs follows",
      "queue: no test proves TestB",
      "queue: TestC does not apply, but c.test.ts:3 proves it",
      "queue: no test proves TestD*",
    ]);
  });

  it("refuses an entry that is listed twice", () => {
    const areas = [
      { name: "a", entries },
      { name: "b", entries: entries.slice(0, 1) },
    ];
    expect(compare({ areas, annotations: [], readText }).problems).toContain(
      "the inventory lists TestA twice",
    );
  });

  it("names constants that are not where they should be, and prints where the others are", () => {
    const annotations = ["size", "gone"].map((name) => ({
      name: `constant: ${name}`,
      place: "a.test.ts:1",
      hasTest: true,
    }));
    const entries: readonly Entry[] = [
      { name: "constant: size", status: "port", source: "src/pages.ts pageSize" },
      { name: "constant: gone", status: "port", source: "src/pages.ts pageCount" },
    ];
    const comparison = compare({ areas: [{ name: "constants", entries }], annotations, readText });
    expect(comparison.problems).toEqual([
      "constants: src/pages.ts has no pageCount, where constant: gone should be",
    ]);
    expect(printComparison(comparison)).toContain(
      "Constants:\n  constant: size: src/pages.ts pageSize, proven by a.test.ts:1\n",
    );
  });

  it("is printed as counts by area, then the reasons, then the problems", () => {
    const text = printComparison(of({}, { name: "TestB" }));
    expect(text).toContain("queue                      1         1         1         1\n");
    expect(text).toContain("  queue: TestB (deviated): better so\n");
    expect(text).toContain("Problems:\n  queue: no test proves TestD*\n");
  });
});
