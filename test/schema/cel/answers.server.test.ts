import { setTimeout } from "node:timers/promises";
import { ConnectionError, isNotFound, RestClient } from "crd-runtime";
import type { JSONSchemaProps } from "crd-runtime/apiextensions/v1";
import { afterAll, expect, it } from "vitest";
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
} from "../../../packages/crd-runtime/test/schema/cel/cases.js";
import {
  causesOf,
  define,
  definitionOf,
  definitionsPath,
  group,
} from "../../../packages/crd-runtime/test/schema/cel/server-verdicts.js";
import { describeOnServer } from "../../controlplane/fixture.js";
import { adminConfig } from "../../runtime/server.js";

describeOnServer("the answers of the server", (server) => {
  const warnings: string[] = [];
  const rest = RestClient.forConfig({
    ...adminConfig(server),
    warningHandler: (warning) => warnings.push(warning),
  });
  afterAll(() => rest.close());

  // `vitest --update` writes the answers down.
  it.each(caseNames("definitions"))("definitions: %s", async (name) => {
    const answers = [];
    for (const { name: title, schema } of definitionCases(name)) {
      const definition = definitionOf({ name: "case", schema: rootSchema({ schema }) });
      const causes = await define({ rest, definition, dryRun: "All" });
      answers.push({ title, causes, warnings: [] });
    }
    await expect(answersText(answers)).toMatchFileSnapshot(answersPath("definitions", name));
  });

  it.each(panics)("none where it panics: $name", async ({ schema }) => {
    const definition = definitionOf({ name: "case", schema: rootSchema({ schema }) });
    const created = define({ rest, definition, dryRun: "All" });
    await expect(created).rejects.toThrow(ConnectionError);
  });

  it.each(caseNames("objects"))("objects: %s", async (name) => {
    const cases = objectCases(name);
    const path = `/apis/${group}/v1/${name}s`;
    const base = { apiVersion: `${group}/v1`, kind: name, metadata: { generateName: "case-" } };
    const definition = definitionOf({
      name,
      schema: rootSchema({ schema: withoutRules(cases.schema) }),
    });
    await define({ rest, definition });
    const olds = await Promise.all(
      cases.objects.map((specs) =>
        Array.isArray(specs) ? stored({ ...base, spec: specs[0] as Json }, path) : undefined,
      ),
    );
    const probe = { type: "boolean", "x-kubernetes-validations": [{ rule: "!self" }] };
    const schema = { ...cases.schema, properties: { ...cases.schema.properties, probe } };
    const body = { spec: definitionOf({ name, schema: rootSchema({ ...cases, schema }) }).spec };
    const contentType = "application/merge-patch+json";
    await rest.request({
      method: "PATCH",
      path: `${definitionsPath}/${name}s.${group}`,
      body,
      contentType,
    });
    const query = { dryRun: "All" };
    const create = (spec: Json) =>
      causesOf(rest.request({ method: "POST", path, query, body: { ...base, spec } }));
    const replace = (old: Stored, spec: Json) => {
      const named = `${path}/${old.metadata.name}`;
      return causesOf(rest.request({ method: "PUT", path: named, query, body: { ...old, spec } }));
    };
    // The kind may not be served yet, or by its schema from before.
    const isServed = async (): Promise<boolean> => {
      try {
        return (await create({ probe: true })).length > 0;
      } catch (error) {
        if (!isNotFound(error)) throw error;
        return false;
      }
    };
    while (!(await isServed())) await setTimeout(100);
    const answers = [];
    for (const [index, specs] of cases.objects.entries()) {
      warnings.length = 0;
      const old = olds[index];
      const [, spec] = Array.isArray(specs) ? specs : [undefined, specs];
      const causes = old === undefined ? await create(spec) : await replace(old, spec);
      answers.push({ title: titleOf(specs), causes, warnings: [...warnings] });
    }
    await expect(answersText(answers)).toMatchFileSnapshot(answersPath("objects", name));
  });

  /** Creates an object, as soon as the server serves its kind. */
  async function stored(body: Json, path: string): Promise<Stored> {
    for (;;) {
      try {
        return (await rest.request({ method: "POST", path, body })) as Stored;
      } catch (error) {
        if (!isNotFound(error)) throw error;
        await setTimeout(100);
      }
    }
  }
});

/** The schema before it had rules, so that old objects may break them. */
function withoutRules(schema: JSONSchemaProps): JSONSchemaProps {
  return JSON.parse(
    JSON.stringify(schema, (key, value: unknown) =>
      key === "x-kubernetes-validations" ? undefined : value,
    ),
  ) as JSONSchemaProps;
}

interface Stored {
  readonly metadata: { readonly name: string };
}
