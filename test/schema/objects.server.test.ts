import { setTimeout } from "node:timers/promises";
import { ApiError, RestClient } from "crd-runtime";
import type { CustomResourceDefinition } from "crd-runtime/apiextensions/v1";
import { celCompiler } from "crd-runtime/cel";
import { causesOf, resourceSchema, type ValueSchema } from "crd-runtime/schema";
import { EmbeddedApiServer } from "crd-testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeOnServer } from "../controlplane/fixture.js";
import { restClient } from "../runtime/server.js";
import { corpusDefinitions, corpusMissing } from "./corpus.js";
import { causeText, definitionsPath, dryRun } from "./server.js";
import { type Sample, samplesOf, storedAlone } from "./violations.js";

/** Places of each schema that are looked at; all of them with VIOLATION_PLACES=1000000. */
const places = Number(process.env["VIOLATION_PLACES"] ?? 4);
const seed = Number(process.env["VIOLATION_SEED"] ?? 1);

/** What a server says of an object. */
interface Answer {
  readonly code: number;
  readonly reason: string;
  /** Each with field, reason and message. */
  readonly causes: readonly string[];
  /** Of refusals without causes. */
  readonly message: string;
}

async function answerOf(input: {
  readonly rest: RestClient;
  readonly path: string;
  readonly sample: Sample;
}): Promise<Answer> {
  const { rest, path, sample } = input;
  const { object: body, fieldValidation } = sample;
  const query = { dryRun: "All", fieldValidation };
  try {
    await rest.request({ method: "POST", path, query, body });
    return { code: 201, reason: "", causes: [], message: "" };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { code = 0, reason = "", details, message = "" } = error.status;
    const causes = (details?.causes ?? []).map(causeText).sort();
    return { code, reason, causes, message: causes.length > 0 ? "" : message };
  }
}

/** What the schema alone says, where the server refuses for it. */
function bySchema(schema: ValueSchema, sample: Sample): readonly string[] {
  return causesOf(schema.check({ object: sample.object, cel }))
    .map(causeText)
    .sort();
}

const cel = celCompiler();

describeOnServer("objects of real definitions, one thing wrong at a time", (server) => {
  if (corpusMissing !== undefined) {
    it.skip(corpusMissing);
    return;
  }
  const theirs = restClient(server);
  const definitions = corpusDefinitions(Number.POSITIVE_INFINITY).map(
    ([file, definition]) => [file, storedAlone(definition)] as const,
  );
  const embedded: { api?: EmbeddedApiServer; rest?: RestClient } = {};

  beforeAll(async () => {
    const crds = definitions.map(([, definition]) => definition);
    await Promise.all(crds.map((definition) => installed(theirs, definition)));
    embedded.api = await EmbeddedApiServer.start({ crds });
    embedded.rest = RestClient.forConfig(embedded.api.config);
  });
  afterAll(async () => {
    embedded.rest?.close();
    await embedded.api?.stop();
    await Promise.all(
      definitions.map(([, { metadata }]) =>
        theirs.request({ method: "DELETE", path: `${definitionsPath}/${metadata.name ?? ""}` }),
      ),
    );
  });

  it.each(definitions)("are judged alike: %s", async (_file, definition) => {
    const ours = embedded.rest;
    if (ours === undefined) throw new Error("there is no embedded server");
    const path = objectsPath(definition);
    const schema = resourceSchema(definition.spec.versions[0]?.schema?.openAPIV3Schema ?? {});
    const differences: unknown[] = [];
    for (const sample of samplesOf({ definition, places, seed })) {
      const [wanted, found] = await Promise.all([
        answerOf({ rest: theirs, path, sample }),
        answerOf({ rest: ours, path, sample }),
      ]);
      const { name } = sample;
      if (JSON.stringify(found) !== JSON.stringify(wanted)) {
        differences.push({ name, found, wanted });
      }
      if (wanted.code !== 201 && wanted.code !== 422) continue;
      const alone = bySchema(schema, sample);
      if (JSON.stringify(alone) !== JSON.stringify(wanted.causes) && sees({ definition, sample })) {
        differences.push({ name, alone, wanted: wanted.causes });
      }
    }
    expect(differences).toEqual([]);
  });
});

/** What strict validation refuses, and what a subresource takes away or adds, no schema says. */
function sees(input: {
  readonly definition: CustomResourceDefinition;
  readonly sample: Sample;
}): boolean {
  const { subresources = {} } = input.definition.spec.versions[0] ?? {};
  const { name, fieldValidation } = input.sample;
  if (fieldValidation === "Strict" || subresources.scale !== undefined) return false;
  return subresources.status === undefined || !name.startsWith("status");
}

/** Creates a definition, and waits until its objects can be created. */
async function installed(rest: RestClient, definition: CustomResourceDefinition): Promise<void> {
  await rest.request({ method: "POST", path: definitionsPath, body: definition });
  const { group, names, versions } = definition.spec;
  const object = {
    apiVersion: `${group}/${versions[0]?.name ?? ""}`,
    kind: names.kind,
    metadata: { name: "probe" },
  };
  const path = objectsPath(definition);
  while ("refused" in (await dryRun({ rest, path, object }))) await setTimeout(100);
}

function objectsPath({ spec }: CustomResourceDefinition): string {
  const { group, names, scope, versions } = spec;
  const namespace = scope === "Namespaced" ? "namespaces/default/" : "";
  return `/apis/${group}/${versions[0]?.name ?? ""}/${namespace}${names.plural}`;
}
