import { spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createNodeFiles, type Files, FilesError, walk } from "../../generators/files.js";

let base: string;
let root: string;
let files: Files;

beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), "crd-files-")));
  root = join(base, "project");
  mkdirSync(root);
  files = createNodeFiles({ root });
});

afterEach(() => {
  rmSync(base, { recursive: true, force: true });
});

function write(path: string, content: string): void {
  files.stage({ path, content }).commit();
}

function reasonOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return error instanceof FilesError ? `${error.reason} ${error.path}` : `threw ${String(error)}`;
  }
  return "no error";
}

describe("reading", () => {
  test("an absent file and an absent folder", () => {
    expect(files.read("a/b.ts")).toBeUndefined();
    expect(files.digest("a/b.ts")).toBeUndefined();
    expect(files.list("a")).toEqual([]);
    expect(files.kind("a")).toBeUndefined();
  });

  test("a BOM, CRLF and multi-byte characters survive", () => {
    const text = "\uFEFFa\r\n\tß\u{1F600}\r\n";
    writeFileSync(join(root, "a.ts"), text);
    expect(files.read("a.ts")).toBe(text);
    write("b.ts", text);
    expect(readFileSync(join(root, "b.ts"))).toEqual(Buffer.from(text));
    expect(files.digest("b.ts")).toBe(files.digest("a.ts"));
  });

  test("bytes that are not UTF-8 are refused", () => {
    writeFileSync(join(root, "a.ts"), Buffer.from([0x61, 0xff, 0x62]));
    expect(reasonOf(() => files.read("a.ts"))).toBe("encoding a.ts");
  });

  test("a folder is no file", () => {
    mkdirSync(join(root, "a.ts"));
    expect(reasonOf(() => files.read("a.ts"))).toBe("isFolder a.ts");
  });

  test("lists sorted by name with kinds", () => {
    write("b/c.ts", "");
    write("a.ts", "");
    symlinkSync("a.ts", join(root, "link.ts"));
    symlinkSync("nowhere", join(root, "dangling"));
    expect(files.list("")).toEqual([
      { name: "a.ts", kind: "file", isLink: false },
      { name: "b", kind: "folder", isLink: false },
      { name: "dangling", kind: "other", isLink: true },
      { name: "link.ts", kind: "file", isLink: true },
    ]);
  });
});

describe("paths", () => {
  test.each(["../a", "a/../../b", "/etc/passwd", "a//b", "./a", "a\\b", "C:/a", "a\0b"])(
    "%j is refused",
    (path) => {
      expect(reasonOf(() => files.read(path))).toBe(`outside ${path}`);
      expect(reasonOf(() => files.stage({ path, content: "" }))).toBe(`outside ${path}`);
      expect(reasonOf(() => files.remove(path))).toBe(`outside ${path}`);
    },
  );

  test("a symlinked file that leads out is refused and not touched", () => {
    writeFileSync(join(base, "outside.ts"), "theirs");
    symlinkSync("../outside.ts", join(root, "a.ts"));
    expect(reasonOf(() => files.read("a.ts"))).toBe("outside a.ts");
    expect(reasonOf(() => write("a.ts", "ours"))).toBe("outside a.ts");
    expect(readFileSync(join(base, "outside.ts"), "utf8")).toBe("theirs");
  });

  test("a symlinked folder that leads out is refused, whatever lies below it", () => {
    mkdirSync(join(base, "elsewhere"));
    symlinkSync("../elsewhere", join(root, "src"));
    expect(reasonOf(() => write("src/deep/a.ts", "ours"))).toBe("outside src");
    expect(reasonOf(() => files.list("src"))).toBe("outside src");
    expect(reasonOf(() => files.createExclusive({ path: "src/a", content: "" }))).toBe(
      "outside src",
    );
    expect(readdirSync(join(base, "elsewhere"))).toEqual([]);
  });

  test("a folder whose name begins like the root's is outside", () => {
    mkdirSync(`${root}-2`);
    symlinkSync("../project-2", join(root, "src"));
    expect(reasonOf(() => files.list("src"))).toBe("outside src");
  });

  test("symlinks inside the project are followed, and stay links", () => {
    write("real/a.ts", "old");
    symlinkSync("real", join(root, "linked"));
    symlinkSync("real/a.ts", join(root, "a.ts"));
    write("a.ts", "new");
    expect(files.read("linked/a.ts")).toBe("new");
    expect(readdirSync(root, { withFileTypes: true }).find((e) => e.name === "a.ts")).toSatisfy(
      (entry: { isSymbolicLink(): boolean }) => entry.isSymbolicLink(),
    );
  });

  test("a link to nothing is an absent file, and a write replaces the link", () => {
    symlinkSync("../nowhere.ts", join(root, "a.ts"));
    expect(files.read("a.ts")).toBeUndefined();
    write("a.ts", "x");
    expect(files.read("a.ts")).toBe("x");
    expect(readdirSync(base)).toEqual(["project"]);
  });

  test("links in a circle end", () => {
    write("a/x.ts", "");
    symlinkSync("..", join(root, "a/up"));
    symlinkSync(".", join(root, "a/self"));
    const paths = walk({ files, folder: "a" });
    expect(paths).toContain("a/x.ts");
    expect(paths.length).toBeLessThan(10);
  });
});

describe("writing", () => {
  test("nothing is visible before commit, and nothing is left after it", () => {
    write("a.ts", "old");
    const staged = files.stage({ path: "a.ts", content: "new" });
    expect(files.read("a.ts")).toBe("old");
    staged.commit();
    expect(files.read("a.ts")).toBe("new");
    expect(readdirSync(root)).toEqual(["a.ts"]);
  });

  test("discard leaves nothing", () => {
    files.stage({ path: "a.ts", content: "new" }).discard();
    expect(readdirSync(root)).toEqual([]);
  });

  test("the mode of an existing file is kept", () => {
    write("run.sh", "old");
    chmodSync(join(root, "run.sh"), 0o751);
    write("run.sh", "new");
    expect(statSync(join(root, "run.sh")).mode & 0o777).toBe(0o751);
  });

  test("the root is made when it is missing", () => {
    const fresh = createNodeFiles({ root: join(base, "x/y") });
    fresh.stage({ path: "src/a.ts", content: "a" }).commit();
    expect(readFileSync(join(base, "x/y/src/a.ts"), "utf8")).toBe("a");
  });

  test("a staged file of a dead process with our number is no obstacle", () => {
    writeFileSync(join(root, ".77-1.crd-tmp"), "rest");
    const reused = createNodeFiles({ root, pid: 77 });
    reused.stage({ path: "a.ts", content: "a" }).commit();
    expect(readdirSync(root)).toEqual(["a.ts"]);
  });

  test("a folder in the way of a file, and a file in the way of a folder", () => {
    mkdirSync(join(root, "a.ts"));
    writeFileSync(join(root, "src"), "");
    expect(reasonOf(() => write("a.ts", ""))).toBe("isFolder a.ts");
    expect(reasonOf(() => write("src/a.ts", ""))).toBe("notFolder src/a.ts");
    expect(reasonOf(() => files.remove("a.ts"))).toBe("isFolder a.ts");
    expect(readdirSync(root).sort()).toEqual(["a.ts", "src"]);
  });

  test("createExclusive creates once", () => {
    expect(files.createExclusive({ path: "deep/lock", content: "1" })).toBe(true);
    expect(files.createExclusive({ path: "deep/lock", content: "2" })).toBe(false);
    expect(files.read("deep/lock")).toBe("1");
  });

  test.skipIf(process.platform === "win32")(
    "createExclusive leaves nothing where the file cannot be filled",
    () => {
      const module = new URL("../../generators/files.ts", import.meta.url).href;
      const script = `
        import { createNodeFiles } from ${JSON.stringify(module)};
        const files = createNodeFiles({ root: ${JSON.stringify(root)} });
        try {
          files.createExclusive({ path: "deep/lock", content: "1" });
        } catch ({ reason }) {
          console.log(reason);
        }`;
      // No file may grow, as on a disk that is full.
      const limited = 'ulimit -f 0; exec "$0" --import tsx --input-type=module -e "$1"';
      const { stdout } = spawnSync("sh", ["-c", limited, process.execPath, script], {
        cwd: fileURLToPath(new URL("../..", import.meta.url)),
        encoding: "utf8",
        env: { ...process.env, TSX_DISABLE_CACHE: "1" },
      });
      expect(stdout).toBe("other\n");
      expect(readdirSync(join(root, "deep"))).toEqual([]);
    },
  );

  test("only empty folders are removed", () => {
    write("a/b.ts", "");
    expect(files.removeEmptyFolder("a")).toBe(false);
    files.remove("a/b.ts");
    files.remove("a/b.ts");
    expect(files.removeEmptyFolder("a")).toBe(true);
    expect(files.removeEmptyFolder("a")).toBe(false);
  });

  test("a folder without write permission", () => {
    mkdirSync(join(root, "src"));
    mkdirSync(join(root, "open"));
    for (const [folder, mode] of [
      [base, 0o755],
      [join(root, "src"), 0o555],
      [join(root, "open"), 0o777],
    ] as const)
      chmodSync(folder, mode);
    withoutPrivileges(() => {
      expect(reasonOf(() => write("src/a.ts", ""))).toBe("access src/a.ts");
      write("open/a.ts", "");
    });
    expect(files.read("open/a.ts")).toBe("");
  });
});

/** Permissions do not hold for root, as whom tests in containers run. */
function withoutPrivileges(action: () => void): void {
  const nobody = 65_534;
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(nobody);
  try {
    action();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}
