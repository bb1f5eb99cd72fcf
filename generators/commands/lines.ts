import type { Change, Plan } from "../plan/plan.js";
import type { Paint } from "./paint.js";

/** Lines of a listing before the rest is only counted. */
const longest = 40;

/** One line for each file that is created, updated or removed, then how many more there are. */
export function planLines(input: {
  readonly plan: Plan;
  readonly paint: Paint;
}): readonly string[] {
  const { plan, paint } = input;
  const lines = [
    ...plan.create.map(({ path }) => `  ${paint.green("create")}  ${path}`),
    ...plan.update.map(({ path }) => `  ${paint.yellow("update")}  ${path}`),
    ...plan.stale.map(({ path }) => `  ${paint.red("remove")}  ${path}`),
  ];
  return lines.length <= longest
    ? lines
    : [...lines.slice(0, longest), `  ... and ${lines.length - longest} more`];
}

/** The plan for programs: paths only. */
export function planJson(plan: Plan): object {
  const paths = (changes: readonly Change[]) => changes.map(({ path }) => path);
  return {
    create: paths(plan.create),
    update: paths(plan.update),
    remove: paths(plan.stale),
  };
}

/** `1 file`, `2 files`. */
export function count(input: { readonly number: number; readonly noun: string }): string {
  const { number, noun } = input;
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** Rows with the second column aligned. */
export function columns(
  rows: readonly (readonly [left: string, right: string])[],
): readonly string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`.trimEnd());
}

/** A line of a unified diff. */
export function paintedDiff(input: { readonly line: string; readonly paint: Paint }): string {
  const { line, paint } = input;
  switch (line.charAt(0)) {
    case "+":
      return paint.green(line);
    case "-":
      return paint.red(line);
    case "@":
      return paint.cyan(line);
    default:
      return line;
  }
}
