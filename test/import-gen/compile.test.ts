import { describe, expect, it } from "vitest";
import { generatorNames } from "../../generators/model/generator-names.js";
import { isJsonObject, type JsonValue } from "../../generators/model/index.js";
import { typeCheck } from "../golden/program.js";
import { runProject } from "../golden/run.js";
import { type CorpusFile, corpusFiles } from "./corpus.js";
import { imported, type JsonObject } from "./round-trip.js";
import { sampleOf } from "./samples.js";

const files = corpusFiles();

/** A module with two objects of each version of a kind: the least, and all. */
function samplesOf(file: CorpusFile, index: number): readonly [path: string, text: string] {
  const { group, names, versions } = partsOf(file.document);
  const lines = versions.flatMap(({ name, schema }) => {
    const alias = `Kind_${name}`;
    const objects = (["least", "all"] as const).map((fullness) => {
      const sample = sampleOf({ schema, fullness });
      const object = {
        ...(isJsonObject(sample) ? sample : {}),
        apiVersion: `${group}/${name}`,
        kind: names,
        metadata: { name: "x" },
      };
      return `export const ${name}_${fullness}: ${alias} = ${JSON.stringify(object)};`;
    });
    return [
      `import type { ${names} as ${alias} } from "./apis/${group}/${name}/types.js";`,
      ...objects,
    ];
  });
  return [`src/sample-${index}.ts`, lines.join("\n")];
}

function partsOf(document: JsonObject) {
  const at = (value: JsonValue | undefined, key: string): JsonValue | undefined =>
    isJsonObject(value) ? value[key] : undefined;
  const { spec } = document;
  const versions = at(spec, "versions");
  return {
    group: String(at(spec, "group")),
    names: String(at(at(spec, "names"), "kind")),
    versions: (Array.isArray(versions) ? versions : []).map((version: JsonValue) => {
      const schema = at(at(version, "schema"), "openAPIV3Schema");
      return { name: String(at(version, "name")), schema: isJsonObject(schema) ? schema : {} };
    }),
  };
}

describe.skipIf(files.length === 0)("types of real definitions", () => {
  it("compile with all that is generated from them, and take the objects that the definitions take", async () => {
    const tree = imported(files.map(({ document }) => document));
    // Definitions are compared elsewhere.
    const generators = generatorNames.filter((name) => !["crd-gen", "samples-gen"].includes(name));
    const config = JSON.stringify({ version: "0.1.0", generators });
    const project = new Map([...tree, ["crd-project.json", config]]);
    const generated = await runProject({ project });
    expect(generated.report.match(/^.* - error .*$/gm) ?? []).toEqual([]);
    expect(generated.files.size).toBeGreaterThan(300);
    const all = new Map([...tree, ...generated.files, ...files.map(samplesOf)]);
    expect(typeCheck({ projects: new Map([["imported", all]]) })).toEqual([]);
  });
});
