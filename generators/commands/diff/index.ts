import type { RunChild } from "../../child.js";
import {
  catalog,
  type Diagnostic,
  diagnostic,
  hasErrors,
  withSeverities,
} from "../../diagnostics/index.js";
import {
  type Change,
  compareDefinitions,
  type Definition,
  type Pointer,
  readDefinition,
} from "../../diff/index.js";
import {
  type ReadObject,
  readDocuments,
  type SourceText,
} from "../../import-gen/read/documents.js";
import type { ProjectConfig } from "../../options/config.js";
import { parseConfig } from "../../plan/config.js";
import { configFile } from "../../plan/config-file.js";
import { loadConfig } from "../../plan/load-config.js";
import { regenerate } from "../../plan/regenerate.js";
import { isAddress } from "../import/remote.js";
import { readSourceTexts, type SourceWorld } from "../import/sources.js";
import { count } from "../lines.js";
import type { Paint } from "../paint.js";
import type { ProjectRequest } from "../regenerate.js";
import { problemReport, type Report } from "../report.js";
import { textReader } from "../text-reader.js";
import { currentTexts } from "./current.js";
import { openCommit, readChanged } from "./git.js";
import { definitionPlaces } from "./places.js";

export interface DiffCommandRequest extends ProjectRequest {
  readonly world: SourceWorld;
  readonly run: RunChild;
}

/** A definition, and where in its text things stand. */
interface Found {
  readonly definition: Definition;
  readonly object: ReadObject;
}

/** What the API was, and what it is. */
interface Sides {
  readonly before: readonly SourceText[];
  readonly after: readonly SourceText[];
  /** The definitions of a cluster are not all the project's. */
  readonly isShared: boolean;
}

/**
 * `plop diff`: compares the definitions that the types make now with those of a commit, of files, or of a cluster. Breaking
 * changes are diagnostics, so that their severity can be set; exit code 1 when one of them is an error. Writes nothing.
 */
export async function diffCommand(request: DiffCommandRequest): Promise<Report> {
  const { files, flags, tool, lock, paint } = request;
  const base = flags.text("base") ?? head;
  const project = textReader(files);
  const loaded = await loadConfig({ files, version: tool.version });
  const { config } = loaded;
  if (config === undefined) {
    return problemReport({ exitCode: 1, diagnostics: loaded.diagnostics, textOf: project });
  }
  const outcome = await regenerate({ files, tool, mode: "verify", groups: [], lock });
  if (hasErrors(outcome.diagnostics)) {
    return problemReport({ exitCode: 1, diagnostics: outcome.diagnostics, textOf: project });
  }
  const places = definitionPlaces(config);
  const current = currentTexts({ files, places, plan: outcome.plan });
  const sides = await readSides({ ...request, base, config, current });
  if ("diagnostics" in sides) {
    return problemReport({ exitCode: 1, diagnostics: sides.diagnostics, textOf: project });
  }
  const before = findDefinitions(sides.before);
  const after = findDefinitions(sides.after);
  const texts = new Map([...sides.before, ...sides.after].map(({ path, text }) => [path, text]));
  const textOf = (path: string): string | undefined => texts.get(path) ?? project(path);
  const unreadable = [...before.diagnostics, ...after.diagnostics];
  if (unreadable.length > 0) {
    return problemReport({ exitCode: 1, diagnostics: unreadable, textOf });
  }
  // A cluster may have none before the first installation.
  if (isSource(base) && base !== cluster && before.found.length === 0) {
    const nothing = diagnostic("project/empty-base", { place: `'${base}'` });
    return problemReport({ exitCode: 1, diagnostics: [nothing], textOf });
  }
  const groups = new Set(after.found.map(({ definition }) => definition.spec.group));
  const changes = compareDefinitions({
    before: before.found
      .map(({ definition }) => definition)
      .filter(({ spec }) => !sides.isShared || groups.has(spec.group)),
    after: after.found.map(({ definition }) => definition),
  });
  const objects = new Map(
    after.found.map(({ definition, object }) => [definition.metadata.name, object]),
  );
  const diagnostics = withSeverities({
    diagnostics: changes.flatMap((change) => problemOf({ change, objects })),
    severities: config.severities,
  });
  return reportOf({ changes, diagnostics, textOf, base, paint });
}

function findDefinitions(texts: readonly SourceText[]): {
  readonly found: readonly Found[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const found: Found[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const text of texts) {
    const read = readDocuments(text);
    diagnostics.push(...read.diagnostics);
    for (const object of read.objects) {
      const { definition, problem } = readDefinition(object.json);
      if (definition !== undefined) found.push({ definition, object });
      if (problem !== undefined) {
        const span = object.spanAt(["metadata", "name"]);
        diagnostics.push(diagnostic("project/unreadable-definition", { problem }, { span }));
      }
    }
  }
  return { found, diagnostics };
}

/** A breaking change as a diagnostic, at what is nearest in the new definition. */
function problemOf(input: {
  readonly change: Change;
  readonly objects: ReadonlyMap<string, ReadObject>;
}): readonly Diagnostic[] {
  const { change, objects } = input;
  if (change.code === undefined) return [];
  const pointer: Pointer = change.pointer;
  const span = objects.get(change.definition)?.spanAt(pointer);
  return [diagnostic(change.code, { where: whereOf(change), change: change.text }, { span })];
}

/** `databases.example.com v1 .spec.size`. */
function whereOf({ definition, version, path }: Change): string {
  return [definition, version, path].filter((part) => part !== undefined && part !== "").join(" ");
}

function reportOf(input: {
  readonly changes: readonly Change[];
  readonly diagnostics: readonly Diagnostic[];
  readonly textOf: (path: string) => string | undefined;
  readonly base: string;
  readonly paint: Paint;
}): Report {
  const { changes, diagnostics, textOf, base, paint } = input;
  const safe = changes.filter(({ code }) => code === undefined);
  const number = changes.length - safe.length;
  const reasons = [...new Set(changes.flatMap(({ code }) => code ?? []))].toSorted();
  const breaking = `${count({ number, noun: "breaking change" })}`;
  const total = `${breaking}, ${safe.length} safe, since ${base}.`;
  const text = [
    ...(reasons.length === 0 ? [] : ["Why these are breaking:"]),
    ...reasons.flatMap((code) => [
      `  ${code}`,
      `    ${catalog[code].cause}`,
      `    ${catalog[code].fix}`,
    ]),
    ...(safe.length === 0 ? [] : ["Safe:"]),
    ...safe.map((change) => `  ${whereOf(change)}: ${change.text}`),
    changes.length === 0
      ? paint.green(`No changes since ${base}.`)
      : number === 0
        ? paint.green(total)
        : paint.red(total),
  ];
  return {
    exitCode: hasErrors(diagnostics) ? 1 : 0,
    diagnostics,
    explained: reasons,
    textOf,
    text,
    json: {
      base,
      changes: changes.map(({ code, definition, version, path, text: change }) => ({
        breaking: code !== undefined,
        code: code ?? null,
        definition,
        version: version ?? null,
        path,
        change,
        reason: code === undefined ? null : catalog[code].cause,
      })),
    },
  };
}

/** The texts of both sides, or why there are none. */
async function readSides(
  request: DiffCommandRequest & {
    readonly base: string;
    readonly config: ProjectConfig;
    readonly current: readonly SourceText[];
  },
): Promise<Sides | { readonly diagnostics: readonly Diagnostic[] }> {
  const { files, base, config, current, world, run, env, tool } = request;
  if (isSource(base)) {
    const read = await readSourceTexts({ sources: [base], world });
    if (read.diagnostics.length > 0) return { diagnostics: read.diagnostics };
    return { before: read.texts, after: current, isShared: base === cluster };
  }
  const commit = await openCommit({ ref: base, root: files.root, env, run });
  if (commit === undefined) {
    const kind = files.kind(base);
    const hint =
      base === head
        ? "commit first, or name what to compare with"
        : kind === undefined
          ? undefined
          : `there is a ${kind} of that name: write ./${base}`;
    return { diagnostics: [diagnostic("project/unknown-base", { base }, { hint })] };
  }
  const text = await commit.read(configFile);
  const old = text === undefined ? undefined : parseConfig({ text, version: tool.version }).config;
  const places = definitionPlaces(old ?? config);
  const { before, same } = await readChanged({ commit, places, now: current });
  if (before.length + same.size === 0) {
    const place = `${places.folders.map((folder) => `'${folder}'`).join(" or ")} of '${base}'`;
    return { diagnostics: [diagnostic("project/empty-base", { place })] };
  }
  return { before, after: current.filter(({ path }) => !same.has(path)), isShared: false };
}

const head = "HEAD";
const cluster = "cluster";

/** Whether the base is no commit: `cluster`, an address, or a path, which shows as such. */
function isSource(base: string): boolean {
  return (
    base === cluster || isAddress(base) || /^(?:\.{0,2}[/\\]|[A-Za-z]:[/\\]|\.{1,2}$)/.test(base)
  );
}
