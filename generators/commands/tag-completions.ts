import { z } from "zod";
import {
  type ArgumentEntry,
  type TagEntry,
  type TagValue,
  tagTargets,
} from "../model/tags/index.js";
import { titled } from "./tag-document.js";

/** One completion of an editor. */
export const tagCompletionSchema = z.strictObject({
  label: z.string().describe("What is typed and listed: '+' and the name."),
  insertText: z
    .string()
    .describe(
      "What is put in its place: a snippet of the Language Server Protocol, '$' for itself escaped.",
    ),
  detail: z.string().describe("One line: the tool, and who reads it."),
  documentation: z.string().describe("Markdown."),
  targets: z
    .array(z.enum(tagTargets))
    .describe("Where it can stand: package is doc.ts, anywhere any comment of the project."),
});

export type TagCompletion = z.infer<typeof tagCompletionSchema>;

/** What `crd-project tags --format completion` prints. */
export const tagCompletionsSchema = z.strictObject({
  version: z
    .literal(1)
    .describe("Of this format: a change that readers would notice counts it up."),
  completions: z.array(tagCompletionSchema),
});

/** Completions of the tags that something reads, in the order of the tag table. */
export function tagCompletions(entries: readonly TagEntry[]): z.infer<typeof tagCompletionsSchema> {
  return { version: 1, completions: entries.filter(isWritten).map(completion) };
}

/** A snippet file of VS Code: a completion per name, for comments in TypeScript. */
export function tagSnippets(entries: readonly TagEntry[]): Readonly<Record<string, object>> {
  return Object.fromEntries(
    entries
      .filter(isWritten)
      .map(completion)
      .map(({ label, insertText, detail, documentation }) => [
        label,
        {
          scope: "typescript",
          prefix: label,
          body: insertText,
          description: `${detail}\n${documentation}`,
        },
      ]),
  );
}

/** The JSON Schema of `crd-project tags --format completion`, published as schema/tag-completions.json. */
export function tagCompletionsJsonSchema(): object {
  return titled({ title: "crd-project tags --format completion", schema: tagCompletionsSchema });
}

/** What has no effect is not offered. */
function isWritten({ implemented, name }: TagEntry): boolean {
  return implemented && !name.endsWith("*");
}

function completion(entry: TagEntry): TagCompletion {
  const { name, tool, readBy, description, example, targets } = entry;
  return {
    label: `+${name}`,
    insertText: insertText(entry),
    detail: `${tool}, read by ${readBy.join(", ")}`,
    documentation: `${description}\n\n\`${example}\``,
    targets: [...targets],
  };
}

/** Writes placeholders, counted from 1. */
class Snippet {
  #text = "";
  #next = 1;

  text(text: string): this {
    this.#text += text.replace(/[\\$}]/g, "\\$&");
    return this;
  }

  /** A place to fill, with an example. */
  hole(example: string): this {
    this.#text += `\${${this.#next++}:${example.replace(/[\\$}]/g, "\\$&")}}`;
    return this;
  }

  choice(words: readonly string[]): this {
    this.#text += `\${${this.#next++}|${words.map((word) => word.replace(/[\\,|]/g, "\\$&")).join(",")}|}`;
    return this;
  }

  toString(): string {
    return this.#text;
  }
}

function insertText(entry: TagEntry): string {
  const { name, value, parentheses, example } = entry;
  const snippet = new Snippet().text(`+${name}`);
  if (parentheses?.required === true) snippet.text("(").hole(parentheses.shape).text(")");
  if (value.kind === "arguments") return writeArguments({ snippet, value, example, name });
  if (value.kind === "none" || value.kind === "flag") return snippet.toString();
  const words = wordsOf(value);
  snippet.text("=");
  if (words === undefined) snippet.hole(exampleValue(entry));
  else snippet.choice(words);
  return snippet.toString();
}

function wordsOf(value: TagValue): readonly string[] | undefined {
  if (value.kind === "boolean") return ["true", "false"];
  return value.kind === "word" || value.kind === "words" ? value.oneOf : undefined;
}

/** Behind the last `=` of the parentheses' level: `3` of `+k8s:minLength=3`. */
function exampleValue({ example }: TagEntry): string {
  const behind = example.replace(/^[^=(]*(?:\([^)]*\))?=/, "");
  return behind === example ? "" : behind;
}

/** Those that are needed, or else those of the example. */
function writeArguments(input: {
  readonly snippet: Snippet;
  readonly value: { readonly arguments: Readonly<Record<string, ArgumentEntry>> };
  readonly example: string;
  readonly name: string;
}): string {
  const { snippet, value, example, name } = input;
  const all = Object.entries(value.arguments);
  const needed = all.filter(([, { required }]) => required === true);
  const shown = needed.length > 0 ? needed : all.filter(([key]) => example.includes(`${key}=`));
  shown.forEach(([key, { oneOf }], at) => {
    snippet.text(`${at === 0 ? ":" : ","}${key}=`);
    if (oneOf === undefined)
      snippet.hole(argumentExample({ example: example.slice(name.length), key }));
    else snippet.choice(oneOf);
  });
  return snippet.toString();
}

function argumentExample(input: { readonly example: string; readonly key: string }): string {
  const { example, key } = input;
  return new RegExp(`[:,]${key}=("[^"]*"|[^,]*)`).exec(example)?.[1] ?? key;
}
