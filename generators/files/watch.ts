import { type FSWatcher, watch } from "node:fs";
import { join } from "node:path";
import { joinPath } from "./paths.js";

/** Hears of changes in folders. */
export interface FolderWatcher {
  /** Watches these folders, posix paths from the root, and no others. */
  watch(folders: readonly string[]): void;
  close(): void;
}

/**
 * Starts to hear of changes below a root. `onChange` gets the path of what may have changed; undefined when that is not
 * known, and something may have been missed.
 */
export type MakeWatcher = (input: {
  readonly root: string;
  readonly onChange: (path: string | undefined) => void;
  /** Told once when the system has no more watches to give: then changes are looked for every second. */
  readonly onPolling: () => void;
}) => FolderWatcher;

const pollMs = 1000;

/**
 * One `fs.watch` for each folder, and never a recursive one: on Linux that opens a watch for each file, dies of files
 * that go while it looks (nodejs/node#52018) and tells of siblings that have not changed (#58868).
 */
export const watchFolders: MakeWatcher = ({ root, onChange, onPolling }) => {
  const watchers = new Map<string, FSWatcher>();
  let poll: NodeJS.Timeout | undefined;
  const close = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  /** A folder that takes the place of another has to be watched anew, with those in it. */
  const replaced = (folder: string): void => {
    if (!watchers.has(folder)) return;
    for (const other of watchers.keys()) {
      if (other === folder || other.startsWith(`${folder}/`)) close(other);
    }
  };
  const lost = (folder: string, error: unknown): void => {
    close(folder);
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    // ENOSPC is about watches here, not about the disk. A folder that has gone is told of by the one above.
    if ((code === "ENOSPC" || code === "EMFILE" || code === "ENFILE") && poll === undefined) {
      poll = setInterval(() => onChange(undefined), pollMs);
      onPolling();
    }
    onChange(folder);
  };
  const open = (folder: string): void => {
    try {
      const watcher = watch(join(root, folder), (event, name) => {
        const path = name === null ? undefined : joinPath(folder, name);
        if (event === "rename" && path !== undefined) replaced(path);
        onChange(path);
      });
      watcher.on("error", (error) => lost(folder, error));
      watchers.set(folder, watcher);
    } catch (error) {
      lost(folder, error);
    }
  };
  return {
    watch: (folders) => {
      const wanted = new Set(folders);
      for (const folder of watchers.keys()) if (!wanted.has(folder)) close(folder);
      for (const folder of wanted) if (!watchers.has(folder)) open(folder);
    },
    close: () => {
      for (const folder of watchers.keys()) close(folder);
      clearInterval(poll);
    },
  };
};
