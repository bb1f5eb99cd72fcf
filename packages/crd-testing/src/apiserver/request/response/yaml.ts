import { Document, stringify, visit } from "yaml";
import { goScalars } from "../body/yaml-schema.js";
import { folded } from "./yaml-folding.js";

/** What Go would read as something else than text: it stands in double quotes. */
const otherThanText =
  /^(?:|~|null|y|n|yes|no|on|off|true|false|[-+]?\.(?:inf|nan)|[-+]?[0-9.][0-9._eE:+-]*|0[xob][0-9a-f_]+|\d{4}-\d\d?-\d\d?.*)$/i;

/** What go-yaml takes for printable: neither tabs nor what is beyond the basic plane. */
const notPrintable = /[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;
const blankBeforeBreak = / (?:\n|$)/;

/** YAML as sigs.k8s.io/yaml writes it: sorted members, lists not indented, lines folded at 80 columns. */
export function yamlOf(value: unknown): string {
  const document = new Document(value, {
    ...goScalars,
    aliasDuplicateObjects: false,
    sortMapEntries: true,
  });
  visit(document, {
    Scalar(_, scalar) {
      if (typeof scalar.value !== "string") return;
      const quotes = quotesOf(scalar.value);
      if (quotes !== undefined) scalar.type = quotes;
    },
  });
  return folded(document.toString(style).replace(beyondBasicPlane, escaped));
}

const style = {
  indentSeq: false,
  singleQuote: true,
  blockQuote: "literal",
  // Lines are folded afterwards.
  lineWidth: 0,
  doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
} as const;
const beyondBasicPlane = /[\u{10000}-\u{10ffff}]/gu;

/** These are only ever in double quotes. */
function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `\\U${code.toString(16).toUpperCase().padStart(8, "0")}`;
}

/** Undefined: none, or single ones where the text needs some. */
function quotesOf(text: string): "QUOTE_DOUBLE" | "QUOTE_SINGLE" | undefined {
  if (text !== "." && otherThanText.test(text)) return "QUOTE_DOUBLE";
  if (notPrintable.test(text)) return "QUOTE_DOUBLE";
  if (text.includes("\n")) return blankBeforeBreak.test(text) ? "QUOTE_DOUBLE" : undefined;
  // The library would change to double quotes.
  const quotes = text.includes("'") && stringify(text, style).startsWith('"');
  return quotes ? "QUOTE_SINGLE" : undefined;
}
