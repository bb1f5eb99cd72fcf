import { homedir, userInfo } from "node:os";
import { expect, it } from "vitest";
import { listFiles, readText, root } from "./sources.js";

/** Text that belongs to one machine or one network, and not into a repository. */
const patterns: readonly RegExp[] = [
  new RegExp(literal(root.replace(/\/$/, ""))),
  new RegExp(`${literal(homedir())}/`),
  new RegExp(`/(home|Users)/${literal(userInfo().username)}/`),
  /\bregistry\.(npmjs|yarnpkg|npmmirror)\.\w+/,
  // npm writes the registry's host into a lockfile unless .npmrc says otherwise.
  /"resolved":\s*"https?:/,
];

it("names no path of this machine and no registry's host in a tracked file", () => {
  const files = listFiles(/\.(ts|js|mjs|cjs|json|ya?ml|md|hbs|txt|sh|npmrc)$|^\.ci\/run$|\.npmrc$/);
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((file) =>
    readText(file)
      .split("\n")
      .flatMap((line, index) =>
        patterns.some((pattern) => pattern.test(line))
          ? [`${file}:${index + 1} ${line.trim()}`]
          : [],
      ),
  );
  expect(found).toEqual([]);
});

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
