import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { goldenCases, inputOf, type Tree } from "../golden/case.js";
import { runProject } from "../golden/run.js";

/** Text without code, in which nothing is markup. */
function withoutCode(text: string): string {
  return text
    .replace(/^(`{3,}|~{3,}).*\n[\s\S]*?^\1 *$/gm, "")
    .replace(/(?<!\\)(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g, "CODE");
}

/** What is shown of text with escapes. */
function shown(text: string): string {
  return text.replace(/\\(.)/g, "$1");
}

/** The headings of a page by their anchors, as GitHub makes these of what a heading shows. */
function headingsOf(page: string): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  return new Map(
    [...withoutCode(page).matchAll(/^#+ (.*)$/gm)].map(([, text = ""]) => {
      const heading = shown(text);
      const anchor = heading
        .toLowerCase()
        .replace(/[^\w -]/g, "")
        .replace(/ /g, "-");
      const count = counts.get(anchor) ?? 0;
      counts.set(anchor, count + 1);
      return [count === 0 ? anchor : `${anchor}-${count}`, heading] as const;
    }),
  );
}

interface Link {
  readonly from: string;
  readonly text: string;
  readonly target: string;
}

function linksOf(pages: Tree): readonly Link[] {
  return [...pages].flatMap(([from, page]) =>
    [...withoutCode(page).matchAll(/(?<!\\)\[((?:\\.|[^\]\\])*)\]\(([^)]*)\)/g)]
      .map(([, text = "", target = ""]) => ({ from, text: shown(text), target }))
      .filter(({ target }) => !target.startsWith("https://")),
  );
}

/** Leads nowhere, or to the section of another type. */
function isBroken(input: { readonly pages: Tree; readonly link: Link }): boolean {
  const { pages, link } = input;
  const [file = "", anchor] = link.target.split("#");
  const path = file === "" ? link.from : posix.join(posix.dirname(link.from), file);
  const page = pages.get(path);
  if (page === undefined) return true;
  return anchor !== undefined && headingsOf(page).get(anchor) !== link.text;
}

/** Cells of a row: pipes that end one have no backslash in front. */
function cellsOf(row: string): number {
  return row.match(/(?<!\\)\|/g)?.length ?? 0;
}

describe("reference pages", () => {
  for (const golden of goldenCases()) {
    it(`of ${golden.generator}/${golden.name} have no broken links and no broken rows`, async () => {
      const { files: pages } = await runProject({
        project: inputOf(golden),
        generator: "api-docs-gen",
      });
      const links = linksOf(pages);
      expect(links.filter((link) => isBroken({ pages, link }))).toEqual([]);
      const rows = [...pages.values()].flatMap((text) => text.match(/^\|.*$/gm) ?? []);
      expect(rows.filter((row) => cellsOf(row) !== 6)).toEqual([]);
      if (golden.generator === "api-docs-gen") {
        expect(links.length).toBeGreaterThan(0);
        expect(rows.length).toBeGreaterThan(2);
      }
    });
  }
});
