import type { ApiVersion, JsonValue } from "../model/index.js";
import type { Definitions } from "./definitions.js";

/** The names of the definitions that a document needs: those that are asked for, and all that they refer to; sorted. */
export function closure(input: {
  readonly names: readonly string[];
  readonly definitions: Definitions;
}): readonly string[] {
  const found = new Set(input.names);
  // What is added while the loop runs is visited, too.
  for (const name of found) {
    for (const other of input.definitions.definitionOf(name).references) found.add(other);
  }
  return [...found].sort();
}

/** The OpenAPI document of a version, as the API server serves one at `/openapi/v3/apis/<group>/<version>`, without paths. */
export function documentOf(input: {
  readonly version: ApiVersion;
  /** Of all definitions in it. */
  readonly names: readonly string[];
  readonly definitions: Definitions;
}): { readonly [key: string]: JsonValue } {
  const { version, definitions } = input;
  const { group, version: name } = version;
  const schemas = input.names.map((one) => [one, definitions.definitionOf(one).schema]);
  return {
    openapi: "3.0.0",
    info: { title: group === "" ? name : `${group}/${name}`, version: name },
    paths: {},
    components: { schemas: Object.fromEntries(schemas) },
  };
}
