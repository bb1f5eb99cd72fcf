/** A test that says which entry it proves. */
export interface Annotation {
  readonly name: string;
  /** `file:line`. */
  readonly place: string;
  /** Whether a test that runs follows, with nothing but comments between. */
  readonly hasTest: boolean;
}

const marker = /^\s*\/\/ client-go: (.+?)\s*$/;
const comment = /^\s*\/\//;
const runningTest = /^\s*(it|test)(\.(each|for))?[(<]/;

/** The `// client-go: TestName` lines of a test file. */
export function annotationsOf(source: {
  readonly file: string;
  readonly text: string;
}): readonly Annotation[] {
  const lines = source.text.split("\n");
  return lines.flatMap((line, at) => {
    const name = marker.exec(line)?.[1];
    if (name === undefined) return [];
    const next = lines.slice(at + 1).find((each) => !comment.test(each)) ?? "";
    return [{ name, place: `${source.file}:${at + 1}`, hasTest: runningTest.test(next) }];
  });
}
