import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { type Finished, run } from "../process/run.js";
import { temporaryFolder } from "../process/temporary-folder.js";
import { cleanEnvironment, installPackages } from "./installed.js";

const installed = installPackages();
const types = "src/apis/example.com/v1/types.ts";
const clientset = "src/client/clientset/clientset.ts";

/** A folder of the test's own, below the installed packages. */
let work: string;

beforeEach(() => {
  const name = temporaryFolder().split("/").at(-1) ?? "work";
  work = join(installed.folder, name);
  mkdirSync(work);
});

function node(
  program: string,
  args: readonly string[],
  more: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Finished> {
  const { cwd = work, env = {} } = more;
  return run({
    program: process.execPath,
    args: [program, ...args],
    cwd,
    env: cleanEnvironment(env),
  });
}

const create = (line: string, env?: Readonly<Record<string, string>>) =>
  node(installed.create, line.split(" "), env === undefined ? {} : { env });

const plop = (
  line: string,
  cwd = join(work, "my-op"),
  env: Readonly<Record<string, string>> = {},
) => node(installed.plop, line.split(" "), { cwd, env });

const usual = "my-op --group example.com --kind Database --no-git --no-install --yes";

/** A fresh project in `my-op`; made once, copied for each test. */
const template = join(installed.folder, "template");
async function project(): Promise<string> {
  if (!existsSync(template)) {
    const made = await node(installed.create, usual.replace("my-op", "template").split(" "), {
      cwd: installed.folder,
    });
    expect(made).toMatchObject({ code: 0 });
  }
  const folder = join(work, "my-op");
  cpSync(template, folder, { recursive: true });
  return folder;
}

function edit(folder: string, path: string, change: (text: string) => string): void {
  const place = join(folder, path);
  writeFileSync(place, change(readFileSync(place, "utf8")));
}

const addSize = (text: string) =>
  text.replace("replicas?: int32;", "replicas?: int32;\n  size?: int32;");

describe("create-crd-project", () => {
  test("says what it made and what comes next", async () => {
    const { code, stdout, stderr } = await create(usual);
    expect(code).toBe(0);
    expect(stderr).toBe("Created my-op: example.com/v1 with Database, 31 files.\n");
    expect(stdout).toBe(
      [
        "",
        "Next:",
        "  cd my-op",
        "  npm install",
        "  npm start -- --embedded  list the samples, on a server of the program's own",
        "  npm run install-crds     bring the CRDs to a cluster: any kubeconfig will do",
        "  npm start                list the objects",
        "",
        "After every change of the types:",
        "  npx plop regenerate  generate the code and CRDs",
        "",
      ].join("\n"),
    );
    const next = await plop("verify");
    expect(next).toEqual({ code: 0, stdout: "Up to date: 15 files.\n", stderr: "" });
  });

  test("in the current directory", async () => {
    const { code, stdout } = await create(usual.replace("my-op", "."));
    expect(code).toBe(0);
    expect(stdout).not.toContain("cd ");
    expect(JSON.parse(readFileSync(join(work, "package.json"), "utf8"))).toMatchObject({
      name: work.split("/").at(-1)?.toLowerCase(),
    });
  });

  test("git init runs in a directory that is no repository", async () => {
    const { code, stdout } = await create(usual.replace("--no-git ", ""));
    expect({ code, stdout: stdout.includes("git") }).toEqual({ code: 0, stdout: false });
    expect(existsSync(join(work, "my-op/.git"))).toBe(true);
  });

  test("a failed install is told, and the files stay", async () => {
    const bin = join(work, "bin");
    mkdirSync(bin);
    writeFileSync(join(bin, "npm"), "#!/bin/sh\necho no network >&2\nexit 7\n", { mode: 0o755 });
    const env = { PATH: bin };
    const { code, stdout, stderr } = await create(usual.replace("--no-install ", ""), env);
    expect(code).toBe(1);
    expect(stderr).toContain("Installing the dependencies with npm ...\nno network\n");
    expect(stdout).toContain(
      "The dependencies are not installed: npm install ended with exit code 7.",
    );
    expect(stdout).toContain("  npm install\n");
    expect(existsSync(join(work, "my-op/package.json"))).toBe(true);
  });

  test("without git and without a package manager the files are there", async () => {
    const line = usual.replace("--no-git --no-install ", "");
    const { code, stdout } = await create(line, { PATH: join(work, "nothing") });
    expect(code).toBe(1);
    expect(stdout).toContain("No git repository: git could not be started");
    expect(stdout).toContain("The dependencies are not installed: npm could not be started");
    expect(existsSync(join(work, "my-op/package.json"))).toBe(true);
  });

  test("the package manager that runs it is that of the project", async () => {
    const { stdout } = await create(usual, { npm_config_user_agent: "pnpm/9.1.0 npm/? node/v20" });
    expect(stdout).toContain("pnpm install\n");
    expect(stdout).toContain("pnpm exec plop regenerate");
  });

  test("a dry run and --format json", async () => {
    const { code, stdout, stderr } = await create(`${usual} --dry-run --format json`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      command: "create",
      exitCode: 0,
      diagnostics: [],
      dryRun: true,
      directory: "my-op",
      group: "example.com",
      apiVersion: "v1",
      kinds: ["Database"],
      packageManager: "npm",
      files: { update: [], remove: [] },
    });
    expect(readdirSync(work)).toEqual([]);
    const text = await create(`${usual} --dry-run`);
    expect(text.stdout).toContain(
      "Would create my-op with 31 files:\n\n  create  .gitattributes\n",
    );
    expect(readdirSync(work)).toEqual([]);
  });

  test("a directory with files in it: nothing is written", async () => {
    mkdirSync(join(work, "my-op"));
    writeFileSync(join(work, "my-op/notes.txt"), "mine");
    const { code, stdout, stderr } = await create(usual);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(
      /'my-op' is not empty \(notes\.txt\)\n {2}Choose another directory or empty/,
    );
    expect(readdirSync(join(work, "my-op"))).toEqual(["notes.txt"]);
  });

  test("a directory that only a repository or empty folders stand in is fine", async () => {
    mkdirSync(join(work, "my-op/.git"), { recursive: true });
    mkdirSync(join(work, "my-op/src/deep"), { recursive: true });
    expect(await create(usual)).toMatchObject({ code: 0 });
  });

  test("what a killed run left is completed, unless something else stands there", async () => {
    const folder = join(work, "my-op");
    cpSync(await project(), join(work, "whole"), { recursive: true });
    rmSync(join(folder, "src/client"), { recursive: true });
    rmSync(join(folder, "package.json"));
    writeFileSync(join(folder, "src/.4194304999-3.crd-tmp"), "half");
    const line = usual.replace("my-op", "./my-op");
    edit(folder, "README.md", (text) => `${text}mine\n`);
    expect((await create(line)).stderr).toContain("not empty (README.md)");
    edit(folder, "README.md", (text) => text.slice(0, -"mine\n".length));
    edit(folder, "README.md", (text) => text.replace("# template", "# my-op"));
    expect(await create(line)).toMatchObject({ code: 0 });
    expect(existsSync(join(folder, "src/.4194304999-3.crd-tmp"))).toBe(false);
    expect(existsSync(join(folder, clientset))).toBe(true);
  });

  test("without a terminal and without answers it ends at once and lists the flags", async () => {
    const { code, stdout, stderr } = await node(installed.create, []);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(
      "give: <directory> --group <group> --kind <Kind>, or --yes for the defaults",
    );
  });

  test("flags that npm kept", async () => {
    const { code, stderr } = await create("my-op example.com Database", {
      npm_command: "init",
      npm_config_group: "true",
      npm_config_kind: "true",
    });
    expect(code).toBe(2);
    expect(stderr).toBe(
      "error project/lost-flags: npm kept --group, --kind for itself, so nothing was done\n" +
        "  use: npm init crd-project my-op -- --group <group> --kind <Kind>\n" +
        "  Put '--' before the flags.\n",
    );
  });

  test("nothing of npm's configuration is an answer", async () => {
    const { stdout } = await create(`${usual} --dry-run --format json`, {
      npm_config_scope: "@acme",
      npm_config_yes: "true",
      npm_config_group: "wrong.example.com",
      npm_config_description: "wrong",
    });
    expect(JSON.parse(stdout)).toMatchObject({ group: "example.com", exitCode: 0 });
    expect((await node(installed.create, [], { env: { npm_config_yes: "true" } })).code).toBe(2);
  });

  test("a folder that cannot be written to", async () => {
    writeFileSync(join(work, "file"), "");
    const { code, stderr } = await create(usual.replace("my-op", "file/my-op"));
    expect(code).toBe(2);
    expect(stderr).toContain("'file/my-op' needs a folder where a file stands");
  });

  test("a write that fails leaves nothing, not even the directory", async () => {
    const long = Array.from("abcd", (letter) => letter.repeat(60)).join(".");
    const { code, stderr } = await create(usual.replace("example.com", long));
    expect(code).toBe(1);
    expect(stderr).toContain("ENAMETOOLONG");
    expect(readdirSync(work)).toEqual([]);
  });
});

describe("the program of a new project", () => {
  const start =
    "Start a cluster (kind create cluster), or let KUBECONFIG name the file of one that runs.\n" +
    "Without one: npm start -- --embedded\n";

  test.each([
    ["no kubeconfig", undefined, "http://localhost:8080", start],
    ["one that is not there", "nowhere", "cannot read the kubeconfig", start],
    ["one that is empty", "", "cannot read the kubeconfig", start],
    ["one that is no YAML", "clusters: [", "cannot read the kubeconfig", start],
    ["a server that is down", kubeConfigOf("https://127.0.0.1:1"), "nothing listens at", start],
    [
      "a certificate that is not there",
      kubeConfigOf("https://127.0.0.1:1", "client-certificate: /nowhere"),
      "cannot get credentials",
      "Check the user of the current context: kubectl config view --minify\n",
    ],
  ])("says what to do with %s", async (_, content, reason, hint) => {
    const cwd = await project();
    const path = join(work, "kubeconfig");
    if (content !== undefined && content !== "nowhere") writeFileSync(path, content);
    const tsx = join(installed.folder, "node_modules/tsx/dist/cli.mjs");
    const { code, stderr } = await node(tsx, ["src/main.ts"], {
      cwd,
      env: { HOME: work, ...(content === undefined ? {} : { KUBECONFIG: path }) },
    });
    expect(code).toBe(1);
    expect(stderr).toContain(reason);
    expect(stderr.endsWith(`\n\n${hint}`), stderr).toBe(true);
  });
});

/** A kubeconfig for one server and a user that has no more than is said. */
function kubeConfigOf(server: string, user = "token: none"): string {
  return [
    "apiVersion: v1",
    "kind: Config",
    "current-context: here",
    `clusters: [{ name: here, cluster: { server: "${server}" } }]`,
    `users: [{ name: me, user: { ${user} } }]`,
    "contexts: [{ name: here, context: { cluster: here, user: me } }]",
  ].join("\n");
}

describe("plop", () => {
  test("regenerate, verify, a dry run; flags on both sides of --", async () => {
    const folder = await project();
    edit(folder, types, addSize);
    const before = readFileSync(join(folder, "config/crd/example.com_databases.yaml"), "utf8");
    const stale = await plop("verify");
    expect(stale).toMatchObject({ code: 1, stderr: "" });
    expect(stale.stdout).toContain(
      "error project/out-of-date: 'config/crd/example.com_databases.yaml' is out of date\n  @@ ",
    );
    expect(stale.stdout).toContain("\n  +              size:\n");
    expect(stale.stdout).toMatch(/\n4 files out of date\. Run: npx plop regenerate\n$/);
    for (const line of ["regenerate --dry-run", "regenerate -- --dry-run"]) {
      const dry = await plop(line);
      expect(dry).toEqual({
        code: 0,
        stdout:
          "  update  config/crd/example.com_databases.yaml\n" +
          "  update  src/apis/example.com/v1/zz_generated.deepcopy.ts\n" +
          "  update  src/apis/example.com/zz_generated.crd.ts\n" +
          "  update  src/client/applyconfigurations/example.com/v1.ts\n" +
          "4 files would change, 11 up to date. Nothing was written (--dry-run).\n",
        stderr: "",
      });
    }
    expect(readFileSync(join(folder, "config/crd/example.com_databases.yaml"), "utf8")).toBe(
      before,
    );
    const json = await plop("--no-progress regenerate -- --format=json --group example.com");
    expect(JSON.parse(json.stdout)).toMatchObject({
      command: "regenerate",
      exitCode: 0,
      files: { create: [], remove: [], update: { length: 4 } },
      upToDate: 11,
    });
    expect(await plop("verify")).toMatchObject({ code: 0, stdout: "Up to date: 15 files.\n" });
  });

  test("--format github and sarif name the file from the root of the repository", async () => {
    const folder = await project();
    edit(folder, types, (text) => text.replace("// +genclient", "// +genclinet"));
    const env = { GITHUB_WORKSPACE: work };
    const text = await plop("verify", folder);
    expect(text.stderr).toMatch(
      /explain tag\/unknown\nWhat was meant is written by: npx plop regenerate -- --fix\n$/,
    );
    const github = await plop("verify --format github", folder, env);
    expect(github).toMatchObject({ code: 1, stderr: "" });
    expect(github.stdout).toMatch(
      /^::error file=my-op\/src\/apis\/example\.com\/v1\/types\.ts,line=\d+,[^:]*title=tag\/unknown::unknown tag '\+genclinet'%0A/,
    );
    const sarif = await plop("regenerate --format sarif", folder, env);
    expect(sarif).toMatchObject({ code: 1, stderr: "" });
    expect(JSON.parse(sarif.stdout)).toMatchObject({
      version: "2.1.0",
      runs: [{ results: [{ ruleId: "tag/unknown" }] }],
    });
    edit(folder, types, (text) => addSize(text.replace("// +genclinet", "// +genclient")));
    const stale = await plop("verify --format github", folder, {});
    expect(stale).toMatchObject({ code: 1, stderr: "" });
    expect(stale.stdout).toContain("::error title=project/out-of-date::'config/crd/");
    expect(stale.stdout).toContain("\n  +              size:\n");
  });

  test("from a subdirectory", async () => {
    const folder = await project();
    edit(folder, types, addSize);
    const below = join(folder, "src/apis");
    expect(await plop("regenerate", below)).toMatchObject({ code: 0 });
    expect(await plop("verify", below)).toMatchObject({ code: 0 });
  });

  test("an unchanged run touches no file", async () => {
    const folder = await project();
    const paths = () =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
        statSync(join(folder, path)).isFile(),
      );
    const times = () => paths().map((path) => [path, statSync(join(folder, path)).mtimeMs]);
    await plop("regenerate");
    // Digests are kept of files that are not young any more, however long the run took.
    for (const path of paths()) utimesSync(join(folder, path), 1e9, 1e9);
    await plop("regenerate");
    const before = times();
    expect(await plop("regenerate")).toMatchObject({ stdout: "Up to date: 15 files.\n" });
    expect(times()).toEqual(before);
  });

  test("an unknown flag, a missing answer: exit code 2, nothing written", async () => {
    await project();
    expect(await plop("regenerate --dry-rum")).toMatchObject({ code: 2, stdout: "" });
    expect((await plop("verify -- --fix")).stderr).toContain("unknown flag '--fix'");
    const missing = await plop("apigroup");
    expect(missing).toMatchObject({ code: 2, stdout: "" });
    expect(missing.stderr).toContain("give: --kind <Kind>");
  });

  test("an error in the types: its place, exit code 1, nothing written", async () => {
    const folder = await project();
    edit(folder, types, (text) => addSize(text).replace("// +genclient", "// +genclinet"));
    const { code, stdout, stderr } = await plop("regenerate");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "Nothing was written.\n" });
    expect(stderr).toContain(
      `${types}:18:4 - error tag/unknown: unknown tag '+genclinet'\n` +
        "  18 | // +genclinet\n" +
        "     |    ^^^^^^^^^^ did you mean '+genclient'?\n",
    );
    expect(existsSync(join(folder, "node_modules/.cache/create-crd-project/lock"))).toBe(false);
  });

  test("apigroup, then regenerate", async () => {
    const folder = await project();
    const before = readFileSync(join(folder, types), "utf8");
    expect(await plop("apigroup --kind Backup --yes")).toMatchObject({ code: 0, stderr: "" });
    expect(readFileSync(join(folder, types), "utf8").startsWith(before)).toBe(true);
    expect(await plop("verify")).toMatchObject({ code: 1 });
    expect(await plop("regenerate")).toMatchObject({ code: 0 });
    expect(await plop("verify")).toMatchObject({ code: 0 });
  });

  test("a user's own generators work beside ours", async () => {
    const folder = await project();
    writeFileSync(
      join(folder, "plopfile.js"),
      `process.exitCode = 1;
const { plopfile } = await import("create-crd-project");
export default function (plop) {
  plopfile(plop);
  plop.setGenerator("mine", {
    description: "my own",
    prompts: [{ type: "input", name: "word", message: "?" }],
    actions: [{ type: "add", path: "mine.txt", template: "{{word}}" }],
  });
}
`,
    );
    expect(await plop("mine hello")).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, "mine.txt"), "utf8")).toBe("hello");
    expect(await plop("verify")).toMatchObject({ code: 0 });
  });

  test("without our package every command fails", async () => {
    const folder = await project();
    edit(folder, "plopfile.js", (text) => text.replace('"create-crd-project"', '"not-installed"'));
    for (const line of ["verify", "regenerate"]) {
      expect((await plop(line)).code).toBe(1);
    }
  });

  test("without a command, and nobody to ask for it, plop does not wait", async () => {
    const folder = await project();
    const { code, stdout, stderr } = await run({
      program: process.execPath,
      args: [installed.plop],
      cwd: folder,
      env: cleanEnvironment(),
      openInput: true,
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("give: apigroup|import|regenerate|verify|diff");
  });

  test("outside a project", async () => {
    const folder = await project();
    rmSync(join(folder, "crd-project.json"));
    const { code, stderr } = await plop("regenerate");
    expect(code).toBe(1);
    expect(stderr).toContain(`no crd-project.json in '${folder}'`);
  });

  test("an invalid crd-project.json", async () => {
    const folder = await project();
    edit(folder, "crd-project.json", (text) => text.replace('"apis"', '"apiz"'));
    const { code, stderr } = await plop("verify");
    expect(code).toBe(1);
    expect(stderr).toContain("crd-project.json:4:3 - error project/config-invalid");
    expect(stderr).toContain("did you mean 'apis'?");
    expect(stderr).toMatch(/\nCause and fix: npx crd-project explain project\/config-invalid\n$/);
  });

  test("a breaking change, with what its code means said once", async () => {
    const folder = await project();
    const crd = "config/crd/example.com_databases.yaml";
    edit(folder, types, addSize);
    expect(await plop("regenerate")).toMatchObject({ code: 0 });
    cpSync(join(folder, crd), join(folder, "base.yaml"));
    edit(folder, types, (text) => text.replace("  size?: int32;\n", ""));
    const { code, stdout, stderr } = await plop("diff ./base.yaml");
    expect(code).toBe(1);
    expect(stderr).toContain("error diff/field-removed");
    expect(stderr).not.toContain("Cause and fix");
    expect(stdout).toMatch(/^Why these are breaking:\n {2}diff\/field-removed\n/);
  });

  test("a symlink out of the project and a foreign file in the way", async () => {
    const folder = await project();
    mkdirSync(join(work, "elsewhere"));
    rmSync(join(folder, "config/crd"), { recursive: true });
    symlinkSync(join(work, "elsewhere"), join(folder, "config/crd"));
    writeFileSync(join(folder, clientset), "export const mine = 1;\n");
    const { code, stderr } = await plop("regenerate");
    expect(code).toBe(1);
    expect(stderr).toContain("file/outside-project: 'config/crd' leads out of the project");
    expect(stderr).toContain(`file/foreign: '${clientset}' is in the way`);
    expect(readdirSync(join(work, "elsewhere"))).toEqual([]);
  });

  test("types behind a symlink to nothing are an error, and what was generated from them stays", async () => {
    const folder = await project();
    rmSync(join(folder, types));
    symlinkSync("/nowhere/types.ts", join(folder, types));
    for (const line of ["regenerate", "verify", "apigroup --kind Backup"]) {
      const { code, stderr } = await plop(line);
      expect(code).toBe(1);
      expect(stderr).toContain(`file/dangling-link: '${types}' is a symlink to nothing`);
    }
    expect(existsSync(join(folder, clientset))).toBe(true);
  });

  test("the mark of an editor beside a file that is being edited is no problem", async () => {
    const folder = await project();
    symlinkSync("someone@host.123", join(folder, "src/apis/example.com/v1/.#types.ts"));
    expect(await plop("verify")).toMatchObject({ code: 0 });
  });

  test("a node_modules that is a symlink is no problem", async () => {
    const folder = await project();
    symlinkSync(join(installed.folder, "node_modules"), join(folder, "node_modules"));
    edit(folder, types, addSize);
    expect(await plop("regenerate")).toMatchObject({ code: 0 });
    expect(await plop("regenerate")).toMatchObject({ stdout: "Up to date: 15 files.\n" });
    expect(readFileSync(join(folder, ".gitignore"), "utf8")).toContain(".create-crd-project/");
  });

  test("two at once: both end well, and nothing of them stays", async () => {
    const folder = await project();
    edit(folder, types, addSize);
    const both = await Promise.all([plop("regenerate"), plop("regenerate"), plop("regenerate")]);
    expect(both.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(await plop("verify")).toMatchObject({ code: 0 });
    const rest = readdirSync(folder, { recursive: true, encoding: "utf8" });
    expect(rest.filter((path) => /crd-tmp$|\/lock/.test(path))).toEqual([]);
  });

  test.skipIf(process.getuid?.() !== 0 && process.platform === "win32")(
    "folders that cannot be written to, as a user who is not root",
    async () => {
      const folder = await project();
      edit(folder, types, addSize);
      const locked = join(folder, "config/crd");
      chmodSync(locked, 0o555);
      if (process.getuid?.() === 0) {
        // Root writes everywhere: the command runs as nobody, in a project that is open but for one folder.
        const open = (path: string): void =>
          chmodSync(path, statSync(path).isDirectory() ? 0o777 : 0o666);
        for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
          if (join(folder, path) !== locked) open(join(folder, path));
        }
        open(folder);
        for (const path of [installed.folder, work]) chmodSync(path, 0o777);
        const { code, stderr } = await run({
          program: process.execPath,
          args: [
            "--input-type=module",
            "-e",
            `process.setgid(65534); process.setuid(65534); process.argv.splice(1, 0, "plop"); await import(${JSON.stringify(installed.plop)});`,
            "regenerate",
          ],
          cwd: folder,
          env: cleanEnvironment(),
        });
        expect({ code, stderr }).toMatchObject({
          code: 1,
          stderr: expect.stringMatching(
            /^error file\/access: no permission to write 'config\/crd\/example\.com_databases\.yaml'\n {2}Correct the owner.*\n$/,
          ),
        });
      } else {
        expect((await plop("regenerate")).stderr).toContain("file/access");
      }
      chmodSync(locked, 0o755);
      expect(
        readFileSync(join(folder, "src/apis/example.com/v1/zz_generated.deepcopy.ts"), "utf8"),
      ).not.toContain("size");
    },
  );

  test("the reader of a pipe that leaves early is no error", async () => {
    const folder = await project();
    edit(folder, types, addSize);
    const { code, stderr } = await run({
      program: "sh",
      args: ["-c", `"${process.execPath}" "${installed.plop}" verify | head -1`],
      cwd: folder,
      env: cleanEnvironment(),
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  test.runIf(existsSync("/dev/full"))("output that cannot be written is told", async () => {
    const folder = await project();
    const { code, stderr } = await run({
      program: "sh",
      args: ["-c", `exec "${process.execPath}" "${installed.plop}" verify > /dev/full`],
      cwd: folder,
      env: cleanEnvironment(),
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^cannot write the output: ENOSPC.*\n$/);
  });
});

describe("crd-project", () => {
  test("explain and tags", async () => {
    const explained = await node(installed.crdProject, ["explain", "tag/unknown"]);
    expect(explained.code).toBe(0);
    expect(explained.stdout).toMatch(/^error tag\/unknown: .*\n\nCause\n {2}.*\nFix\n {2}/);
    expect(await node(installed.crdProject, ["explain", "tag/unkown"])).toMatchObject({ code: 2 });
    const tags = await node(installed.crdProject, ["tags", "+genclient", "--format", "json"]);
    expect(JSON.parse(tags.stdout)).toMatchObject({
      exitCode: 0,
      tags: { 0: { name: "genclient" } },
    });
    expect(await node(installed.crdProject, ["tags", "nothing-like-it"])).toMatchObject({
      code: 1,
      stdout: "No tag has 'nothing-like-it' in its name; all tags: npx crd-project tags\n",
    });
    expect(await node(installed.crdProject, ["tags", "+genclinet"])).toMatchObject({
      code: 1,
      stdout: "No tag has 'genclinet' in its name; did you mean '+genclient'?\n",
    });
    for (const [line, name] of [
      ["// +k8s:minLength=3", "k8s:minLength"],
      ["+k8s:validation:cel[0]:rule", "k8s:validation:*"],
      ["+kubebuilder:resource:path=dbs", "kubebuilder:resource"],
    ] as const) {
      const found = await node(installed.crdProject, ["tags", line, "--format", "json"]);
      expect(JSON.parse(found.stdout)).toMatchObject({ exitCode: 0, tags: [{ name }] });
    }
  });

  test("regenerate and verify without plop", async () => {
    const cwd = await project();
    edit(cwd, types, addSize);
    expect(await node(installed.crdProject, ["regenerate"], { cwd })).toMatchObject({ code: 0 });
    expect(await node(installed.crdProject, ["verify"], { cwd })).toMatchObject({ code: 0 });
  });
});

describe("import", () => {
  test("through plop, from a folder below the project, by paths from there", async () => {
    const folder = await project();
    const crd = {
      apiVersion: "apiextensions.k8s.io/v1",
      kind: "CustomResourceDefinition",
      metadata: { name: "queues.queues.example.org" },
      spec: {
        group: "queues.example.org",
        scope: "Namespaced",
        names: { kind: "Queue", plural: "queues" },
        versions: [
          {
            name: "v1",
            served: true,
            storage: true,
            schema: {
              openAPIV3Schema: { type: "object", properties: { spec: { type: "object" } } },
            },
          },
        ],
      },
    };
    mkdirSync(join(folder, "crds"));
    writeFileSync(join(folder, "crds/queue.yaml"), JSON.stringify(crd));
    const { code, stdout, stderr } = await plop("import queue.yaml", join(folder, "crds"));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("Imported 1 kind.");
    expect(existsSync(join(folder, "src/apis/queues.example.org/v1/types.ts"))).toBe(true);
  });
});

describe("help and version", () => {
  test.each([
    ["create-crd-project", installed.create, ["--help"]],
    ["crd-project", installed.crdProject, ["--help"]],
    ["tags", installed.crdProject, ["tags", "--help"]],
    ["explain", installed.crdProject, ["explain", "-h"]],
    ["apigroup", installed.crdProject, ["apigroup", "--help"]],
    ["import", installed.crdProject, ["import", "--help"]],
    ["regenerate", installed.crdProject, ["regenerate", "--help"]],
    ["verify", installed.crdProject, ["verify", "--help"]],
    ["envtest", installed.crdProject, ["envtest", "--help"]],
  ])("%s --help", async (name, program, args) => {
    const { code, stdout, stderr } = await node(program, args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    await expect(stdout).toMatchFileSnapshot(`help/${name}.txt`);
  });

  test("through plop, wherever the flag stands, and even beside wrong ones", async () => {
    await project();
    const { stdout } = await node(installed.crdProject, ["verify", "--help"]);
    for (const line of ["verify --help", "verify -- --help", "verify --nonsense --help"]) {
      expect(await plop(line)).toMatchObject({ code: 0, stdout });
    }
  });

  test("--version", async () => {
    await project();
    const { version } = JSON.parse(
      readFileSync(join(installed.folder, "node_modules/create-crd-project/package.json"), "utf8"),
    );
    expect((await node(installed.create, ["--version"])).stdout).toBe(`${version}\n`);
    expect((await node(installed.crdProject, ["-v"])).stdout).toBe(`${version}\n`);
    expect((await plop("regenerate --version")).stdout).toBe(`${version}\n`);
  });

  test("commands that nobody knows", async () => {
    expect(await node(installed.crdProject, [])).toMatchObject({ code: 2 });
    const { code, stderr } = await node(installed.crdProject, ["explian"]);
    expect({ code, stderr }).toMatchObject({ code: 2 });
    expect(stderr).toContain("did you mean 'explain'?");
  });
});
