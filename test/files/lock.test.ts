import { describe, expect, test } from "vitest";
import { acquireLock, createMemoryFiles, type LockOptions } from "../../generators/files.js";

/** A world in which time passes only by sleeping. */
function world(input: { readonly alive?: readonly number[] } = {}) {
  let time = 1_000_000;
  const files = createMemoryFiles({ now: () => time });
  const waits: (string | undefined)[] = [];
  const options = (pid: number, more: Partial<LockOptions> = {}): LockOptions => ({
    files,
    path: "cache/lock",
    pid,
    host: "here",
    token: `token-${pid}`,
    isAlive: (other) => (input.alive ?? [1, 2, 3]).includes(other),
    now: () => time,
    sleep: async (milliseconds) => {
      time += milliseconds;
    },
    waitMs: 200,
    onWait: (holder) => waits.push(holder && `${holder.pid}`),
    ...more,
  });
  return { files, options, waits, pass: (milliseconds: number) => (time += milliseconds) };
}

async function take(options: LockOptions) {
  const outcome = await acquireLock(options);
  if (outcome.kind !== "held") {
    throw new Error(`not held: ${outcome.kind}`);
  }
  return outcome.lock;
}

describe("lock", () => {
  test("is given back", async () => {
    const { options, files } = world();
    (await take(options(1))).release();
    expect([...files.contents.keys()]).toEqual([]);
    await take(options(2));
  });

  test("the second one waits, and says so once", async () => {
    const { options, waits } = world();
    const first = await take(options(1));
    let slept = 0;
    const second = options(2, {
      sleep: async () => {
        slept += 1;
        if (slept === 3) {
          first.release();
        }
      },
    });
    await take(second);
    expect(slept).toBe(3);
    expect(waits).toEqual(["1"]);
  });

  test("the second one gives up after its time and names the holder", async () => {
    const { options } = world();
    await take(options(1));
    const outcome = await acquireLock(options(2));
    expect(outcome).toMatchObject({ kind: "busy", holder: { pid: 1, host: "here" } });
  });

  test("the lock of a dead process is taken over", async () => {
    const { options, waits } = world({ alive: [2] });
    await take(options(1));
    await take(options(2));
    expect(waits).toEqual([]);
  });

  test("a process of another host is not judged by its number, only by age", async () => {
    const { options, pass } = world({ alive: [2] });
    await take(options(1, { host: "there" }));
    expect((await acquireLock(options(2))).kind).toBe("busy");
    pass(11 * 60_000);
    await take(options(2));
  });

  test("a lock without content is taken over after some seconds", async () => {
    const { options, files, pass } = world();
    files.createExclusive({ path: "cache/lock", content: "" });
    expect((await acquireLock(options(2))).kind).toBe("busy");
    pass(5_000);
    await take(options(2));
  });

  test("garbage in the lock file is no crash", async () => {
    const { options, files } = world();
    files.createExclusive({ path: "cache/lock", content: '{"pid":"x"}' });
    expect((await acquireLock(options(2))).kind).toBe("busy");
  });

  test("of two that see the same dead holder only one gets it", async () => {
    const { options, files } = world({ alive: [2, 3] });
    await take(options(1));
    // The third process looks at the dead lock, and before it removes it the second has taken it over.
    let stepped = false;
    const slow = options(3, {
      isAlive: (pid) => {
        if (!stepped) {
          stepped = true;
          files.remove("cache/lock");
          files.createExclusive({
            path: "cache/lock",
            content: JSON.stringify({ pid: 2, host: "here", token: "token-2" }),
          });
          return false;
        }
        return pid !== 1;
      },
    });
    expect((await acquireLock(slow)).kind).toBe("busy");
    expect(files.read("cache/lock")).toContain("token-2");
  });

  test("releases only its own", async () => {
    const { options, files, pass } = world();
    const first = await take(options(1));
    pass(11 * 60_000);
    await take(options(2));
    first.release();
    expect(files.read("cache/lock")).toContain("token-2");
  });

  test("says when the lock file cannot be written", async () => {
    const files = createMemoryFiles({ fault: () => "readOnly" });
    const { options } = world();
    const outcome = await acquireLock(options(1, { files }));
    expect(outcome).toMatchObject({ kind: "unavailable", error: { reason: "readOnly" } });
  });
});
