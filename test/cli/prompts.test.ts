import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { keys, openTerminal, type Terminal } from "../pty/terminal.js";
import { cleanEnvironment, installPackages } from "./installed.js";

const installed = installPackages();
let work: string;

beforeEach(() => {
  work = mkdtempSync(join(installed.folder, "work-"));
});

function open(program: string, args: readonly string[], cwd = work): Terminal {
  return openTerminal({
    program: process.execPath,
    args: [program, ...args],
    cwd,
    env: cleanEnvironment(),
  });
}

/** The terminal itself does not tell that a program was ended by a signal: a shell says 130 then, as scripts and CI see it. */
function openInShell(input: {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
}): Terminal {
  const { program, args, cwd = work } = input;
  const command = [process.execPath, program, ...args].map((word) => `"${word}"`).join(" ");
  return openTerminal({
    program: "sh",
    args: ["-c", `${command}; echo "ended with $?"`],
    cwd,
    env: cleanEnvironment(),
  });
}

async function enterUntilEnd(terminal: Terminal, questions: readonly string[]): Promise<number> {
  for (const question of questions) {
    await terminal.answer({ question, with: "" });
  }
  return await terminal.ended;
}

const createQuestions = [
  "Directory of the project",
  "API group (a domain of yours)",
  "API version",
  "Kinds (PascalCase, separated by commas)",
  "Plural (the resource in URLs)",
  "Scope",
  "Status, with a subresource of its own?",
  "Description",
  "Create a git repository?",
];

describe("create-crd-project asks", () => {
  test("everything, with defaults that Enter takes", async () => {
    const terminal = open(installed.create, ["--no-install"]);
    expect(await enterUntilEnd(terminal, createQuestions)).toBe(0);
    expect(terminal.text()).toContain("Created my-operator: example.com/v1 with Database");
    expect(existsSync(join(work, "my-operator/.git"))).toBe(true);
    expect(existsSync(join(work, "my-operator/src/client/clientset/clientset.ts"))).toBe(true);
  });

  test("again when an answer is wrong, with the reason and a suggestion", async () => {
    mkdirSync(join(work, "full/sub"), { recursive: true });
    mkdirSync(join(work, "full/node_modules"));
    const terminal = open(installed.create, ["--no-install", "--no-git", "--description", "x"]);
    await terminal.answer({ question: "Directory of the project", with: "full" });
    await terminal.waitFor("'full' is not empty (node_modules); Choose another directory");
    terminal.type(`\u0015op${keys.enter}`);
    await terminal.answer({ question: "API group", with: "Example" });
    await terminal.waitFor("did you mean 'example.example.com'?");
    terminal.type(`\u0015db.example.com${keys.enter}`);
    await terminal.answer({ question: "API version", with: "v1beta1" });
    await terminal.answer({ question: "Kinds", with: "my-cache" });
    await terminal.waitFor("did you mean 'MyCache'?");
    terminal.type(`\u0015Pool, Pool${keys.enter}`);
    await terminal.waitFor("share the name 'pool'; Name each kind once");
    terminal.type(`\u0015MyCache, Pool${keys.enter}`);
    await terminal.waitFor("Scope");
    terminal.type(keys.down + keys.enter);
    await terminal.answer({ question: "Status", with: "n" });
    expect(await terminal.ended).toBe(0);
    const types = readFileSync(join(work, "op/src/apis/db.example.com/v1beta1/types.ts"), "utf8");
    expect(types).toContain("export interface MyCache extends TypeMeta");
    expect(types).toContain("export interface Pool extends TypeMeta");
    expect(types).toContain("+kubebuilder:resource:scope=Cluster");
    expect(types).not.toContain("status?:");
  });

  test("only what no flag answers", async () => {
    const terminal = open(installed.create, [
      ..."op --group a.example.com --api-version v1 --kind A --scope Cluster".split(" "),
      ..."--no-status --plural as --no-git --no-install".split(" "),
    ]);
    expect(await enterUntilEnd(terminal, ["Description"])).toBe(0);
    expect(terminal.text()).not.toContain("API group");
  });

  test.each([
    ["in colours", [], true],
    ["without any", ["--no-color"], false],
  ] as const)("%s", async (_, flags, isColored) => {
    const terminal = open(installed.create, ["op", "--group", "a.io", ...flags]);
    await terminal.waitFor("API version");
    terminal.type(keys.interrupt);
    await terminal.ended;
    // Green, of the question mark before each question.
    expect(terminal.output().includes("\u001b[32m")).toBe(isColored);
  });

  test("nothing when a flag is wrong", async () => {
    const terminal = open(installed.create, ["op", "--kind", "database"]);
    expect(await terminal.ended).toBe(2);
    expect(terminal.text()).toContain("did you mean 'Database'?");
    expect(terminal.text()).not.toContain("API group (");
  });

  test("and Ctrl-C ends it with nothing written", async () => {
    const terminal = openInShell({ program: installed.create, args: [] });
    await terminal.answer({ question: "Directory of the project", with: "op" });
    await terminal.waitFor("API group");
    terminal.type(keys.interrupt);
    await terminal.waitFor("ended with 130");
    expect(terminal.text()).not.toContain("Created");
    expect(readdirSync(work)).toEqual([]);
  });
});

describe("plop apigroup asks", () => {
  test("for the group among those there are, and adds to it", async () => {
    const made = open(installed.create, ["op", "--yes", "--no-git", "--no-install"]);
    expect(await made.ended).toBe(0);
    const folder = join(work, "op");
    const terminal = open(installed.plop, ["apigroup"], join(folder, "src"));
    await terminal.waitFor("API group");
    await terminal.waitFor("another group ...");
    terminal.type(keys.enter);
    await terminal.answer({ question: "API version", with: "" });
    await terminal.answer({ question: "Kinds", with: "Backup, Database" });
    await terminal.waitFor("kind 'Database' exists already in example.com/v1");
    terminal.type(`\u0015Backup${keys.enter}`);
    await terminal.answer({ question: "Plural", with: "" });
    await terminal.answer({ question: "Scope", with: "" });
    await terminal.answer({ question: "Status", with: "" });
    expect(await terminal.ended).toBe(0);
    expect(terminal.text()).toContain("Added Backup to example.com/v1.");
    expect(terminal.text()).toContain("npx plop regenerate");
    const other = open(installed.plop, ["apigroup", "--kind", "A", "--no-status"], folder);
    await other.waitFor("another group ...");
    other.type(keys.down + keys.enter);
    await other.answer({ question: /API group .*\n?.*API group/s, with: "other.io" });
    await other.answer({ question: "API version", with: "v2" });
    await other.answer({ question: "Plural", with: "" });
    await other.answer({ question: "Scope", with: "" });
    expect(await other.ended).toBe(0);
    expect(existsSync(join(folder, "src/apis/other.io/v2/types.ts"))).toBe(true);
  });

  test("plop import asks where the definitions are", async () => {
    const made = open(installed.create, ["op", "--yes", "--no-git", "--no-install"]);
    expect(await made.ended).toBe(0);
    const terminal = open(installed.plop, ["import"], join(work, "op"));
    await terminal.answer({ question: "Where the definitions are", with: "" });
    await terminal.waitFor("'' cannot be read: it is empty; give files, folders");
    terminal.type(`config/crd${keys.enter}`);
    expect(await terminal.ended).toBe(1);
    expect(terminal.text()).toContain("kind 'Database' exists already in example.com/v1");
  });

  test.each([
    { args: [], question: "Please choose a generator" },
    { args: ["apigroup"], question: "API group" },
    { args: ["apigroup", "--group", "other.io"], question: "API version" },
    { args: ["import"], question: "Where the definitions are" },
  ])("plop $args, and Ctrl-C ends it with nothing written", async ({ args, question }) => {
    const made = open(installed.create, ["op", "--yes", "--no-git", "--no-install"]);
    expect(await made.ended).toBe(0);
    const cwd = join(work, "op");
    const before = readdirSync(cwd, { recursive: true });
    const terminal = openInShell({ program: installed.plop, args, cwd });
    await terminal.waitFor(question);
    terminal.type(keys.interrupt);
    await terminal.waitFor("ended with 130");
    expect(readdirSync(cwd, { recursive: true })).toEqual(before);
  });

  test("plop lists our commands with what they do", async () => {
    const made = open(installed.create, ["op", "--yes", "--no-git", "--no-install"]);
    expect(await made.ended).toBe(0);
    const terminal = open(installed.plop, [], join(work, "op"));
    await terminal.waitFor("apigroup - Add an API group, a version or a kind");
    await terminal.waitFor("regenerate - Generate code and CRDs from the API types");
    await terminal.waitFor("verify - Check that generated files are up to date");
    await terminal.waitFor("diff - Find breaking changes of the API");
    terminal.type(keys.down + keys.down + keys.enter);
    expect(await terminal.ended).toBe(0);
    expect(terminal.text()).toContain("Up to date: 15 files.");
  });
});
