import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  archiveOf,
  programsOf,
  startMirror,
} from "../../packages/crd-testing/test/envtest/binaries/mirror.js";
import { type Finished, run } from "../process/run.js";
import { temporaryFolder } from "../process/temporary-folder.js";
import { openTerminal } from "../pty/terminal.js";
import { cleanEnvironment, installPackages } from "./installed.js";

const installed = installPackages();

interface Home {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly binDirectory: string;
}

/** A home with nothing in it. */
function emptyHome(): Home {
  const folder = temporaryFolder();
  const env = cleanEnvironment({ HOME: folder, XDG_CACHE_HOME: join(folder, "cache") });
  return { folder, env, binDirectory: join(folder, "bin") };
}

function envtest(
  home: Home,
  args: readonly string[],
  program = installed.create,
): Promise<Finished> {
  return run({
    program: process.execPath,
    args: [program, "envtest", ...args, "--bin-dir", home.binDirectory],
    cwd: home.folder,
    env: home.env,
  });
}

async function mirrorOf(version: string) {
  return await startMirror({ archives: { [version]: await archiveOf(programsOf(version)) } });
}

test("downloads, says what it does on standard error, and prints the folder alone on standard output", async () => {
  const home = emptyHome();
  const { indexUrl } = await mirrorOf("1.36.2");
  const used = await envtest(home, ["use", "--index", indexUrl]);
  expect(used).toMatchObject({ code: 0 });
  const [name = ""] = readdirSync(join(home.binDirectory, "k8s"));
  const folder = join(home.binDirectory, "k8s", name);
  expect(used.stdout).toBe(`${folder}\n`);
  expect(used.stderr).toBe(
    `downloading ${new URL("/archives/1.36.2.tar.gz", indexUrl)}\nchecksum verified; extracting\n`,
  );
  expect(await envtest(home, ["path", "1.36.x"], installed.crdProject)).toEqual({
    code: 0,
    stdout: `${folder}\n`,
    stderr: "",
  });
  const list = await envtest(home, ["list", "-i", "--format", "json"]);
  const platform = name.slice("1.36.2-".length);
  expect(JSON.parse(list.stdout)).toEqual({
    command: "envtest",
    exitCode: 0,
    diagnostics: [],
    versions: [{ version: "1.36.2", platform, path: folder }],
  });
  const { indexUrl: newer } = await mirrorOf("1.37.0");
  expect((await envtest(home, ["list", "--index", newer])).stdout).toBe(
    `  1.37.0  ${platform}  available\n  1.36.2  ${platform}  installed  ${folder}\n`,
  );
});

test("tells what is wrong by its exit code", async () => {
  const home = emptyHome();
  const { indexUrl } = await mirrorOf("1.36.2");
  const code = async (...args: readonly string[]) => (await envtest(home, args)).code;
  expect(await code()).toBe(2);
  expect(await code("fetch")).toBe(2);
  expect(await code("use", "soon")).toBe(2);
  expect(await code("use", "1.99.0", "--index", indexUrl)).toBe(1);
  expect(await code("path")).toBe(1);
  expect(existsSync(home.binDirectory)).toBe(false);
});

test.each(["SIGINT", "SIGTERM", "SIGKILL"] as const)(
  "leaves nothing of a download when %s ends it; of the last, with the next call",
  async (signal) => {
    const home = emptyHome();
    const archive = await archiveOf(programsOf("1.36.2"));
    let isSlow = true;
    const child: { kill?: () => void } = {};
    const { indexUrl } = await startMirror({
      archives: { "1.36.2": archive },
      answer: (request, response) => {
        if (!isSlow || !request.url?.startsWith("/archives/")) return false;
        response.writeHead(200, { "content-length": archive.length });
        response.write(archive.subarray(0, 10), () => child.kill?.());
        return true;
      },
    });
    const args = ["envtest", "use", "--index", indexUrl, "--bin-dir", home.binDirectory];
    const running = spawn(process.execPath, [installed.create, ...args], {
      env: { ...home.env },
      stdio: "ignore",
    });
    child.kill = () => running.kill(signal);
    const ended = await new Promise((resolve) =>
      running.once("exit", (_code, how) => resolve(how)),
    );
    expect(ended).toBe(signal);
    const work = join(home.binDirectory, ".create-crd-project");
    expect(readdirSync(join(home.binDirectory, "k8s"))).toEqual([]);
    if (signal !== "SIGKILL") expect(readdirSync(work)).toEqual([]);
    isSlow = false;
    expect((await envtest(home, ["use", "--index", indexUrl])).code).toBe(0);
    expect(readdirSync(work)).toEqual([]);
  },
);

test("shows on a terminal how far a download is, and takes it away when it is done", async () => {
  const home = emptyHome();
  const { indexUrl } = await mirrorOf("1.36.2");
  const args = ["envtest", "use", "--index", indexUrl, "--bin-dir", home.binDirectory];
  const terminal = openTerminal({
    program: process.execPath,
    args: [installed.create, ...args],
    cwd: home.folder,
    env: home.env,
  });
  expect(await terminal.ended).toBe(0);
  expect(terminal.output()).toContain("\r\u001b[K  100 % of 1 MB\r\u001b[Kchecksum verified");
});

test("a project in a directory of that name is asked for by its path", async () => {
  const { code, stderr } = await run({
    program: process.execPath,
    args: [installed.create, "./envtest", "--yes", "--dry-run"],
    cwd: temporaryFolder(),
    env: cleanEnvironment(),
  });
  expect({ code, stderr }).toMatchObject({ code: 0 });
});
