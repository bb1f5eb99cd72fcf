import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { errorCode } from "./errors.js";
import { onExit } from "./on-exit.js";
import { identify, isAlive, processIdentity } from "./process-identity.js";

const retryMs = 200;

/**
 * Runs an action while no other process holds the lock file. The lock of a dead process is taken over.
 *
 * The lock only saves doing the work twice: what the action publishes must be safe without it (an atomic rename).
 */
export async function withLock<T>(input: {
  readonly file: string;
  /** Called once, when another process holds the lock. */
  readonly onWait: (pid: number) => void;
  readonly action: () => Promise<T>;
}): Promise<T> {
  const own = JSON.stringify(identify(process.pid));
  let waited = false;
  while (!acquire(input.file, own)) {
    const holder = readHolder(input.file);
    if (holder.state === "dead") takeAway(input.file, holder.text);
    else if (holder.state === "alive" && !waited) {
      waited = true;
      input.onWait(holder.pid);
    }
    if (holder.state !== "dead") await delay(retryMs);
  }
  const release = (): void => takeAway(input.file, own);
  const forgetExit = onExit(release);
  try {
    return await input.action();
  } finally {
    forgetExit();
    release();
  }
}

/** The lock appears with its content: a file that is written first and linked to its name, which fails when it exists. */
function acquire(file: string, own: string): boolean {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, own);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

type Holder =
  | { readonly state: "alive"; readonly pid: number }
  | { readonly state: "dead"; readonly text: string }
  | { readonly state: "gone" };

function readHolder(file: string): Holder {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return { state: "gone" };
    throw error;
  }
  const holder = processIdentity.safeParse(parseJson(text));
  if (holder.success && isAlive(holder.data)) return { state: "alive", pid: holder.data.pid };
  return { state: "dead", text };
}

/** Removes the lock if it still is the one that was read; another's, taken by accident, is put back. */
function takeAway(file: string, text: string): void {
  const aside = `${file}.${process.pid}.aside`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return;
    throw error;
  }
  if (readFileSync(aside, "utf8") !== text) {
    try {
      linkSync(aside, file);
    } catch (error) {
      if (errorCode(error) !== "EEXIST") throw error;
    }
  }
  rmSync(aside, { force: true });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
