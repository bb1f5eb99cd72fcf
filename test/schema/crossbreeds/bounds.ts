import type { JSONSchemaProps } from "crd-runtime/apiextensions/v1";
import type { Dice } from "./dice.js";

const limits = [0, 1, 2, 3, 5, 8, 10, 16, 20, 32, 50, 63, 64, 100, 128, 253, 256, 500, 512, 1000];
const largeLimits = [1024, 2048, 4096, 10_000, 32_768, 65_536, 1_000_000, 2 ** 31, 2 ** 53];

/** How many elements a list or a map may have, or characters a text: another number, or any. */
export function boundAnew(input: { readonly dice: Dice; readonly schema: JSONSchemaProps }): void {
  const { dice, schema } = input;
  const limit = dice.once(4) ? dice.pick(largeLimits) : dice.pick(limits);
  const value = dice.once(4) ? undefined : limit;
  const name = boundOf(schema);
  if (name === undefined) return;
  if (value === undefined) delete schema[name];
  else schema[name] = value;
}

function boundOf({
  type,
  "x-kubernetes-int-or-string": intOrString,
}: JSONSchemaProps): "maxItems" | "maxLength" | "maxProperties" | undefined {
  if (type === "array") return "maxItems";
  if (type === "string" || intOrString === true) return "maxLength";
  return type === "object" ? "maxProperties" : undefined;
}
