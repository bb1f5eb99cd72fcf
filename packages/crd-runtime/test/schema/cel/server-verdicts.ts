import { setTimeout } from "node:timers/promises";
import { ApiError, isNotFound, type RestClient } from "crd-runtime";
import type { CustomResourceDefinition, JSONSchemaProps } from "crd-runtime/apiextensions/v1";
import type { Block, Row, Sample } from "./table.js";

/** API group of the tests. */
export const group = "cel.example.com";
/** Path of all definitions. */
export const definitionsPath = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

/** What a Status says about one field. */
export interface Cause {
  readonly reason: string;
  readonly field: string;
  readonly message: string;
}

/** A definition of objects with the schema; `name` is the singular. */
export function definitionOf(input: {
  readonly name: string;
  readonly schema: JSONSchemaProps;
}): CustomResourceDefinition {
  const { name, schema } = input;
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: `${name}s.${group}` },
    spec: {
      group,
      scope: "Cluster",
      names: { plural: `${name}s`, singular: name, kind: name, listKind: `${name}List` },
      versions: [{ name: "v1", served: true, storage: true, schema: { openAPIV3Schema: schema } }],
    },
  };
}

/** The causes of a refusal; none where the server took it. */
export async function causesOf(call: Promise<unknown>): Promise<readonly Cause[]> {
  try {
    await call;
    return [];
  } catch (error) {
    if (!(error instanceof ApiError) || error.reason !== "Invalid") throw error;
    const causes = error.status.details?.causes ?? [];
    return causes.map(({ reason = "", field = "", message = "" }) => ({ reason, field, message }));
  }
}

/** Creates a definition; answers why the server refuses it. */
export function define(input: {
  readonly rest: RestClient;
  readonly definition: CustomResourceDefinition;
  readonly dryRun?: "All";
}): Promise<readonly Cause[]> {
  const { rest, definition: body, dryRun } = input;
  const query = dryRun === undefined ? {} : { dryRun };
  return causesOf(rest.request({ method: "POST", path: definitionsPath, query, body }));
}

/** Creates an object, or replaces `old` by it; answers why the server refuses it. Waits until the server serves the kind. */
export async function write(input: {
  readonly rest: RestClient;
  readonly kind: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly old?: Readonly<Record<string, unknown>> | undefined;
}): Promise<readonly Cause[]> {
  const { rest, kind, old } = input;
  const path = `/apis/${group}/v1/${kind}s`;
  const generateName = "case-";
  const base = { apiVersion: `${group}/v1`, kind, metadata: { generateName } };
  const query = { dryRun: "All" };
  for (;;) {
    try {
      if (old === undefined) {
        const body = { ...base, ...input.value };
        return await causesOf(rest.request({ method: "POST", path, query, body }));
      }
      const created = (await rest.request({ method: "POST", path, body: { ...base, ...old } })) as {
        readonly metadata: { readonly name: string };
      };
      const body = { ...base, metadata: created.metadata, ...input.value };
      const named = `${path}/${created.metadata.name}`;
      return await causesOf(rest.request({ method: "PUT", path: named, query, body }));
    } catch (error) {
      if (!isNotFound(error)) throw error;
      await setTimeout(100);
    }
  }
}

/** The real server's verdicts on the rules of a block: each rule is on a member of its own, all have the same value. */
export async function serverVerdicts(input: {
  readonly rest: RestClient;
  readonly name: string;
  readonly block: Block;
}): Promise<readonly string[]> {
  const { rest, name, block } = input;
  const member = (index: number): string => `r${index}`;
  const schemaOf = (rows: readonly (readonly [number, Row])[]): JSONSchemaProps => ({
    type: "object",
    properties: {
      spec: {
        type: "object",
        properties: Object.fromEntries(
          rows.map(([index, { rule }]) => [
            member(index),
            { ...block.schema, "x-kubernetes-validations": [{ rule }] },
          ]),
        ),
      },
    },
  });
  const rows = [...block.rows.entries()];
  const refused = await define({
    rest,
    definition: definitionOf({ name: `${name}x`, schema: schemaOf(rows) }),
  });
  const wrong = new Map<string, "x" | "$">();
  for (const { reason, field, message } of refused) {
    // Said of the costliest rules when all together cost too much, whether each of them may be or not.
    if (message.includes("contributed to")) continue;
    const at =
      /properties\[spec\]\.properties\[(r\d+)\]\.x-kubernetes-validations\[0\]\.rule$/.exec(
        field,
      )?.[1];
    if (at === undefined) {
      if (message.includes("cost")) continue;
      throw new Error(`${field}: ${message}`);
    }
    wrong.set(at, reason === "FieldValueForbidden" ? "$" : "x");
  }
  const right = rows.filter(([index]) => !wrong.has(member(index)));
  const refusedAgain = await define({
    rest,
    definition: definitionOf({ name, schema: schemaOf(right) }),
  });
  if (refusedAgain.length > 0) throw new Error(JSON.stringify(refusedAgain, undefined, 1));
  const verdicts: Map<string, string>[] = [];
  for (const sample of block.samples)
    verdicts.push(
      await verdictsOn({ rest, name, members: right.map(([index]) => member(index)), sample }),
    );
  return rows.map(
    ([index]) =>
      wrong.get(member(index)) ??
      verdicts.map((verdict) => verdict.get(member(index)) ?? "t").join(""),
  );
}

async function verdictsOn(input: {
  readonly rest: RestClient;
  readonly name: string;
  readonly members: readonly string[];
  readonly sample: Sample;
}): Promise<Map<string, string>> {
  const { rest, name, members, sample } = input;
  const specOf = (value: unknown) => ({
    spec: Object.fromEntries(members.map((member) => [member, value])),
  });
  const old = "old" in sample ? specOf(sample.old ?? undefined) : undefined;
  const causes = await write({ rest, kind: name, value: specOf(sample.value), old });
  const verdicts = new Map<string, string>();
  for (const { field, message } of causes) {
    const at = /^spec\.(r\d+)$/.exec(field)?.[1];
    if (at === undefined) throw new Error(JSON.stringify(causes.slice(0, 5)));
    verdicts.set(at, message.includes("failed rule: ") ? "f" : "e");
  }
  return verdicts;
}
