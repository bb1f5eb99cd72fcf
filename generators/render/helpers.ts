import type Handlebars from "handlebars";
import { docComment } from "./doc.js";
import { Imports } from "./imports.js";
import { isListKind, wrapMark } from "./layout.js";
import { plain, quoted } from "./marks.js";
import type { ImportSymbol } from "./render.js";

type Options = Handlebars.HelperOptions;

/**
 * All that a template may call besides `if`, `unless`, partials and `partial`, which the engine adds. There
 * are few on purpose: what needs logic is computed in the view.
 */
export const helpers = {
  /** `{{name}}`: every printed field goes through here. */
  print(value: unknown): string {
    if (typeof value === "string") return plain(value);
    if (typeof value === "number" || typeof value === "boolean") return String(value);
    throw new Error(`a field to print is ${describe(value)}`);
  },

  /** `{{#each list}}`: Handlebars' own without its frame of `@index` and the like for each item. */
  each(this: unknown, list: unknown, options: Options): string {
    if (!Array.isArray(list)) throw new Error(`{{#each}} of ${describe(list)}: not a list`);
    if (list.length === 0) return options.inverse(this);
    let out = "";
    for (const item of list) out += options.fn(item);
    return out;
  },

  /** `{{ref symbol}}`: the symbol's local name, imported. */
  ref(symbol: unknown, options: Options): string {
    if (!isSymbol(symbol)) throw new Error(`{{ref}} of ${describe(symbol)}: not an ImportSymbol`);
    return importsOf(options).use(symbol);
  },

  /** `import({{from symbol}})`: the module of a symbol as a string literal, not imported. */
  from(symbol: unknown, options: Options): string {
    if (!isSymbol(symbol)) throw new Error(`{{from}} of ${describe(symbol)}: not an ImportSymbol`);
    return quoted(importsOf(options).specifierOf(symbol));
  },

  /** `{{doc description}}`, alone on its line: a JSDoc block, or nothing for "". */
  doc(text: unknown, options: Options): string {
    if (typeof text !== "string") throw new Error(`{{doc}} of ${describe(text)}: not a string`);
    const { indent } = options.hash;
    return docComment({ text, indent: Number(indent) });
  },

  /** `{{quote text}}`: a string literal in double quotes. */
  quote(text: unknown): string {
    if (typeof text !== "string") throw new Error(`{{quote}} of ${describe(text)}: not a string`);
    return quoted(text);
  },

  /**
   * `({{#wrap}} ... {{/wrap}})`: one item a line in the template; in the output on one line when it
   * fits 100 columns. `as="object"`, `"types"`, `"union"`, `"ternary"` and `"assignment"` are the
   * other `listKinds`; `pad=" "` stands inside the brackets on one line.
   */
  wrap(this: object, options: Options): string {
    const { pad = "", as: kind = "list" } = options.hash;
    if (!isListKind(kind)) throw new Error(`{{#wrap}} does not know as="${kind}"`);
    const text = options.fn(this);
    const lines = text.includes("\n") ? text.split("\n") : [text];
    const items = lines.map((line) => line.trim().replace(/,$/, "")).filter((line) => line !== "");
    return wrapMark({ kind, pad: String(pad), items });
  },
} as const;

function importsOf(options: Options): Imports {
  const imports: unknown = options.data?.imports;
  if (!(imports instanceof Imports)) throw new Error("{{ref}} works in a module only");
  return imports;
}

function isSymbol(value: unknown): value is ImportSymbol {
  return typeof value === "object" && value !== null && "module" in value && "moduleKind" in value;
}

function describe(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "an array" : typeof value;
}
