import { describe, expect, it } from "vitest";
import { corpusFiles, corpusMissing } from "./corpus.js";
import { comparable, differences, type RoundTrip, roundTrip } from "./round-trip.js";

const files = corpusFiles();
const rounds = new Map<string, Promise<RoundTrip>>();

/** One round trip for all tests of a file. */
function roundOf(file: (typeof files)[number]): Promise<RoundTrip> {
  const known = rounds.get(file.name) ?? roundTrip(file.document);
  rounds.set(file.name, known);
  return known;
}

const rawTag = /crd-project:(?:items:|additionalProperties:)*schema[=:]/;
const madeByControllerGen = "controller-gen.kubebuilder.io/version";

describe("real definitions", () => {
  it("are there", ({ skip }) => {
    if (corpusMissing !== undefined && process.env["CI"] !== "true") skip(corpusMissing);
    expect(files.length).toBe(60);
  });

  it.each(files)("$name comes out as it went in", async (file) => {
    const { definition, errors } = await roundOf(file);
    expect(errors).toBe("");
    expect(differences({ left: comparable(file.document), right: comparable(definition) })).toEqual(
      [],
    );
  });

  it.each(files)("$name stays as it is from then on", async (file) => {
    const first = await roundOf(file);
    const second = await roundTrip(first.definition);
    expect(second.yaml).toBe(first.yaml);
  });

  it.skipIf(files.length === 0)("need no schema in JSON, nine of ten at least", async () => {
    const plain: string[] = [];
    for (const file of files) {
      const { tree } = await roundOf(file);
      if (![...tree.values()].some((text) => rawTag.test(text))) plain.push(file.name);
    }
    expect(plain.length).toBeGreaterThanOrEqual(files.length * 0.9);
  });

  it.skipIf(files.length === 0)("of controller-gen are the same to the byte", async () => {
    const made = files.filter(({ text }) => text.includes(madeByControllerGen));
    const equal: string[] = [];
    for (const file of made) {
      const { yaml } = await roundOf(file);
      if (body(yaml) === body(file.text)) equal.push(file.name);
    }
    // The others were changed after controller-gen had written them.
    expect({ made: made.length, equal: equal.length }).toEqual({ made: 36, equal: 23 });
  });
});

/** A file without what stands above the document. */
function body(text: string): string {
  return text.slice(text.indexOf("apiVersion: apiextensions.k8s.io/v1"));
}
