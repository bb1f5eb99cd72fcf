import { expect, it } from "vitest";
import { expectedOf, goldenCases, inputOf, type Tree } from "./case.js";
import { typeCheck } from "./program.js";
import { runProject } from "./run.js";

/** A generator's code imports that of others, so all of them run; what is expected wins. */
async function wholeProjects(): Promise<ReadonlyMap<string, Tree>> {
  const projects = new Map<string, Tree>();
  for (const golden of goldenCases()) {
    const project = inputOf(golden);
    const { files } = await runProject({ project });
    const all = new Map([...project, ...files, ...expectedOf(golden)]);
    projects.set(`${golden.generator}/${golden.name}`, all);
  }
  return projects;
}

/** An import that a case's input does not use is nobody's problem here. */
const unused = /^\S+\/(doc|types)\.ts:\d+:\d+ TS6(133|196|192):/;

it("every golden tree compiles under the strictest settings of a user", async () => {
  const problems = typeCheck({ projects: await wholeProjects() });
  expect(problems.filter((problem) => !unused.test(problem))).toEqual([]);
});

it("generated lines fit 100 columns, those with a very long name excepted", () => {
  const lines = goldenCases().flatMap((golden) =>
    [...expectedOf(golden)]
      .filter(([path]) => path.endsWith(".ts"))
      .flatMap(([path, text]) =>
        text.split("\n").map((line) => ({ line, place: `${golden.name}/${path}` })),
      ),
  );
  const tooLong = lines.filter(({ line }) => line.length > 100 && !/[\w$]{36}/.test(line));
  expect(tooLong).toEqual([]);
});
