import { FilesError } from "./error.js";
import type { Files } from "./port.js";

/** A lock that is held. */
export interface Lock {
  /** Gives it back. Never throws: a lock that stays is taken over once its process is gone. */
  release(): void;
}

/** Who holds a lock, as the file says. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  readonly token: string;
}

export type LockOutcome =
  | { readonly kind: "held"; readonly lock: Lock }
  /** Somebody else had it for the whole waiting time. */
  | { readonly kind: "busy"; readonly holder: LockHolder | undefined }
  /** The lock file cannot be written. */
  | { readonly kind: "unavailable"; readonly error: FilesError };

/** The process and its surroundings; tests give their own. */
export interface LockOptions {
  readonly files: Files;
  /** Posix path of the lock file. */
  readonly path: string;
  readonly pid: number;
  readonly host: string;
  /** Unique among all processes that ever want the lock. */
  readonly token: string;
  readonly isAlive: (pid: number) => boolean;
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Milliseconds to wait for another holder. */
  readonly waitMs: number;
  /** Called once, before waiting. */
  readonly onWait?: (holder: LockHolder | undefined) => void;
}

/** Milliseconds after which a lock is stale whoever holds it: no run takes that long. */
const staleAfterMs = 10 * 60_000;

/**
 * Takes the lock, waiting for another holder. A holder that is dead (on this host), or older than ten minutes,
 * is taken over; of two that see the same dead holder, one wins.
 */
export async function acquireLock(options: LockOptions): Promise<LockOutcome> {
  const deadline = options.now() + options.waitMs;
  for (let attempt = 0; ; attempt += 1) {
    let holder: LockHolder | undefined;
    try {
      if (create(options)) {
        return { kind: "held", lock: { release: () => release(options) } };
      }
      holder = readHolder(options);
      if (isStale({ options, holder }) && takeAway({ options, holder })) {
        continue;
      }
    } catch (error) {
      if (error instanceof FilesError) {
        return { kind: "unavailable", error };
      }
      throw error;
    }
    if (attempt === 0) {
      options.onWait?.(holder);
    }
    if (options.now() >= deadline) {
      return { kind: "busy", holder };
    }
    await options.sleep(Math.min(50, Math.max(1, deadline - options.now())));
  }
}

function create(options: LockOptions): boolean {
  const { files, path, pid, host, token } = options;
  return files.createExclusive({ path, content: `${JSON.stringify({ pid, host, token })}\n` });
}

function release(options: LockOptions): void {
  try {
    // Only our own: after ten minutes somebody may have taken it over.
    if (readHolder(options)?.token === options.token) {
      options.files.remove(options.path);
    }
  } catch (error) {
    if (!(error instanceof FilesError)) {
      throw error;
    }
  }
}

/** The holder; undefined when the lock is gone, or its content is not (or not yet) whole. */
function readHolder(options: LockOptions): LockHolder | undefined {
  try {
    const value: unknown = JSON.parse(options.files.read(options.path) ?? "null");
    return isHolder(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}

function isHolder(value: unknown): value is LockHolder {
  return (
    typeof value === "object" &&
    value !== null &&
    "pid" in value &&
    typeof value.pid === "number" &&
    "host" in value &&
    typeof value.host === "string" &&
    "token" in value &&
    typeof value.token === "string"
  );
}

function isStale(input: {
  readonly options: LockOptions;
  readonly holder: LockHolder | undefined;
}): boolean {
  const { options, holder } = input;
  const modifiedMs = options.files.stat(options.path)?.modifiedMs;
  if (modifiedMs === undefined) {
    return false;
  }
  const age = options.now() - modifiedMs;
  if (holder === undefined) {
    // Created, and its process died before the content was there; a living one writes at once.
    return age > 5_000;
  }
  return age > staleAfterMs || (holder.host === options.host && !options.isAlive(holder.pid));
}

/**
 * Removes a stale lock. A second file, exclusive as well, lets one process at a time do it, and that one looks
 * again: the lock that another has just taken is never removed.
 */
function takeAway(input: {
  readonly options: LockOptions;
  readonly holder: LockHolder | undefined;
}): boolean {
  const { options, holder } = input;
  const guard = `${options.path}.${holder?.token ?? "empty"}`;
  if (!options.files.createExclusive({ path: guard, content: "" })) {
    return false;
  }
  try {
    const again = readHolder(options);
    if (again?.token === holder?.token && isStale({ options, holder: again })) {
      options.files.remove(options.path);
    }
    return true;
  } finally {
    options.files.remove(guard);
  }
}
