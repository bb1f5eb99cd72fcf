/** A test that says which entry it proves. */
export interface Annotation {
  readonly name: string;
  /** `file:line`. */
  readonly place: string;
  /** Whether a test that runs follows, with nothing but comments between. */
  readonly hasTest: boolean;
}

const marker = /^\s*\/\/ client-go(?<kind> constant| trap)?: (?<names>.+?)\s*$/;
const comment = /^\s*\/\//;
const runningTest = /^\s*(it|test)(\.(each|for))?[(<]/;

/**
 * The `// client-go: TestName` lines of a test file. One may name several, with commas between, and say more after a
 * semicolon. `// client-go constant: list page size` and `// client-go trap: lost deletes` name `constant: list page size`
 * and `trap: lost deletes`.
 */
export function annotationsOf(source: {
  readonly file: string;
  readonly text: string;
}): readonly Annotation[] {
  const lines = source.text.split("\n");
  return lines.flatMap((line, at) => {
    const { kind = "", names: said } = marker.exec(line)?.groups ?? {};
    const [names] = said?.split(";") ?? [];
    if (names === undefined) return [];
    const prefix = kind === "" ? "" : `${kind.trim()}: `;
    const next = lines.slice(at + 1).find((each) => !comment.test(each)) ?? "";
    const place = `${source.file}:${at + 1}`;
    const hasTest = runningTest.test(next);
    return names.split(", ").map((name) => ({ name: prefix + name.trim(), place, hasTest }));
  });
}
