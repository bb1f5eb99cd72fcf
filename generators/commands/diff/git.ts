import { createHash } from "node:crypto";
import type { RunChild } from "../../child.js";
import type { SourceText } from "../../import-gen/read/index.js";
import type { DefinitionPlaces } from "./places.js";

/** A file of a commit. */
export interface TrackedFile {
  /** Posix path from the project's root. */
  readonly path: string;
  /** Git's hash of its bytes. */
  readonly hash: string;
}

/** A commit of the repository that the project lies in. */
export interface Commit {
  /** The text of a file; undefined when the commit has none. */
  read(path: string): Promise<string | undefined>;
  /** The files below a folder. */
  list(folder: string): Promise<readonly TrackedFile[]>;
}

/** Opens what a name stands for: a branch, a tag, a hash, `HEAD~1`; undefined where git knows no commit of that name, or is missing. */
export async function openCommit(input: {
  readonly ref: string;
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly run: RunChild;
}): Promise<Commit | undefined> {
  const { ref, root, env, run } = input;
  const git = async (...args: readonly string[]): Promise<string | undefined> => {
    const outcome = await run({ command: "git", args, cwd: root, env, output: "keep" });
    return outcome.kind === "exited" && outcome.code === 0 ? outcome.output : undefined;
  };
  // A name cannot begin with a dash: it would be taken for a flag.
  if (ref.startsWith("-")) return undefined;
  const found = await git("rev-parse", "--verify", "--quiet", `${ref}^{commit}`);
  const commit = found?.trim();
  if (commit === undefined || commit === "") return undefined;
  return {
    read: (path) => git("cat-file", "blob", `${commit}:./${path}`),
    list: async (folder) => {
      const listing = await git("ls-tree", "-r", "-z", commit, "--", `${folder}/`);
      return (listing ?? "").split("\0").flatMap((line): readonly TrackedFile[] => {
        const [, hash, path] = /^\d+ blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
        return hash === undefined || path === undefined ? [] : [{ path, hash }];
      });
    },
  };
}

/** The texts of a project's manifests, but those that another text stands for already. */
export async function readChanged(input: {
  readonly commit: Commit;
  readonly places: DefinitionPlaces;
  readonly now: readonly SourceText[];
}): Promise<{ readonly before: readonly SourceText[]; readonly same: ReadonlySet<string> }> {
  const { commit, places, now } = input;
  const hashes = new Map(now.map(({ path, text }) => [path, blobHash(text)]));
  const files = new Map<string, string>();
  for (const folder of places.folders) {
    for (const { path, hash } of await commit.list(folder)) {
      if (places.has(path)) files.set(path, hash);
    }
  }
  const before: SourceText[] = [];
  const same = new Set<string>();
  for (const [path, hash] of files) {
    if (hashes.get(path) === hash) {
      same.add(path);
      continue;
    }
    const text = await commit.read(path);
    if (text !== undefined) before.push({ path, text });
  }
  return { before, same };
}

/** Git's hash of a file. */
function blobHash(text: string): string {
  const bytes = Buffer.from(text);
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
