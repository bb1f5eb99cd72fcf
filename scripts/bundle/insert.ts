import ts from "typescript";

/** The code of a module with a text before each node that is looked for. */
export function insertAt(input: {
  readonly code: string;
  readonly text: string;
  /** The node before which the text belongs; undefined where it does not. */
  readonly place: (node: ts.Node) => ts.Node | undefined;
}): string {
  const { code, text } = input;
  const source = ts.createSourceFile("chunk.js", code, ts.ScriptTarget.Latest);
  const places: number[] = [];
  const visit = (node: ts.Node): void => {
    const found = input.place(node);
    if (found !== undefined) places.push(found.getStart(source));
    ts.forEachChild(node, visit);
  };
  visit(source);
  const parts = places.map((place, index) => code.slice(place, places[index + 1]));
  return [code.slice(0, places[0]), ...parts].join(text);
}
