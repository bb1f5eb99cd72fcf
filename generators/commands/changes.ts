import { type FolderWatcher, isTemporary, nameOf, type RememberedFiles } from "../files.js";
import { configFile } from "../plan/config-file.js";
import type { WatchEnvironment } from "./watch.js";
import type { WatchedFolders } from "./watched-folders.js";

/** A save is over when nothing has come for so long. */
const quietMs = 15;
/** Saves that go on and on are looked at in between. */
const longestMs = 250;
const idleMs = 1000;

/** Changes since the last run, gathered until they are over. */
export class Changes {
  readonly #files: RememberedFiles;
  readonly #environment: WatchEnvironment;
  readonly #watcher: FolderWatcher;
  readonly #paths = new Set<string | undefined>();
  #roots: readonly string[] = [];
  #single: readonly string[] = [];
  #wake: () => void = () => undefined;
  #isChecked = false;
  #idle: Promise<void> | undefined;

  constructor(input: { readonly files: RememberedFiles; readonly watch: WatchEnvironment }) {
    const { files, watch } = input;
    this.#files = files;
    this.#environment = watch;
    watch.stop.addEventListener("abort", () => this.#wake());
    this.#watcher = watch.makeWatcher({
      root: files.root,
      onChange: (path) => {
        this.#paths.add(path);
        this.#wake();
      },
      onPolling: () =>
        watch.show({
          diagnostics: [],
          text: [
            "The system has no more watches to give (fs.inotify.max_user_watches): changes are looked for every second.",
          ],
        }),
    });
  }

  watch({ roots, files, folders }: WatchedFolders): void {
    this.#roots = roots;
    this.#single = files;
    this.#watcher.watch(folders);
  }

  close(): void {
    this.#watcher.close();
  }

  /**
   * Resolves when something that matters has changed and come to rest, with what that is, or when the watch is stopped. Once
   * after each change, and whenever it is not known what has changed, undefined is the answer: then all is looked at.
   */
  async next(): Promise<readonly string[] | undefined> {
    const { stop, wait } = this.#environment;
    const changed = new Set<string | undefined>();
    while (!stop.aborted) {
      if (this.#take(changed)) {
        for (let waited = 0; waited < longestMs && !stop.aborted; waited += quietMs) {
          await wait(quietMs);
          if (!this.#take(changed)) break;
        }
        this.#isChecked = false;
        const known = [...changed].filter((path) => path !== undefined);
        return known.length < changed.size ? undefined : known;
      }
      const woken = new Promise<void>((resolve) => {
        this.#wake = resolve;
        if (this.#paths.size > 0 || stop.aborted) resolve();
      });
      if (this.#isChecked) {
        await woken;
        continue;
      }
      // Events may be lost: when all is quiet, what is on disk is compared once.
      this.#idle ??= wait(idleMs).then(() => {
        this.#idle = undefined;
      });
      await Promise.race([woken, this.#idle]);
      if (this.#paths.size > 0) continue;
      this.#isChecked = true;
      return undefined;
    }
    return undefined;
  }

  /** Whether something that matters has changed since it was last asked, or is still being written. */
  #take(changed: Set<string | undefined>): boolean {
    const paths = [...this.#paths].filter((path) => this.#matters(path));
    this.#paths.clear();
    for (const path of paths) {
      changed.add(path);
      // An editor that empties a file before it writes is in the middle of that.
      if (this.#isEmpty(path)) this.#paths.add(path);
    }
    return paths.length > 0;
  }

  #matters(path: string | undefined): boolean {
    if (path === undefined || path === configFile) return true;
    if (isTemporary(nameOf(path)) || this.#files.isOwn(path)) return false;
    // Beside the folders of the project stand others.
    return [...this.#roots, ...this.#single].some(
      (root) => path === root || path.startsWith(`${root}/`) || root.startsWith(`${path}/`),
    );
  }

  #isEmpty(path: string | undefined): boolean {
    try {
      return path?.endsWith(".ts") === true && this.#files.stat(path)?.size === 0;
    } catch {
      return false;
    }
  }
}
