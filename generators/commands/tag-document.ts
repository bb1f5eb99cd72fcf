import { z } from "zod";
import { generatorNames } from "../model/generator-names.js";
import {
  aliasesOf,
  conflictsOf,
  type Parentheses,
  type TagEntry,
  tagTargets,
} from "../model/tags/index.js";
import { valueSchema } from "../model/tags/value-schema.js";

const target = z.enum(tagTargets);

const conflictSchema = z.strictObject({
  with: z.string().describe("Name of the other tag."),
  own: z
    .enum(["on", "off"])
    .optional()
    .describe("Only while this tag is 'false' (off), or anything else (on)."),
  other: z
    .enum(["on", "off"])
    .optional()
    .describe("Only while the other tag is 'false' (off), or anything else (on)."),
  when: z.string().optional().describe("Only with some values: when, in words."),
  hint: z.string().optional().describe("What to do about it."),
});

/** One tag, as `crd-project tags --format json` has it. */
export const tagSchema = z.strictObject({
  name: z.string().describe("Without '+'; a '*' at the end stands for any rest."),
  tool: z.string().describe("The tool of Kubernetes whose tag it is, or crd-project."),
  description: z.string(),
  example: z.string().describe("A whole line as it stands in a comment, with its '+'."),
  targets: z
    .array(target)
    .describe("Where it can stand: package is doc.ts, anywhere any comment of the project."),
  only: z.enum(["interface", "kind"]).optional().describe("Of types, it is read on these only."),
  kind: z.string().describe("Name of the grammar of what stands behind the name."),
  values: z
    .partialRecord(target, z.record(z.string(), z.unknown()))
    .describe(
      "For each place a JSON Schema of what is read from behind the name: words and numbers as such, lists as arrays, named arguments as an object. 'not: {}' where nothing stands there.",
    ),
  parentheses: z
    .strictObject({
      required: z.boolean(),
      names: z
        .union([z.array(z.string()), z.literal("any")])
        .describe("Names of the values in them; none for one value without a name."),
      shape: z.string().describe("What they hold, as an example."),
    })
    .optional()
    .describe("Arguments in parentheses behind the name."),
  repeatable: z.boolean().describe("Whether it can stand on a declaration more than once."),
  aliases: z.array(z.string()).describe("Other tags that say the same."),
  formerly: z
    .record(z.string(), z.string())
    .describe("Lines of older releases that it took the place of, and what to do about each."),
  conflicts: z.array(conflictSchema).describe("Tags that cannot stand beside it."),
  readBy: z
    .array(z.enum(["model", ...generatorNames]))
    .describe("Generators whose output it changes; model: that of all."),
  implemented: z.boolean().describe("Whether anything reads it."),
  refused: z.string().optional().describe("What to do instead of it: it is an error here."),
  since: z.string().describe("The release of Kubernetes, controller-gen or this tool it came in."),
});

export type TagDocument = z.infer<typeof tagSchema>;

/** What `crd-project tags --format json` prints. */
export const tagsDocumentSchema = z.strictObject({
  command: z.literal("tags"),
  exitCode: z.union([z.literal(0), z.literal(1)]).describe("1: no tag has the word in its name."),
  diagnostics: z.array(z.unknown()).max(0).describe("Always empty."),
  tags: z.array(tagSchema),
});

/** An entry of the tag table for programs. */
export function tagDocument(entry: TagEntry): TagDocument {
  const { asks, value, targets, readBy, parentheses, only, refused, formerly, ...rest } = entry;
  const values = targets.map((place) => [place, jsonSchema({ value, target: place })] as const);
  return {
    name: rest.name,
    tool: rest.tool,
    description: rest.description,
    example: rest.example,
    targets: [...targets],
    ...(only && { only }),
    kind: value.kind,
    values: Object.fromEntries(values),
    ...(parentheses && { parentheses: withNames(parentheses) }),
    repeatable: rest.repeatable,
    aliases: [...aliasesOf(rest.name)],
    formerly,
    conflicts: [...conflictsOf(rest.name)],
    readBy: [...readBy],
    implemented: rest.implemented,
    ...(refused && { refused }),
    since: rest.since,
  };
}

function withNames({ required, names, shape }: Parentheses) {
  return { required, names: names === "any" ? ("any" as const) : [...names], shape };
}

function jsonSchema(input: Parameters<typeof valueSchema>[0]): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(valueSchema(input), {
    target: "draft-7",
    unrepresentable: "any",
  });
  return schema;
}

/** The JSON Schema of `crd-project tags --format json`, published as schema/tags.json. */
export function tagsJsonSchema(): object {
  return titled({ title: "crd-project tags --format json", schema: tagsDocumentSchema });
}

/** A JSON Schema with its title in front. */
export function titled(input: { readonly title: string; readonly schema: z.ZodType }): object {
  const { $schema, ...schema } = z.toJSONSchema(input.schema, { target: "draft-7" });
  return { $schema, title: input.title, ...schema };
}
