import { hasErrors } from "../../generators/diagnostics/index.js";
import {
  createMemoryFiles,
  type Files,
  type MemoryFiles,
  RememberedFiles,
} from "../../generators/files.js";
import { type RegenerateOutcome, regenerate } from "../../generators/plan/regenerate.js";
import { Session } from "../../generators/plan/session.js";
import { loadTool } from "../../generators/tool.js";
import { controller, ProjectEditor } from "./project-editor.js";

const tool = loadTool();
const lock = {
  pid: 1,
  host: "here",
  token: "token",
  isAlive: () => false,
  now: () => 0,
  sleep: async () => {},
  waitMs: 0,
};

/** A run of a process, or of one that has run before in the session. */
export function run(files: Files, session = new Session()): Promise<RegenerateOutcome> {
  return regenerate({ files, tool, mode: "write", groups: [], lock, session });
}

/** What came of some edits. */
export interface Played {
  /** Edits after which there was nothing wrong with the project. */
  readonly clean: number;
  /** Where a run was not as one from nothing. */
  readonly problems: readonly string[];
}

/**
 * Edits a project at random under a watch, and compares each run with one from nothing on the same sources, and with one of another
 * process that has the cache.
 */
export async function playEdits(input: {
  readonly seed: number;
  readonly steps: number;
}): Promise<Played> {
  const { seed, steps } = input;
  const disk = createMemoryFiles();
  const editor = new ProjectEditor({ files: disk, seed });
  const files = new RememberedFiles({ open: () => disk, now: () => Number.MAX_SAFE_INTEGER });
  const session = new Session();
  const problems: string[] = [];
  const told: string[] = [];
  let clean = 0;
  await run(files, session);
  for (let step = 0; step < steps && problems.length === 0; step++) {
    const { what, paths } = editor.edit();
    told.push(what);
    // What was touched is known, as it is to a watch.
    files.begin(paths);
    const warm = await run(files, session);
    const cold = copyOf(disk);
    const expected = await run(cold);
    if (!hasErrors(expected.diagnostics)) clean += 1;
    const differences = [
      ...differencesOf({ warm, expected }),
      ...(hasErrors(expected.diagnostics) ? [] : treeDifferences({ disk, cold })),
    ];
    // Another process, with the cache of this one.
    files.begin();
    const other = await run(disk);
    if (changesOf(other) > 0) differences.push("another process writes again");
    differences.push(
      ...toldDifferences({ actual: other, expected }).map((each) => `another process: ${each}`),
    );
    problems.push(...differences.map((each) => `seed ${seed}: ${told.join("; ")}: ${each}`));
  }
  return { clean, problems };
}

function differencesOf(input: {
  readonly warm: RegenerateOutcome;
  readonly expected: RegenerateOutcome;
}): readonly string[] {
  const { warm, expected } = input;
  const found = [...toldDifferences({ actual: warm, expected })];
  const count = warm.upToDate + warm.plan.create.length + warm.plan.update.length;
  const wanted = hasErrors(expected.diagnostics)
    ? 0
    : expected.upToDate + expected.plan.create.length;
  if (count !== wanted) found.push(`it tells of ${count} files, not ${wanted}`);
  return found;
}

function toldDifferences(input: {
  readonly actual: RegenerateOutcome;
  readonly expected: RegenerateOutcome;
}): readonly string[] {
  const { actual, expected } = input;
  // A hint that is undefined is none.
  const [text, wanted] = [actual, expected].map(({ diagnostics }) => JSON.stringify(diagnostics));
  if (text === wanted) return [];
  const [one, other] = [actual, expected].map(({ diagnostics }) =>
    diagnostics.map(({ code, span, hint }) => `${code} ${span?.file}:${span?.line} ${hint}`),
  );
  return [`it says ${JSON.stringify(one)}, not ${JSON.stringify(other)}`];
}

function treeDifferences(input: {
  readonly disk: MemoryFiles;
  readonly cold: MemoryFiles;
}): readonly string[] {
  const [actual, expected] = [contents(input.disk), contents(input.cold)];
  return [...new Set([...actual.keys(), ...expected.keys()])]
    .filter((path) => actual.get(path) !== expected.get(path))
    .map((path) => `${path} is ${actual.has(path) ? "another" : "missing"}`);
}

function changesOf({ plan }: RegenerateOutcome): number {
  return plan.create.length + plan.update.length + plan.stale.length;
}

/** All that stands in a project, the caches left out. */
function contents(files: Files, folder = ""): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { name, kind } of files.list(folder)) {
    const path = folder === "" ? name : `${folder}/${name}`;
    if (name === "node_modules" || name === ".create-crd-project") continue;
    if (kind === "folder") for (const [each, text] of contents(files, path)) found.set(each, text);
    else found.set(path, files.read(path) ?? "");
  }
  return found;
}

/** The same sources, and the samples, which are the user's, in a project in which nothing was ever generated. */
function copyOf(files: MemoryFiles): MemoryFiles {
  const sources = [...contents(files)].filter(
    ([path]) =>
      path === "crd-project.json" ||
      path.startsWith("config/samples/") ||
      path.endsWith("_expansion.ts") ||
      path === controller ||
      (path.startsWith("src/apis/") && !/zz_/.test(path)),
  );
  return createMemoryFiles({ contents: sources });
}
