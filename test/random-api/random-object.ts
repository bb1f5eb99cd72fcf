import type { JSONSchemaProps } from "crd-runtime/apiextensions/v1";
import type { Dice } from "./dice.js";

/** Beyond this depth optional members are absent. */
const maxDepth = 6;

/** Values of a schema, right ones and such as just miss it; of `wild` ones some have another type. */
export class RandomObjects {
  readonly #dice: Dice;
  readonly #isWild: boolean;

  constructor(input: { readonly dice: Dice; readonly isWild: boolean }) {
    this.#dice = input.dice;
    this.#isWild = input.isWild;
  }

  /** Of a schema with members. */
  object(schema: JSONSchemaProps): Record<string, unknown> {
    return this.#object(schema, 0);
  }

  #of(schema: JSONSchemaProps, depth: number): unknown {
    const dice = this.#dice;
    if (this.#isWild && depth > 1 && dice.chance(0.02)) return dice.pick(strangers);
    if (schema.nullable === true && dice.chance(0.2)) return null;
    const values = enumOf(schema);
    if (values !== undefined) return dice.chance(0.95) ? dice.pick(values) : "another";
    if (schema["x-kubernetes-int-or-string"] === true) {
      return dice.pick(
        schema.pattern === undefined ? [80, "http", "25%"] : ["1Gi", "500m", 3, "1GiB"],
      );
    }
    switch (schema.type) {
      case "string":
        return this.#text(schema);
      case "integer":
        return Math.round(this.#number(schema));
      case "number":
        return this.#number(schema);
      case "boolean":
        return dice.chance(0.5);
      case "array":
        return this.#list(schema, depth);
      case "object":
        return this.#object(schema, depth);
      default:
        return dice.pick(anything);
    }
  }

  #text({ format, pattern, minLength = 0, maxLength = 4 }: JSONSchemaProps): string {
    const dice = this.#dice;
    const samples = format === undefined ? undefined : formats[format];
    if (samples !== undefined) return dice.pick(samples);
    if (pattern !== undefined) return dice.pick(["x", "abc", "", "A1", "é", "1Gi", "1h"]);
    const length = dice.pick([minLength, minLength, maxLength, minLength - 1, maxLength + 1]);
    return dice.pick(["x", "x", "é", "😀"]).repeat(Math.max(0, length));
  }

  #number({ minimum = -3, maximum = 6, multipleOf, type }: JSONSchemaProps): number {
    const dice = this.#dice;
    if (multipleOf !== undefined) return multipleOf * dice.below(4) + (dice.chance(0.1) ? 1 : 0);
    const step = type === "integer" ? 1 : 0.5;
    return dice.pick([
      minimum,
      minimum + step,
      maximum,
      maximum - step,
      minimum - step,
      maximum + step,
    ]);
  }

  #list(schema: JSONSchemaProps, depth: number): unknown[] {
    const { minItems = 0, maxItems = 3 } = schema;
    const few = depth > maxDepth ? minItems : this.#dice.pick([minItems, minItems + 1, maxItems]);
    const length = this.#dice.chance(0.1) ? maxItems + 1 : few;
    return Array.from({ length }, () => this.#of(itemsOf(schema) ?? {}, depth + 1));
  }

  #object(schema: JSONSchemaProps, depth: number): Record<string, unknown> {
    const dice = this.#dice;
    const { additionalProperties: entries, minProperties = 0, maxProperties = 2 } = schema;
    if (typeof entries === "object") {
      const few = depth > maxDepth ? minProperties : dice.pick([minProperties, maxProperties]);
      const size = dice.chance(0.1) ? maxProperties + 1 : few;
      const keys = dice.shuffled(["a", "b-c", "d_e/f", "long-key"]).slice(0, size);
      return Object.fromEntries(keys.map((key) => [key, this.#of(entries, depth + 1)]));
    }
    const branch = schema.oneOf === undefined ? undefined : dice.pick(schema.oneOf);
    const required = [...(schema.required ?? []), ...(branch?.required ?? [])];
    const out: Record<string, unknown> = {};
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      const isRequired = required.includes(name);
      if (isRequired ? dice.chance(0.01) : depth > maxDepth || dice.chance(0.5)) continue;
      if (!isRequired && isForbidden({ branch, name }) && !dice.chance(0.02)) continue;
      out[name] = this.#of(
        withBranch({ property, narrowed: branch?.properties?.[name] }),
        depth + 1,
      );
    }
    return out;
  }
}

/** One schema for all items, as generated definitions have it. */
export function itemsOf({ items }: JSONSchemaProps): JSONSchemaProps | undefined {
  return Array.isArray(items) ? items[0] : items;
}

function enumOf(schema: JSONSchemaProps): readonly unknown[] | undefined {
  return schema.enum ?? schema.allOf?.find((one) => one.enum !== undefined)?.enum;
}

/** Whether an alternative does not have a member that another one has. */
function isForbidden(input: {
  readonly branch: JSONSchemaProps | undefined;
  readonly name: string;
}): boolean {
  const { not } = input.branch ?? {};
  const all = [not, ...(not?.anyOf ?? [])];
  return all.some((one) => one?.required?.includes(input.name) === true);
}

function withBranch(input: {
  readonly property: JSONSchemaProps;
  readonly narrowed: JSONSchemaProps | undefined;
}): JSONSchemaProps {
  return { ...input.property, ...input.narrowed };
}

const anything: readonly unknown[] = [{}, { inner: 1 }, "x", 3, true, []];

/** Values in place of those of another type. */
const strangers: readonly unknown[] = [null, "x", 1, 1.5, true, [], {}, ["x"], { a: 1 }];

const formats: Readonly<Record<string, readonly string[]>> = {
  "date-time": ["2026-01-31T10:00:00Z", "2026-01-31T10:00:00.5+01:00", "2026-01-31", ""],
  byte: ["aGVsbG8=", "", "?"],
  ipv4: ["1.2.3.4", "1.2.3", "::1"],
  uri: ["https://example.com/x", "x y", ""],
  uuid: ["123e4567-e89b-42d3-a456-426614174000", "x"],
  duration: ["1h30m", "5", "x"],
};
