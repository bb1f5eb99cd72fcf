import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { JSONSchemaProps, ValidationRule } from "crd-runtime/apiextensions/v1";
import { parse } from "yaml";

/** JSON of an object. */
export type Json = Readonly<Record<string, unknown>>;

/** Specs of objects, and what their schema is. */
export interface ObjectCases {
  readonly schema: JSONSchemaProps;
  /** Rules on the whole object. */
  readonly root?: readonly ValidationRule[];
  /** The spec of a new object, or the old and the new one. */
  readonly objects: readonly (Json | readonly [Json, Json])[];
}

/** A schema of spec, to be judged itself. */
export interface DefinitionCase {
  readonly name: string;
  readonly schema: JSONSchemaProps;
}

const here = fileURLToPath(new URL(".", import.meta.url));

/** Names of the files of a folder, without their ending. */
export function caseNames(folder: "definitions" | "objects"): readonly string[] {
  return readdirSync(`${here}${folder}`)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => file.replace(/\.yaml$/, ""))
    .sort();
}

export function objectCases(name: string): ObjectCases {
  return parse(readFileSync(`${here}objects/${name}.yaml`, "utf8")) as ObjectCases;
}

export function definitionCases(name: string): readonly DefinitionCase[] {
  return parse(readFileSync(`${here}definitions/${name}.yaml`, "utf8")) as DefinitionCase[];
}

const ruled: JSONSchemaProps = { type: "string", "x-kubernetes-validations": [{ rule: "true" }] };

/** Schemas of spec on which the server breaks off the connection: rules below an element of a text, which has none. */
export const panics: readonly DefinitionCase[] = [
  { name: "a member", schema: { type: "object", properties: { a: ruled } } },
  { name: "an element", schema: { type: "array", items: ruled } },
  { name: "a value of a map", schema: { type: "object", additionalProperties: ruled } },
].map(({ name, schema }) => ({
  name,
  schema: { type: "object", properties: { text: { ...ruled, additionalProperties: schema } } },
}));

/** Where the server's answers to a file of cases are. */
export function answersPath(folder: "definitions" | "objects", name: string): string {
  return `${here}${folder}/${name}.answers.txt`;
}

/** The schema of whole objects. */
export function rootSchema(input: {
  readonly schema: JSONSchemaProps;
  readonly root?: readonly ValidationRule[] | undefined;
}): JSONSchemaProps {
  const { schema, root } = input;
  return {
    type: "object",
    properties: { spec: schema },
    ...(root === undefined ? {} : { "x-kubernetes-validations": [...root] }),
  };
}

interface Answer {
  readonly causes: readonly {
    readonly field: string;
    readonly reason: string;
    readonly message: string;
  }[];
  readonly warnings: readonly string[];
}

/**
 * The text of answers. What the server finds among the members of an object it finds in random order; what its compiler says
 * it says in its own words.
 */
export function answersText(answers: readonly (Answer & { readonly title: string })[]): string {
  return answers
    .map(({ title, causes, warnings }) => {
      const lines = [
        ...causes.map(({ field, reason, message }) => `  ${reason} ${field}: ${message}`),
        ...warnings.map((warning) => `  warning ${warning}`),
      ];
      const cut = lines.map((line) => line.replace(/(ompilation failed: ).*/s, "$1..."));
      return [title, ...cut.sort()].join("\n");
    })
    .join("\n")
    .concat("\n");
}

/** One line for the specs of a case. */
export function titleOf(specs: Json | readonly [Json, Json]): string {
  return Array.isArray(specs)
    ? `${JSON.stringify(specs[0])} -> ${JSON.stringify(specs[1])}`
    : JSON.stringify(specs);
}
