import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { temporaryFolder } from "../process/temporary-folder.js";

const program = fileURLToPath(new URL("compiled-program.ts", import.meta.url));
const repository = fileURLToPath(new URL("../..", import.meta.url));
const answer = z.object({
  isLoadedOnce: z.boolean(),
  parsed: z.unknown(),
  made: z.string().optional(),
});

/** Another process: in one, V8 knows by itself what it has compiled. */
function run(...args: readonly string[]): z.infer<typeof answer> {
  const options = { cwd: repository, encoding: "utf8" } as const;
  const text = execFileSync(process.execPath, ["--import", "tsx", program, ...args], options);
  return answer.parse(JSON.parse(text));
}

describe("the compiler with code of an earlier process", () => {
  it("is what it is without", () => {
    const path = join(temporaryFolder(), "code");
    writeFileSync(path, "");
    const first = run(path);
    expect(first).toMatchObject({
      isLoadedOnce: true,
      parsed: { errors: [], declarations: [{ name: "Database" }] },
      made: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    });
    const next = run(path, String(first.made));
    expect(next).toEqual({ isLoadedOnce: true, parsed: first.parsed });
  });

  it("takes no code of another version of it, and none that is damaged", () => {
    const path = join(temporaryFolder(), "code");
    writeFileSync(path, "");
    const first = run(path);
    expect(run(path, `${first.made}-other`)).toEqual(first);
    writeFileSync(path, "no code at all");
    expect(run(path, String(first.made))).toEqual(first);
    expect(run(path, String(first.made)).made).toBeUndefined();
  });
});
