import { describe, expect, it } from "vitest";
import { expectedOf, goldenCases, inputOf } from "../golden/case.js";
import { runProject } from "../golden/run.js";

/** The lines of printed code, behind their bars. */
function printedFunctions(report: string): readonly string[] {
  return report
    .split(/^src\//m)
    .flatMap(
      (one) =>
        /^ *\| import[\s\S]*?\n *\|\n( *\| export function[\s\S]*?\n *\| \})/m.exec(one) ?? [],
    )
    .filter((text) => !text.includes("import"))
    .map((text) => text.replaceAll(/^ *\| ?/gm, ""));
}

/** What printed code imports of the generated file. */
function importedNames(report: string): readonly string[] {
  const imports = report.matchAll(/import \{ (.*) \} from ".\/zz_generated.conversion.js";/g);
  return [...imports].flatMap(([, names = ""]) => names.split(", "));
}

describe("printed conversion functions", () => {
  it("are those of the golden case, which compiles and is linted", async () => {
    const golden = goldenCases().find(
      ({ generator, name }) => generator === "conversion-gen" && name === "printed",
    );
    const project = new Map(golden && inputOf(golden));
    const path = "src/apis/example.com/v2/conversion.ts";
    const pasted = project.get(path) ?? "";
    project.delete(path);
    const { report } = await runProject({ project, generator: "conversion-gen" });
    const printed = printedFunctions(report);
    expect(printed).toHaveLength(11);
    for (const one of printed) expect(pasted).toContain(one);
    expect(report).toContain(`write it, for example in ${path}:`);
    const generated = [...(golden === undefined ? [] : expectedOf(golden).values())].join("\n");
    for (const name of importedNames(report)) expect(generated).toContain(`function ${name}(`);
  });
});
