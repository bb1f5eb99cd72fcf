import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { goModule, withControllerGen } from "../go-tools.js";

interface Twin {
  /** Folder of the golden case. */
  readonly name: string;
  /** Folder of the Go module. */
  readonly folder: string;
  readonly options?: readonly string[];
  readonly header?: string;
  /** The file that has all definitions: of one group. */
  readonly bundle?: string;
}

/** API types that exist in both languages. */
export const twins: readonly Twin[] = [
  ...[
    "definitions",
    "defaultvalues",
    "markers",
    "meta",
    "optional",
    "texts",
    "types",
    "values",
    "versions",
  ].map((name) => ({ name, folder: name })),
  {
    name: "texts-cut",
    folder: "texts",
    options: ["maxDescLen=40", "year=2026"],
    header: "header-year.txt",
  },
  {
    name: "texts-none",
    folder: "texts",
    options: ["maxDescLen=0"],
  },
  {
    name: "definitions-bundle",
    folder: "definitions",
    bundle: "definitions.example.com_crds.yaml",
  },
];

/** Replaces the expected CRDs of every twin by what controller-gen makes of the Go types. */
export function remakeExpected(cases: string): void {
  for (const { name, folder: types, options = [], header = "header.txt", bundle } of twins) {
    const expected = join(cases, name, "expected", "config", "crd");
    withControllerGen({
      packages: `./${types}/...`,
      header: join(goModule, header),
      options,
      use: (folder) => {
        rmSync(expected, { recursive: true, force: true });
        const files = readdirSync(folder).sort();
        if (bundle === undefined) {
          for (const file of files) cpSync(join(folder, file), join(expected, file));
          return;
        }
        const text = readFileSync(join(goModule, header), "utf8");
        const documents = files.map((file) =>
          readFileSync(join(folder, file), "utf8").slice(text.length),
        );
        mkdirSync(expected, { recursive: true });
        writeFileSync(join(expected, bundle), `${text}${documents.join("")}`);
      },
    });
  }
}
