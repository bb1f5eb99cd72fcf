import type { RestClient } from "crd-runtime";
import { expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { isJsonObject, type JsonValue } from "../../generators/model/index.js";
import { describeOnServer } from "../controlplane/fixture.js";
import { goldenCases, inputOf, type Tree } from "../golden/case.js";
import { runProject } from "../golden/run.js";
import { corpusFiles, corpusMissing } from "../import-gen/corpus.js";
import { imported, type JsonObject } from "../import-gen/round-trip.js";
import { restClient } from "../runtime/server.js";
import { definitionsPath, dryRun } from "../schema/server.js";

/** A project, and the definitions that its samples are sent to. */
interface Case {
  readonly name: string;
  readonly definitions: readonly JsonObject[];
  readonly samples: Tree;
  /** What the run says of samples. */
  readonly told: readonly string[];
}

const short = { timeout: 120_000 };

describeOnServer("samples", (server) => {
  const rest = restClient(server);

  it.skipIf(corpusMissing !== undefined)(
    "of projects that were imported from real definitions are accepted",
    { timeout: 300_000 },
    async () => {
      const cases: Case[] = [];
      for (const { name, document } of corpusFiles()) {
        cases.push(await caseOf({ name, project: imported([document]), definitions: [document] }));
      }
      const refused = await refusedOf({ rest, cases });
      expect(refused).toEqual([]);
      const told = cases.flatMap((one) => one.told);
      expect({ projects: cases.length, told }).toEqual({ projects: 60, told: [] });
      expect(cases.filter(({ samples }) => samples.size === 0)).toEqual([]);
    },
  );

  it("of the golden cases of crd-gen and samples-gen are accepted", short, async () => {
    const cases: Case[] = [];
    for (const golden of goldenCases()) {
      if (!["crd-gen", "samples-gen"].includes(golden.generator)) continue;
      const project = inputOf(golden);
      const { files } = await runProject({ project, generator: "crd-gen" });
      const definitions = [...files].flatMap(([path, text]) =>
        path.endsWith(".yaml") ? documentsOf(text) : [],
      );
      const name = `${golden.generator}-${golden.name}`;
      cases.push(await caseOf({ name, project, definitions }));
    }
    expect(cases.filter(({ samples }) => samples.size > 0).length).toBeGreaterThan(10);
    expect(await refusedOf({ rest, cases: cases.map(inGroupOfItsOwn) })).toEqual([]);
  });
});

async function caseOf(input: {
  readonly name: string;
  readonly project: Tree;
  readonly definitions: readonly JsonObject[];
}): Promise<Case> {
  const { name, project, definitions } = input;
  const { files, report } = await runProject({ project, generator: "samples-gen" });
  // Those that a user has written are the case's business.
  const samples = new Map([...files].filter(([path]) => !project.has(path)));
  const told = report.split("\n").filter((line) => line.includes("sample/not-made"));
  return { name, definitions, samples, told };
}

function documentsOf(text: string): readonly JsonObject[] {
  return parseAllDocuments(text).flatMap((document) => {
    const value = document.toJS() as JsonValue;
    return isJsonObject(value) ? [value] : [];
  });
}

/** Cases share groups, and a server has one definition of a name: each gets other groups, of which no one is protected. */
function inGroupOfItsOwn(one: Case, index: number): Case {
  const groups = new Map<string, string>();
  const groupOf = (group: string): string => {
    const known = groups.get(group) ?? `g${groups.size}.c${index}.samples.example.com`;
    groups.set(group, known);
    return known;
  };
  const definitions = one.definitions.map((definition) => {
    const spec = objectAt(definition, "spec");
    const group = groupOf(String(spec["group"]));
    const metadata = { name: `${String(objectAt(spec, "names")["plural"])}.${group}` };
    return { ...definition, metadata, spec: { ...spec, group } };
  });
  const samples = new Map(
    [...one.samples].map(([path, text]) => [
      path,
      text.replace(
        /^apiVersion: ([^/]+)\//m,
        (_, group: string) => `apiVersion: ${groupOf(group)}/`,
      ),
    ]),
  );
  return { ...one, definitions, samples };
}

/** Installs the definitions, sends the samples, and removes the definitions. */
async function refusedOf(input: {
  readonly rest: RestClient;
  readonly cases: readonly Case[];
}): Promise<readonly string[]> {
  const { rest, cases } = input;
  const definitions = cases.flatMap((one) => one.definitions);
  const refused: string[] = [];
  try {
    for (const definition of definitions) {
      await rest.request({ method: "POST", path: definitionsPath, body: installable(definition) });
    }
    for (const { name, definitions, samples } of cases) {
      for (const [path, text] of samples) {
        const verdict = await verdictOf({ rest, definitions, sample: sampleOf(text) });
        if (verdict !== "accepted") refused.push(`${name} ${path}: ${verdict}`);
      }
    }
  } finally {
    for (const definition of definitions) {
      const name = String(objectAt(definition, "metadata")["name"]);
      await rest.request({ method: "DELETE", path: `${definitionsPath}/${name}` }).catch(() => {});
    }
  }
  return refused;
}

/** Without webhooks, which no one serves here. */
function installable(definition: JsonObject): JsonObject {
  const { conversion: _, ...spec } = objectAt(definition, "spec");
  const { name, annotations = {} } = objectAt(definition, "metadata");
  const { apiVersion, kind } = definition;
  return { apiVersion, kind, metadata: { name, annotations }, spec } as JsonObject;
}

function sampleOf(text: string): JsonObject {
  const value: JsonValue = parse(text);
  if (!isJsonObject(value)) throw new Error("a sample is no object");
  return value;
}

async function verdictOf(input: {
  readonly rest: RestClient;
  readonly definitions: readonly JsonObject[];
  readonly sample: JsonObject;
}): Promise<string> {
  const { rest, definitions, sample } = input;
  const { apiVersion, kind } = sample;
  const names = definitions
    .map((definition) => objectAt(objectAt(definition, "spec"), "names"))
    .find((one) => one["kind"] === kind);
  if (names === undefined) return `there is no definition of ${String(kind)}`;
  const { namespace } = objectAt(sample, "metadata");
  const scope = namespace === undefined ? "" : `/namespaces/${String(namespace)}`;
  const path = `/apis/${String(apiVersion)}${scope}/${String(names["plural"])}`;
  for (;;) {
    const verdict = await dryRun({ rest, path, object: sample, fieldValidation: "Strict" });
    if ("accepted" in verdict) return "accepted";
    if ("causes" in verdict) return verdict.causes.join("; ");
    // Not served yet: the server says so until it has read the definition.
    if (
      !/page not found|not find the requested resource|not yet been established/.test(
        verdict.refused,
      )
    ) {
      return verdict.refused;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function objectAt(object: JsonObject, name: string): JsonObject {
  const value = object[name];
  return isJsonObject(value) ? value : {};
}
