import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { build } from "../registry/packages.js";
import { expectedOf, goldenCases } from "./case.js";
import {
  type Compiler,
  compile,
  importOfAllExports,
  type Resolution,
  writeSettings,
} from "./compilers.js";
import { lint, notFollowed } from "./lint.js";
import { type WrittenProjects, writeProjects } from "./projects.js";

let projects: WrittenProjects;
beforeAll(async () => {
  const [written] = await Promise.all([writeProjects(), build()]);
  projects = written;
  writeFileSync(join(written.folder, "exports.ts"), importOfAllExports());
  writeFileSync(join(written.folder, "wrong.ts"), wrong);
  return written.remove;
});

/** A mistake for the compilers, which report such as these last, and one for the linter: who finds none looks at nothing. */
const wrong = "export const inferred = [1].map(String);\nexport const all: any = 1;\n";
const inferred =
  "wrong.ts(1,14): error TS9010: Variable must have an explicit type annotation with --isolatedDeclarations.";

/** Whether a user's own code says all its types is not ours to judge. */
const ofInputs = /error TS90\d\d:/;

async function problemsOf(input: {
  readonly compiler: Compiler;
  readonly resolution: Resolution;
}): Promise<readonly string[]> {
  const { folder, generated } = projects;
  const problems = await compile({ ...input, folder, include: "**/*.ts" });
  return problems.filter((problem) => {
    const [path = ""] = problem.split("(");
    return path === "wrong.ts" || generated.has(path) || !ofInputs.test(problem);
  });
}

describe("golden trees and all that we export compile under the strictest settings of a user", () => {
  it.each([
    ["typescript-5.9", "node"],
    ["typescript", "bundler"],
    ["typescript-7", "node"],
    ["typescript-7", "bundler"],
  ] as const)("%s, modules found as by a %s", async (compiler, resolution) => {
    expect(await problemsOf({ compiler, resolution })).toEqual([inferred]);
  });

  it("typescript-5.9, what we export, modules found as by a bundler", async () => {
    const { folder } = projects;
    const resolution = "bundler";
    const include = "exports.ts";
    expect(await compile({ compiler: "typescript-5.9", folder, include, resolution })).toEqual([]);
  });
});

it("a strict linter finds nothing in golden trees, but for the rules that are not followed", async () => {
  const { folder, expected } = projects;
  const files = [...expected.filter((path) => path.endsWith(".ts")), "wrong.ts"];
  const project = writeSettings({ folder, include: "**/*.ts", resolution: "node" });
  const found = await lint({ folder, files, project });
  expect(found.filter(({ rule }) => !(rule in notFollowed))).toEqual([
    {
      rule: "@typescript-eslint/no-explicit-any",
      place: "wrong.ts:2 Unexpected any. Specify a different type.",
    },
  ]);
  const rules = new Set(found.map(({ rule }) => rule));
  expect(Object.keys(notFollowed).filter((rule) => !rules.has(rule))).toEqual([]);
});

it("generated lines fit 100 columns, those with a very long name or nothing but a text excepted", () => {
  const lines = goldenCases().flatMap((golden) =>
    [...expectedOf(golden)]
      .filter(([path]) => path.endsWith(".ts"))
      .flatMap(([path, text]) =>
        text.split("\n").map((line) => ({ line, place: `${golden.name}/${path}` })),
      ),
  );
  const tooLong = lines.filter(
    ({ line }) => line.length > 100 && !/[\w$]{36}|^ *"[^\n]*",$/.test(line),
  );
  expect(tooLong).toEqual([]);
});
