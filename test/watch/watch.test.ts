import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { createPaint } from "../../generators/commands/paint.js";
import type { Report } from "../../generators/commands/report.js";
import { watchCommand } from "../../generators/commands/watch.js";
import { createMemoryFiles, type MemoryFiles } from "../../generators/files.js";
import { parseArguments } from "../../generators/options/flags.js";
import { loadTool } from "../../generators/tool.js";
import { controller, ProjectEditor } from "./project-editor.js";

/** A watch over a project in memory, whose events come from the test. */
function watching(input: { readonly files: MemoryFiles; readonly args?: readonly string[] }) {
  const { files, args = [] } = input;
  const stop = new AbortController();
  const shown: string[] = [];
  let tell: (path: string | undefined) => void = () => undefined;
  let folders: readonly string[] = [];
  let isClosed = false;
  const heard: (() => void)[] = [];
  const { flags } = parseArguments({ command: "regenerate", args: ["--watch", ...args] });
  const done = watchCommand({
    flags,
    files,
    openFiles: () => files,
    env: {},
    tool: loadTool(),
    paint: createPaint({ color: false }),
    say: (line) => shown.push(line),
    lock: {
      pid: 1,
      host: "here",
      token: "token",
      isAlive: () => false,
      now: () => 0,
      sleep: async () => {},
      waitMs: 0,
    },
    watch: {
      makeWatcher: ({ onChange }) => {
        tell = onChange;
        return {
          watch: (wanted) => {
            folders = wanted;
          },
          close: () => {
            isClosed = true;
          },
        };
      },
      stop: stop.signal,
      // Quiet at once; what waits for idleness waits for the end of the test.
      wait: (milliseconds) =>
        milliseconds < 1000
          ? sleep(0)
          : new Promise((resolve) => stop.signal.addEventListener("abort", () => resolve())),
      time: () => new Date(2026, 0, 2, 3, 4, 5),
      show: ({ diagnostics, text }: Pick<Report, "diagnostics" | "text">) => {
        shown.push(...diagnostics.map(({ code }) => code), ...text);
        if (text.some((line) => line.includes("Watching for"))) heard.shift()?.();
      },
    },
  });
  /** Resolves with what was said until the end of the next run. */
  const next = async (): Promise<readonly string[]> => {
    await new Promise<void>((resolve) => heard.push(resolve));
    return shown.splice(0);
  };
  return {
    done,
    next,
    tell: (path: string | undefined) => tell(path),
    stop: (code: number) => stop.abort(code),
    folders: () => folders,
    isClosed: () => isClosed,
    shown,
  };
}

const found = (number: number) =>
  `[03:04:05] Found ${number} error${number === 1 ? "" : "s"}. Watching for file changes.`;
const changed = "[03:04:05] File change detected. Starting incremental compilation...";

test("a run at the start, and one after a save; Ctrl-C ends it with 130", async () => {
  const files = createMemoryFiles();
  const editor = new ProjectEditor({ files, seed: 1 });
  const watch = watching({ files });
  const first = await watch.next();
  expect(first[0]).toBe("[03:04:05] Starting compilation in watch mode...");
  expect(first.at(-1)).toBe(found(0));
  const path = editor.addMember("beta.io/v1");
  const heard = watch.next();
  watch.tell(path);
  const second = await heard;
  expect(second[0]).toBe(changed);
  expect(second).toContain("  update  src/client/applyconfigurations/beta.io/v1.ts");
  expect(second.at(-1)).toBe(found(0));
  expect(watch.folders()).toEqual(
    expect.arrayContaining(["", "src", "src/apis", "src/apis/beta.io/v1", "config/crd"]),
  );
  watch.stop(130);
  expect(await watch.done).toMatchObject({ exitCode: 130, diagnostics: [], text: [] });
  expect(watch.isClosed()).toBe(true);
  expect(files.kind("node_modules/.cache/create-crd-project/lock")).toBeUndefined();
});

test("an error is shown, and the next good save recovers", async () => {
  const files = createMemoryFiles();
  const editor = new ProjectEditor({ files, seed: 1 });
  const watch = watching({ files });
  await watch.next();
  const path = editor.addMember("beta.io/v1");
  const good = files.read(path) ?? "";
  const save = async (content: string): Promise<readonly string[]> => {
    files.stage({ path, content }).commit();
    const heard = watch.next();
    watch.tell(path);
    return await heard;
  };
  const bad = await save(good.slice(0, -10));
  expect(bad).toContain("type/syntax");
  expect(bad).toContain("Nothing was written.");
  expect(bad.at(-1)).toMatch(/Found [1-9]\d* errors?\. Watching/);
  const recovered = await save(good);
  expect(recovered.at(-1)).toBe(found(0));
  expect(recovered).toContain("  update  src/client/applyconfigurations/beta.io/v1.ts");
  watch.stop(143);
  expect(await watch.done).toMatchObject({ exitCode: 143 });
});

test("own writes, temporary files and other folders start nothing; a deleted file comes back", async () => {
  const files = createMemoryFiles();
  const editor = new ProjectEditor({ files, seed: 1 });
  const watch = watching({ files });
  await watch.next();
  const own = "src/client/clientset/beta.io/v1.ts";
  for (const path of [own, "src/client/clientset/.1-2.crd-tmp", "src/main.ts", "README.md"]) {
    watch.tell(path);
  }
  // Whatever these had started would be told before this.
  const path = editor.addMember("gamma.example.com/v2");
  const heard = watch.next();
  watch.tell(path);
  expect((await heard).filter((line) => line === changed)).toHaveLength(1);
  files.remove(own);
  const again = watch.next();
  watch.tell(own);
  expect(await again).toContain(`  create  ${own}`);
  watch.stop(130);
  await watch.done;
});

test.each([
  [["--fix"], "flag '--watch' cannot go with --fix"],
  [["--format", "json"], "flag '--watch' cannot go with --format json"],
  [["--format", "sarif"], "flag '--watch' cannot go with --format sarif"],
])("is refused with %j", async (args, message) => {
  const report = await watching({ files: createMemoryFiles(), args }).done;
  expect(report).toMatchObject({ exitCode: 2, diagnostics: [{ message }] });
});

test("--dry-run writes nothing", async () => {
  const files = createMemoryFiles();
  new ProjectEditor({ files, seed: 1 });
  const watch = watching({ files, args: ["--dry-run"] });
  expect(await watch.next()).toContainEqual(expect.stringContaining("Nothing was written"));
  watch.stop(130);
  await watch.done;
  expect(files.kind("src/client")).toBeUndefined();
});

test("a marker in a controller changes the role", async () => {
  const files = createMemoryFiles();
  new ProjectEditor({ files, seed: 1 });
  const watch = watching({ files });
  await watch.next();
  const save = async (verb: string): Promise<readonly string[]> => {
    const text = `// +kubebuilder:rbac:groups=apps,resources=deployments,verbs=${verb}\nexport {};\n`;
    files.stage({ path: controller, content: text }).commit();
    const heard = watch.next();
    watch.tell(controller);
    return await heard;
  };
  expect(await save("get")).toContain("  create  config/rbac/role.yaml");
  expect(await save("list")).toContain("  update  config/rbac/role.yaml");
  expect(files.read("config/rbac/role.yaml")).toContain("  - list\n");
  watch.stop(130);
  await watch.done;
});

test("files that the settings name are looked after, wherever they are", async () => {
  const files = createMemoryFiles();
  new ProjectEditor({ files, seed: 1 });
  const write = (path: string, content: string) => files.stage({ path, content }).commit();
  const settings: unknown = JSON.parse(files.read("crd-project.json") ?? "");
  const generators = ["default", "zod-gen"];
  const crd = { headerFile: "legal/header.txt" };
  write("crd-project.json", JSON.stringify(Object.assign({}, settings, { generators, crd })));
  write("legal/header.txt", "# Ours\n");
  write("package.json", "{}");
  const watch = watching({ files });
  expect(await watch.next()).toContain("project/missing-dependency");
  expect(watch.folders()).toContain("legal");
  const save = async (path: string, content: string): Promise<readonly string[]> => {
    write(path, content);
    const heard = watch.next();
    watch.tell(path);
    return await heard;
  };
  const installed = await save("package.json", '{ "dependencies": { "zod": "4" } }');
  expect(installed.at(-1)).toBe(found(0));
  const other = await save("legal/header.txt", "# Theirs\n");
  expect(other).toContainEqual(expect.stringMatching(/^ {2}update {2}config\/crd\/.*\.yaml$/));
  watch.stop(130);
  await watch.done;
});
