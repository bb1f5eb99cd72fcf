import type { JSONSchemaProps } from "../../apis/apiextensions.k8s.io/v1/schema.js";
import type { CustomResourceDefinition } from "../../apis/apiextensions.k8s.io/v1/types.js";
import { stringFormat } from "../formats/index.js";
import { hasSchema } from "../openapi/has-schema.js";
import { itemsOf, schemaOf, text } from "../openapi/props.js";
import { goQuote } from "../text/go.js";
import { versionsOf } from "./lifted.js";

const listType = "x-kubernetes-list-type";
const numberFormats: Readonly<Record<string, readonly string[]>> = {
  integer: ["int32", "int64"],
  number: ["double", "float"],
};

/**
 * What the server says about a definition in Warning headers: formats that it does not check, and lists of type set whose
 * elements are lists or objects. On updates only what is new.
 *
 * Follows strategy.WarningsOnCreate and WarningsOnUpdate of apiextensions-apiserver.
 */
export function definitionWarnings(input: {
  readonly definition: CustomResourceDefinition;
  readonly old?: CustomResourceDefinition | undefined;
}): readonly string[] {
  const warnings = warningsOf(input.definition);
  if (input.old === undefined) return warnings;
  const known = new Set(warningsOf(input.old));
  return warnings.filter((warning) => !known.has(warning));
}

function warningsOf({ spec }: CustomResourceDefinition): readonly string[] {
  const formats: string[] = [];
  const sets = new Set<string>();
  const schemas = versionsOf(spec)
    .map(({ schema }) => schemaOf(schema?.openAPIV3Schema))
    .filter((props) => props !== undefined);
  // The server looks at a schema once that all versions have in common.
  for (const props of distinct(schemas)) {
    hasSchema(props, (schema) => {
      if (isUnknownFormat(schema))
        formats.push(`unrecognized format ${goQuote(text(schema.format))}`);
      const items = itemsOf(schema);
      if (schema[listType] === "set" && (items?.type === "object" || items?.type === "array")) {
        const type = goQuote(items.type);
        sets.add(
          `${listType}: set for items of type ${type} is not supported by server-side apply or CEL validation rules`,
        );
      }
      return false;
    });
  }
  return [...formats, ...[...sets].sort()];
}

function distinct(schemas: readonly JSONSchemaProps[]): readonly JSONSchemaProps[] {
  const texts = new Set(schemas.map((schema) => JSON.stringify(schema, plainBigInt)));
  return texts.size === 1 ? schemas.slice(0, 1) : schemas;
}

function plainBigInt(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}

function isUnknownFormat(schema: JSONSchemaProps): boolean {
  const format = text(schema.format);
  const type = text(schema.type);
  if (format === "") return false;
  if (type === "" || type === "string") return stringFormat(format) === undefined;
  return numberFormats[type]?.includes(format) !== true;
}
