import type { Comparison, State } from "./compare.js";

const states: readonly State[] = ["covered", "deviated", "missing", "n/a"];
const nameWidth = 18;
const countWidth = 10;

/** How many entries of each area are in which state, why those that are not as there are so, and where constants are. */
export function printComparison(comparison: Comparison): string {
  const { areas, problems } = comparison;
  const row = (name: string, counts: readonly (string | number)[]): string =>
    [name.padEnd(nameWidth), ...counts.map((count) => String(count).padStart(countWidth))].join("");
  const countsOf = (verdicts: readonly { readonly state: State }[]): readonly number[] =>
    states.map((state) => verdicts.filter((verdict) => verdict.state === state).length);
  const reasons = areas.flatMap(({ name: area, verdicts }) =>
    verdicts
      .filter(({ reason }) => reason !== "")
      .map(({ name, state, reason }) => `  ${area}: ${name} (${state}): ${reason}`),
  );
  const constants = areas.flatMap(({ verdicts }) =>
    verdicts.flatMap(({ name, source, places }) =>
      source === undefined ? [] : [`  ${name}: ${source}, proven by ${places.join(", ")}`],
    ),
  );
  return [
    row("area", states),
    ...areas.map(({ name, verdicts }) => row(name, countsOf(verdicts))),
    row("all", countsOf(areas.flatMap(({ verdicts }) => verdicts))),
    "",
    "Reasons:",
    ...reasons,
    "",
    "Constants:",
    ...constants,
    ...(problems.length === 0 ? [] : ["", "Problems:", ...problems.map((text) => `  ${text}`)]),
    "",
  ].join("\n");
}
