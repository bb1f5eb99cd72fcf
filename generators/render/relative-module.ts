/** The path by which one module of the project imports another: `../../../apis/example.com/v1/types.js`. */
export function relativeModule(input: {
  /** The importing file, posix path from the project's root. */
  readonly from: string;
  /** The imported file, with its `.ts`. */
  readonly to: string;
  /** Of relative imports: `js`. */
  readonly extension: string;
}): string {
  const from = input.from.split("/").slice(0, -1);
  const to = input.to.replace(/\.ts$/, `.${input.extension}`).split("/");
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  const up = from.length - common;
  return (up === 0 ? "./" : "../".repeat(up)) + to.slice(common).join("/");
}
