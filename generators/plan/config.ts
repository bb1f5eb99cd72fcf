import { parseDocument } from "yaml";
import type { z } from "zod";
import {
  type Code,
  catalog,
  type Diagnostic,
  diagnostic,
  didYouMean,
  severityChoices,
  suggest,
} from "../diagnostics/index.js";
import {
  clientsetSchema,
  crdSchema,
  type ProjectConfig,
  projectConfigSchema,
  rbacSchema,
  schemapatchSchema,
  webhookSchema,
} from "../options/config.js";
import { offsetOfItem, spanAt, spanOfKey } from "./config-place.js";

/** Settings that have settings of their own. */
const nested: ReadonlyMap<unknown, { readonly shape: object }> = new Map<
  unknown,
  { readonly shape: object }
>([
  ["crd", crdSchema],
  ["schemapatch", schemapatchSchema],
  ["rbac", rbacSchema],
  ["webhook", webhookSchema],
]);

export type ConfigOutcome =
  | { readonly config: ProjectConfig; readonly diagnostics: readonly Diagnostic[] }
  | { readonly config: undefined; readonly diagnostics: readonly Diagnostic[] };

/** Reads the text of crd-project.json; every wrong setting is a diagnostic at its place. */
export function parseConfig(input: {
  readonly text: string;
  /** Version of this tool. */
  readonly version: string;
}): ConfigOutcome {
  const { text } = input;
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return { config: undefined, diagnostics: [syntaxProblem({ text, error })] };
  }
  const result = projectConfigSchema.safeParse(value);
  if (!result.success) {
    const diagnostics = result.error.issues.flatMap((issue) => {
      if (issue.code === "unrecognized_keys") {
        const [setting, index] = issue.path;
        const from =
          typeof index === "number"
            ? offsetOfItem({ text, list: "clientsets", index })
            : startOf({ text, setting });
        if (setting === "severities") return issue.keys.map((key) => fixedCode({ text, key }));
        const { shape } =
          nested.get(setting) ??
          (typeof index === "number" ? clientsetSchema : projectConfigSchema);
        const settings = Object.keys(shape);
        return issue.keys.map((key) => unknownSetting({ text, key, settings, from }));
      }
      return [wrongValue({ text, value, issue })];
    });
    return { config: undefined, diagnostics };
  }
  const twice = repeatedKeys(text);
  if (twice.length > 0) return { config: undefined, diagnostics: twice };
  const config = result.data;
  return { config, diagnostics: newerVersion({ text, config, current: input.version }) };
}

function wrongValue(input: {
  readonly text: string;
  readonly value: unknown;
  readonly issue: z.core.$ZodIssue;
}): Diagnostic {
  const { text, value, issue } = input;
  const path = issue.path
    .map((part, index) =>
      typeof part === "number" ? `[${part}]` : `${index > 0 ? "." : ""}${String(part)}`,
    )
    .join("");
  const [setting, index] = issue.path;
  const isClientset = setting === "clientsets" && typeof index === "number";
  const from = isClientset
    ? offsetOfItem({ text, list: setting, index })
    : startOf({ text, setting });
  const key = issue.path.findLast((part) => typeof part === "string");
  const span = spanOfKey({ text, key, from });
  const found = valueAt({ value, path: issue.path });
  const problem = issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
  if (typeof found !== "string") {
    const names = { path: path === "" ? "the file" : path, problem };
    return diagnostic("project/config-invalid", names, { span });
  }
  const isItem = typeof issue.path.at(-1) === "number";
  const behind = text.indexOf(JSON.stringify(key), from);
  const place = { span: isItem ? spanOfKey({ text, key: found, from: behind }) : span };
  if (issue.code !== "invalid_value") {
    return diagnostic("project/config-invalid", { path, problem }, place);
  }
  const choices = issue.values.map(String);
  const hint =
    didYouMean({ word: found, candidates: choices }) ?? `write one of ${choices.join(", ")}`;
  const unknown = { path, problem: `'${found}' is not possible here` };
  return diagnostic("project/config-invalid", unknown, { ...place, hint });
}

function valueAt(input: {
  readonly value: unknown;
  readonly path: readonly PropertyKey[];
}): unknown {
  return input.path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined,
    input.value,
  );
}

/** JSON.parse takes the last of two values without a word. */
function repeatedKeys(text: string): readonly Diagnostic[] {
  const { errors } = parseDocument(text.replace(/^\uFEFF/, " "), { logLevel: "silent" });
  return errors.flatMap(({ code, pos: [start] }) => {
    if (code !== "DUPLICATE_KEY") return [];
    const [quoted = ""] = /^"(?:[^"\\]|\\.)*"/.exec(text.slice(start)) ?? [];
    const span = spanAt({ text, offset: start, length: Math.max(1, quoted.length) });
    const names = { path: quoted.slice(1, -1), problem: "the setting stands there twice" };
    return [diagnostic("project/config-invalid", names, { span, hint: "remove one of them" })];
  });
}

/** Where a setting begins that has settings of its own: their names stand in others, too. */
function startOf(input: { readonly text: string; readonly setting: unknown }): number {
  const { text, setting } = input;
  return nested.has(setting) ? Math.max(0, text.indexOf(JSON.stringify(setting))) : 0;
}

function syntaxProblem(input: { readonly text: string; readonly error: unknown }): Diagnostic {
  const { text, error } = input;
  const message = error instanceof Error ? error.message : String(error);
  const position = /at position (\d+)/.exec(message)?.[1];
  const mark = text.startsWith("\uFEFF") ? 1 : 0;
  const end = text.trimEnd().length;
  const offset = position === undefined ? end : Math.min(Number(position) + mark, end);
  const problem = message
    .replace(/ \(line \d+ column \d+\)$/, "")
    .replace(/,? ?("[^"]*\.\.\.? ?)?(in JSON )?at position \d+$/, "")
    .replace(/^Unexpected end of JSON input$/, "it ends too early");
  return diagnostic(
    "project/config-syntax",
    { problem },
    { span: spanAt({ text, offset, length: 1 }) },
  );
}

function unknownSetting(input: {
  readonly text: string;
  readonly key: string;
  readonly settings: readonly string[];
  readonly from: number;
}): Diagnostic {
  const { text, key, settings, from } = input;
  const near = suggest({ word: key, candidates: settings });
  const hint = near === undefined ? `settings: ${settings.join(", ")}` : `did you mean '${near}'?`;
  const span = spanOfKey({ text, key, from });
  return diagnostic(
    "project/config-invalid",
    { path: key, problem: "unknown setting" },
    { span, hint },
  );
}

/** A code in `severities` that is none, or whose severity stands. */
function fixedCode(input: { readonly text: string; readonly key: string }): Diagnostic {
  const { text, key } = input;
  const path = `severities.${key}`;
  const span = spanOfKey({ text, key });
  if (isCode(key)) {
    const problem = "the severity of this code cannot be changed";
    const hint =
      catalog[key].severity === "error"
        ? "an error that leaves nothing to generate from stays one"
        : "it is not about the sources";
    return diagnostic("project/config-invalid", { path, problem }, { span, hint });
  }
  const hint =
    didYouMean({ word: key, candidates: Object.keys(severityChoices) }) ??
    "all codes: npx crd-project explain";
  return diagnostic("project/config-invalid", { path, problem: "unknown code" }, { span, hint });
}

function newerVersion(input: {
  readonly text: string;
  readonly config: ProjectConfig;
  readonly current: string;
}): readonly Diagnostic[] {
  const { text, current } = input;
  const { version } = input.config;
  if (!isNewer({ version, than: current })) {
    return [];
  }
  const span = spanOfKey({ text, key: "version" });
  return [diagnostic("project/newer-version", { version, current }, { span })];
}

/** Compares the numbers of two semantic versions; one that has none is not newer. */
function isNewer(input: { readonly version: string; readonly than: string }): boolean {
  const [version, than] = [input.version, input.than].map((text) =>
    text.split(/[-+]/, 1)[0]?.split(".").map(Number),
  );
  for (let index = 0; index < 3; index += 1) {
    const difference = (version?.[index] ?? 0) - (than?.[index] ?? 0);
    if (difference !== 0) {
      return difference > 0;
    }
  }
  return false;
}

function isCode(text: string): text is Code {
  return Object.hasOwn(catalog, text);
}
