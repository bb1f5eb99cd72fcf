import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runOk } from "../../test/process/run.js";
import { handWritten, type RecordedCommand, recordedCommands } from "./recipe.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Folder of the checked-in sample. */
export const sampleFolder = join(root, "sample-project");

/** Files by their posix path from the project's root. */
export type Tree = ReadonlyMap<string, string>;

/** The sample on its way. */
export interface MadeSample {
  /** What the recorded answers alone give. */
  readonly scaffold: Tree;
  /** With the hand-written files in their places, and generated again. */
  readonly project: Tree;
}

/**
 * What our commands, as they are built, make of the recorded answers and the hand-written files.
 *
 * @throws CommandFailed with the command's output when one fails
 */
export async function makeSample(): Promise<MadeSample> {
  const parent = mkdtempSync(join(tmpdir(), "crd-sample-"));
  const project = join(parent, "sample-project");
  try {
    for (const command of recordedCommands) await runRecorded({ command, parent });
    const scaffold = readTree(project);
    for (const file of handWritten) cpSync(join(sampleFolder, file), join(project, file));
    const regenerate = { program: "crd-project", args: ["regenerate"], where: "project" } as const;
    await runRecorded({ command: regenerate, parent });
    return { scaffold, project: readTree(project) };
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

/** The files of a project, but for what its .gitignore leaves out. */
export function readTree(folder: string): Tree {
  const tree = new Map<string, string>();
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => !/^(node_modules|dist|\.create-crd-project)\/|\.log$/.test(name));
  for (const name of names.sort()) tree.set(name, readFileSync(join(folder, name), "utf8"));
  return tree;
}

async function runRecorded(input: {
  readonly command: RecordedCommand;
  readonly parent: string;
}): Promise<void> {
  const { program, args, where } = input.command;
  await runOk({
    program: process.execPath,
    args: [join(root, "bin", `${program}.js`), ...args],
    cwd: where === "project" ? join(input.parent, "sample-project") : input.parent,
    // Nothing of the shell or the npm around us is an answer.
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], NO_COLOR: "1" },
  });
}
