import { stringifyJSON } from "crd-runtime";
import { internalError } from "../../status/index.js";
import { isDeeperThan, maxYamlDepth } from "../body/depth.js";
import type { Representation } from "../negotiation/representation.js";
import { yamlOf } from "./yaml.js";

const encoder = new TextEncoder();

/** A value in the form that a client wants; ends in a newline. */
export function encodeValue(
  value: unknown,
  representation: Pick<Representation, "format" | "pretty">,
): Uint8Array {
  const { format, pretty } = representation;
  if (format === "yaml") {
    if (isDeeperThan(value, maxYamlDepth)) {
      throw internalError(`yaml: exceeded max depth of ${maxYamlDepth}`);
    }
    return encoder.encode(yamlOf(value));
  }
  const json = stringifyJSON(value);
  return encoder.encode(pretty ? `${indented(json)}\n` : `${json}\n`);
}

/** The Content-Type of a form. */
export function contentTypeOf(representation: Pick<Representation, "format">): string {
  return representation.format === "json" ? "application/json" : "application/yaml";
}

/** Indents JSON text, whose numbers stay as they are written. */
function indented(json: string): string {
  let text = "";
  let depth = 0;
  for (let index = 0; index < json.length; index++) {
    const character = json.charAt(index);
    if (character === '"') {
      const end = stringEnd(json, index);
      text += json.slice(index, end);
      index = end - 1;
    } else if (character === "{" || character === "[") {
      const next = json.charAt(index + 1);
      if (next === "}" || next === "]") {
        text += character + next;
        index += 1;
      } else text += character + newline(++depth);
    } else if (character === "}" || character === "]") text += newline(--depth) + character;
    else if (character === ",") text += character + newline(depth);
    else text += character === ":" ? ": " : character;
  }
  return text;
}

function newline(depth: number): string {
  return `\n${"  ".repeat(depth)}`;
}

function stringEnd(json: string, start: number): number {
  for (let index = start + 1; ; index++) {
    const character = json.charAt(index);
    if (character === "\\") index += 1;
    else if (character === '"' || character === "") return index + 1;
  }
}
