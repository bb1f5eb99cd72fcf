import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../process/run.js";
import { cleanEnvironment, installPackages } from "./installed.js";

const installed = installPackages();
const types = "src/apis/example.com/v1/types.ts";

// As microsoft/vscode, extensions/typescript-language-features/package.json, contributes `$tsc` and `$tsc-watch`.
const pattern =
  /^([^\s].*)[(:](\d+)[,:](\d+)(?:\):\s+|\s+-\s+)(error|warning|info)\s+TS(\d+)\s*:\s*(.*)$/;
const begins =
  /^\s*(?:message TS6032:|\[?\D*.{1,2}[:.].{1,2}[:.].{1,2}\D*(├\D*\d{1,2}\D+┤)?(?:\]| -)) (Starting compilation in watch mode|File change detected\. Starting incremental compilation)\.\.\./;
const ends =
  /^\s*(?:message TS6042:|\[?\D*.{1,2}[:.].{1,2}[:.].{1,2}\D*(├\D*\d{1,2}\D+┤)?(?:\]| -)) (?:Compilation complete\.|Found \d+ errors?\.) Watching for file changes\./;

function matched(lines: readonly string[]): readonly (readonly string[])[] {
  return lines.flatMap((line) => {
    const found = pattern.exec(line);
    return found === null ? [] : [found.slice(1)];
  });
}

/** A project with mistakes of several kinds, in several files. */
async function project(name: string): Promise<string> {
  const folder = join(installed.folder, name);
  mkdirSync(installed.folder, { recursive: true });
  const args = [name, "--group", "example.com", "--kind", "Database", "--no-git", "--no-install"];
  await run({
    program: process.execPath,
    args: [installed.create, ...args, "--yes"],
    cwd: installed.folder,
    env: cleanEnvironment({}),
  });
  return folder;
}

const mistakes = `
// +genclinet
export interface Extra {
  // +kubebuilder:validation:Maxlength=3
  name: string;
  other: Nowhere;
  size: number;
  // +default={"a":
  late?: string;
}
`;

/** Where each mistake stands: the line that has the text, and the column of the text. */
function place(text: string, what: string): readonly [line: string, column: string] {
  const lines = text.split("\n");
  const at = lines.findIndex((line) => line.includes(what));
  return [String(at + 1), String((lines[at] ?? "").indexOf(what) + 1)];
}

function expected(text: string): readonly unknown[] {
  const problem = (what: string, severity: string, code: string) => [
    types,
    ...place(text, what),
    severity,
    "0",
    expect.stringContaining(`[${code}]`),
  ];
  return [
    problem("+genclinet", "error", "tag/unknown"),
    problem("+kubebuilder:validation:Maxlength", "error", "tag/unknown"),
    problem("Nowhere", "error", "type/unknown-name"),
    problem("number;", "warning", "type/number"),
    problem('{"a":', "error", "tag/value"),
  ];
}

test("VS Code's $tsc finds each diagnostic of a run, and nothing else", async () => {
  const folder = await project("matched");
  const path = join(folder, types);
  const text = readFileSync(path, "utf8") + mistakes;
  writeFileSync(path, text);
  const { code, stdout, stderr } = await run({
    program: process.execPath,
    args: [installed.plop, "regenerate", "--", "--format", "tsc"],
    cwd: folder,
    env: cleanEnvironment({}),
  });
  expect(code).toBe(1);
  const lines = `${stdout}\n${stderr}`.split("\n");
  expect(matched(lines)).toEqual(expected(text));
  // With their own lines only: no frame, summary or hint looks like one.
  expect(lines.filter((line) => /\bTS0\b/.test(line))).toHaveLength(5);
});

test("$tsc-watch knows where runs begin and end, and what each of them finds", async () => {
  const folder = await project("watched");
  const path = join(folder, types);
  const good = readFileSync(path, "utf8");
  const child = spawn(
    process.execPath,
    [installed.plop, "regenerate", "--", "--watch", "--format", "tsc"],
    { cwd: folder, env: cleanEnvironment({}), stdio: ["ignore", "pipe", "pipe"], detached: true },
  );
  const closed = new Promise((resolve) => child.once("close", resolve));
  let lines: string[] = [];
  let rest = "";
  let heard: (() => void) | undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      const parts = (rest + text).split("\n");
      rest = parts.pop() ?? "";
      lines.push(...parts);
      if (lines.some((line) => ends.test(line))) heard?.();
    });
  }
  /** The lines of the next run, from its beginning to its end. */
  const next = async (): Promise<readonly string[]> => {
    if (!lines.some((line) => ends.test(line))) {
      await Promise.race([
        new Promise<void>((resolve) => {
          heard = resolve;
        }),
        closed,
      ]);
    }
    const taken = lines;
    lines = [];
    return taken;
  };
  try {
    const first = await next();
    expect(first.filter((line) => begins.test(line))).toHaveLength(1);
    expect(matched(first)).toEqual([]);
    writeFileSync(path, good + mistakes);
    const second = await next();
    expect(second.filter((line) => begins.test(line) || ends.test(line))).toEqual([
      expect.stringMatching(begins),
      expect.stringMatching(ends),
    ]);
    expect(matched(second)).toEqual(expected(good + mistakes));
    writeFileSync(path, good);
    expect(matched(await next())).toEqual([]);
  } finally {
    // As Ctrl-C in a terminal: plop runs Node in another process.
    if (child.pid !== undefined) process.kill(-child.pid, "SIGINT");
    await closed;
  }
}, 180_000);
