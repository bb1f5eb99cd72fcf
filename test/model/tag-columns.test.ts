import { describe, expect, it } from "vitest";
import {
  tagCompletions,
  tagCompletionsSchema,
  tagSnippets,
} from "../../generators/commands/tag-completions.js";
import { tagDocument, tagSchema } from "../../generators/commands/tag-document.js";
import { type TagEntry, type TagTarget, tagTable } from "../../generators/model/index.js";
import {
  aliasesOf,
  checkValue,
  conflictsOf,
  findTag,
  legacyTags,
  splitTag,
  type TagConflict,
} from "../../generators/model/tags/index.js";
import { registry } from "../../generators/registry.js";
import { runProject } from "../golden/run.js";

const rows = tagTable.map((entry) => [entry.name, entry] as const);
const folder = "src/apis/example.com/v1";

describe("each row of the tag table", () => {
  it.each(rows)("+%s has every column", (name, entry) => {
    const [tool, release = ""] = entry.since.split(" ");
    const newest = { Kubernetes: 37, "controller-gen": 23, "create-crd-project": 1 }[tool ?? ""];
    const [major = "", minor = ""] = release.split(".");
    expect(major).toBe(tool === "Kubernetes" ? "1" : "0");
    expect(Number(minor)).toBeGreaterThan(0);
    expect(Number(minor)).toBeLessThanOrEqual(newest ?? 0);
    const readers = registry.map((generator) => generator.name);
    for (const reader of entry.readBy) expect(["model", ...readers]).toContain(reader);
    expect(entry.implemented).toBe(entry.readBy.length > 0);
    if (entry.refused !== undefined) expect(entry.implemented).toBe(false);
    for (const alias of aliasesOf(name)) {
      expect(findTag(alias)?.name).toBe(alias);
      expect(aliasesOf(alias)).toContain(name);
    }
    for (const conflict of conflictsOf(name)) {
      expect(findTag(conflict.with)?.name).toBe(conflict.with);
      expect(conflictsOf(conflict.with).map((one) => one.with)).toContain(name);
    }
    for (const [line, advice] of Object.entries(entry.formerly)) {
      expect(legacyTags.get(line)).toBe(advice);
    }
    expect(tagSchema.parse(tagDocument(entry))).toEqual(tagDocument(entry));
  });

  it("is offered by editors where something reads it, as a line of its own grammar", () => {
    const { completions } = tagCompletionsSchema.parse(tagCompletions(tagTable));
    const read = tagTable.filter((entry) => entry.implemented && !entry.name.endsWith("*"));
    expect(completions.map(({ label }) => label)).toEqual(read.map(({ name }) => `+${name}`));
    expect(Object.keys(tagSnippets(tagTable))).toEqual(completions.map(({ label }) => label));
    for (const { insertText, targets } of completions) {
      const line = filled(insertText);
      const { entry, ...text } = splitTag(line.slice(1));
      if (entry === undefined) throw new Error(`unknown: ${line}`);
      const fits = targets.filter(
        (target) => checkValue({ tag: { ...text, entry }, target }).problems.length === 0,
      );
      expect(fits.length, line).toBeGreaterThan(0);
    }
  });
});

/** A snippet with its examples, and of choices the first. */
function filled(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|((?:\\.|[^,|\\])*)[^}]*\|\}/g, "$1")
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, "$1")
    .replace(/\\([\\$}])/g, "$1");
}

/** Lines that contradict each other, where it depends on their values. */
const contradictory: Readonly<Record<string, readonly [string, string]>> = {
  "genclient:onlyVerbs genclient:noStatus": [
    "+genclient:onlyVerbs=get,updateStatus",
    "+genclient:noStatus",
  ],
  "kubebuilder:default default": ['+kubebuilder:default="a"', '+default="b"'],
  "k8s:minLength k8s:maxLength": ["+k8s:minLength=3", "+k8s:maxLength=2"],
  "k8s:minLength k8s:maxBytes": ["+k8s:minLength=3", "+k8s:maxBytes=2"],
  "k8s:minimum k8s:maximum": ["+k8s:minimum=3", "+k8s:maximum=2"],
  "k8s:minItems k8s:maxItems": ["+k8s:minItems=3", "+k8s:maxItems=2"],
  "k8s:minProperties k8s:maxProperties": ["+k8s:minProperties=3", "+k8s:maxProperties=2"],
  "k8s:unique k8s:listType": ["+k8s:unique=set", "+k8s:listType=set"],
};

const conflicts = tagTable.flatMap((entry) =>
  entry.conflicts.map((conflict) => {
    const common = entry.targets.filter((target) =>
      findTag(conflict.with)?.targets.includes(target),
    );
    const place = conflict.when === undefined ? common[0] : common.at(-1);
    return [`+${entry.name}`, `+${conflict.with}`, place, entry, conflict] as const;
  }),
);

/** Lines of a tag that is off or on. */
function lineOf(input: {
  readonly entry: TagEntry;
  readonly state: "on" | "off" | undefined;
  readonly target: TagTarget;
}): string {
  const { entry, state, target } = input;
  const candidates = [
    entry.example,
    `+${entry.name}`,
    `+${entry.name}=true`,
    `+${entry.name}=TypeMeta`,
  ];
  const lines = state === "off" ? [`+${entry.name}=false`] : candidates;
  const found = lines.find((line) => {
    const { entry: known, ...text } = splitTag(line.slice(1));
    const isOn = text.value?.text !== "false";
    return (
      known !== undefined &&
      (state === undefined || isOn === (state === "on")) &&
      checkValue({ tag: { ...text, entry: known }, target }).problems.length === 0
    );
  });
  if (found === undefined) throw new Error(`no line of +${entry.name}`);
  return found;
}

function linesOf(input: {
  readonly entry: TagEntry;
  readonly conflict: TagConflict;
  readonly target: TagTarget;
}): readonly [string, string] {
  const { entry, conflict, target } = input;
  const other = findTag(conflict.with);
  if (other === undefined) throw new Error(`unknown: ${conflict.with}`);
  if (conflict.when !== undefined) {
    const lines = contradictory[`${entry.name} ${other.name}`];
    if (lines === undefined) throw new Error(`no lines for ${entry.name} ${other.name}`);
    return lines;
  }
  return [
    lineOf({ entry, state: conflict.own, target }),
    lineOf({ entry: other, state: conflict.other, target }),
  ];
}

function projectWith(input: { readonly tags: readonly string[]; readonly target: TagTarget }) {
  const { tags, target } = input;
  const comments = tags.map((tag) => `// ${tag}`);
  const at = (place: TagTarget): readonly string[] => (place === target ? comments : []);
  const needsList = tags.some((tag) => /Items|unique/.test(tag));
  const needsMap = tags.some((tag) => tag.includes("Properties"));
  const needsNumber = tags.some((tag) => /imum/.test(tag));
  const type = needsList
    ? "string[]"
    : needsMap
      ? "Record<string, string>"
      : needsNumber
        ? "int32"
        : "string";
  return new Map([
    [
      `${folder}/doc.ts`,
      [
        "// +groupName=example.com",
        ...(tags.join().includes("validation-gen") ? [] : ["// +k8s:validation-gen=*"]),
        ...at("package"),
        "export {};",
        "",
      ].join("\n"),
    ],
    [
      `${folder}/types.ts`,
      [
        'import type { int32, ObjectMeta, TypeMeta } from "crd-runtime";',
        ...(tags.join().includes("genclient:") ? ["// +genclient"] : []),
        ...at("type"),
        "export interface Tagged extends TypeMeta {",
        "  metadata: ObjectMeta;",
        "  count: int32;",
        ...at("member"),
        `  value?: ${type};`,
        "  status?: Status;",
        "}",
        "export interface Status {",
        "  phase?: string;",
        "}",
        "",
      ].join("\n"),
    ],
  ]);
}

describe("tags that contradict each other by the table", () => {
  it("are on the same declarations", () => {
    expect(conflicts.filter(([, , place]) => place === undefined)).toEqual([]);
    expect(conflicts.length).toBeGreaterThan(25);
  });

  it.each(conflicts)(
    "%s and %s are reported, in either order",
    async (_, __, target, entry, conflict) => {
      if (target === undefined) throw new Error("no common place");
      const lines = linesOf({ entry, conflict, target });
      for (const tags of [lines, lines.toReversed()]) {
        const { report } = await runProject({ project: projectWith({ tags, target }) });
        expect(report, tags.join()).toContain("error tag/conflict: ");
      }
    },
  );
});
