import type { JSONSchemaProps } from "../schema/index.js";

/** Cuts all descriptions of a schema; what schemas share stays shared. */
export class Truncation {
  readonly #limit: number;
  readonly #known = new Map<JSONSchemaProps, JSONSchemaProps>();

  /** The limit is in bytes of UTF-8, as controller-gen's `maxDescLen`; 0 takes descriptions away. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  of(schema: JSONSchemaProps): JSONSchemaProps {
    const known = this.#known.get(schema);
    if (known !== undefined) return known;
    const cut = this.#cut(schema);
    this.#known.set(schema, cut);
    return cut;
  }

  #cut(schema: JSONSchemaProps): JSONSchemaProps {
    const { description = "", ...rest } = schema;
    const text = truncated({ text: description, limit: this.#limit });
    const { items, properties, additionalProperties, allOf, anyOf, oneOf, not } = schema;
    const all = (schemas: readonly JSONSchemaProps[]): readonly JSONSchemaProps[] =>
      schemas.map((one) => this.of(one));
    return {
      ...rest,
      ...(text !== "" && { description: text }),
      ...(items !== undefined && { items: this.of(items) }),
      ...(properties !== undefined && {
        properties: Object.fromEntries(
          Object.entries(properties).map(([name, one]) => [name, this.of(one)]),
        ),
      }),
      ...(typeof additionalProperties === "object" && {
        additionalProperties: this.of(additionalProperties),
      }),
      ...(allOf !== undefined && { allOf: all(allOf) }),
      ...(anyOf !== undefined && { anyOf: all(anyOf) }),
      ...(oneOf !== undefined && { oneOf: all(oneOf) }),
      ...(not !== undefined && { not: this.of(not) }),
    };
  }
}

/**
 * A text of at most so many bytes of UTF-8: up to the end of its last sentence, or else of its last word, with dots.
 *
 * Follows truncateString of controller-gen, except that no character is cut in two.
 */
export function truncated(input: { readonly text: string; readonly limit: number }): string {
  const { text, limit } = input;
  if (limit === 0) return "";
  const characters: string[] = [];
  let bytes = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > limit) break;
    characters.push(character);
  }
  if (bytes <= limit) return text;
  const sentence = characters.findLastIndex((one) => /\p{Sentence_Terminal}/u.test(one));
  if (sentence > 0) return characters.slice(0, sentence + 1).join("");
  const blank = characters.findLastIndex((one) => /\p{White_Space}/u.test(one));
  return `${characters.slice(0, blank > 0 ? blank : undefined).join("")}...`;
}
