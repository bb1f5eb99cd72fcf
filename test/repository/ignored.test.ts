import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { root } from "./sources.js";

it("has no case that git ignores a file of: a clone would be without it", () => {
  const listed = execFileSync(
    "git",
    [
      "ls-files",
      "--others",
      "--ignored",
      "--exclude-standard",
      "-z",
      "--",
      "test",
      "packages/*/test",
    ],
    { cwd: root, encoding: "utf8" },
  );
  expect(listed.split("\0").filter((name) => name !== "")).toEqual([]);
});
