import type { FileSyntax, PackageSyntax } from "../../generators/model/index.js";
import { parseFile } from "../../generators/parse/index.js";
import { type BuiltinGroup, moduleOf } from "./groups.js";

/** What the tool has to know of a module of types: its declarations. */
export function packageTypes(input: {
  readonly group: BuiltinGroup;
  readonly text: string;
}): Omit<PackageSyntax, "exports"> {
  const { group, version } = input.group;
  const file = withoutPlaces(parseFile({ path: moduleOf(input.group), text: input.text }));
  return { group, version, goName: undefined, file };
}

/** One line for each declaration, so that a change of one is a change of a line. */
export function packageTypesText(types: Omit<PackageSyntax, "exports">): string {
  const { file, ...version } = types;
  const { declarations, ...others } = file;
  const head = JSON.stringify({ ...version, file: others }).slice(0, -2);
  const lines = declarations.map((each) => JSON.stringify(each)).join(",\n");
  return `${head},"declarations":[\n${lines}\n]}}\n`;
}

/** Nobody is told of places in another package, and without them the text is a third shorter. */
function withoutPlaces(file: FileSyntax): FileSyntax {
  const text = JSON.stringify({ ...file, lineStarts: [0] }, (key, value: unknown) =>
    key === "span" ? [0, 0] : value,
  );
  const parsed: FileSyntax = JSON.parse(text);
  return parsed;
}
