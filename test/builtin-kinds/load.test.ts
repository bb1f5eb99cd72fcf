import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, it } from "vitest";
import { root } from "../../scripts/builtin-kinds/checked-in.js";
import {
  builtinGroups,
  clientFolder,
  moduleOf,
  typesFolder,
} from "../../scripts/builtin-kinds/groups.js";

const runtime = join(root, "packages/crd-runtime");

const modules: ReadonlySet<string> = new Set(builtinGroups.map(moduleOf));

/** The files that a module loads at run time, itself included; other packages are left out. */
function loaded(entry: string): ReadonlySet<string> {
  const files = new Set([entry]);
  for (const file of files) {
    const text = readFileSync(join(runtime, file), "utf8").replace(
      /^(?:im|ex)port type [^;]*;/gm,
      "",
    );
    for (const [, specifier = ""] of text.matchAll(/ from "([^"]+)"/g)) {
      if (specifier.startsWith(".")) {
        files.add(resolve("/", dirname(file), specifier).slice(1).replace(/\.js$/, ".ts"));
      } else if (modules.has(specifier)) {
        files.add(specifier.replace("crd-runtime/", "src/").concat(".ts"));
      }
    }
  }
  return files;
}

/** Groups whose generated code a module loads, with what of it. */
function loadedGroups(entry: string): readonly string[] {
  const files = [...loaded(entry)];
  return builtinGroups
    .filter((group) =>
      files.some(
        (file) =>
          file.startsWith(`${typesFolder(group)}/`) || file.startsWith(`${clientFolder(group)}/`),
      ),
    )
    .map(({ name }) => name);
}

const others: Readonly<Record<string, readonly string[]>> = {
  apps: ["core"],
  batch: ["core"],
  events: ["core"],
  networking: ["core"],
};

it("loads no other group but what copies and builds members of it", () => {
  for (const group of builtinGroups) {
    const { name, version } = group;
    const expected = builtinGroups
      .map((one) => one.name)
      .filter((one) => one === name || others[name]?.includes(one));
    expect(loadedGroups(`src/${name}/${version}.ts`), moduleOf(group)).toEqual(expected);
  }
});

it("loads neither clients nor informers of another group", () => {
  const ofCore = [...loaded("src/apps/v1.ts")].filter((file) =>
    file.startsWith("src/builtin/core/"),
  );
  expect(ofCore.sort()).toEqual([
    "src/builtin/core/client/applyconfigurations/core/v1.ts",
    "src/builtin/core/v1/zz_generated.deepcopy.ts",
  ]);
});
