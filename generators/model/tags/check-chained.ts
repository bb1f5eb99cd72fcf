import { diagnostic } from "../../diagnostics/index.js";
import type { KnownTagText } from "./check.js";
import type { CheckedValue } from "./check-word.js";
import type { TagTarget } from "./entry.js";
import { unknownTagAdvice } from "./nearest.js";
import type { TagProblem } from "./problem.js";
import { findTag } from "./table.js";
import { splitTag } from "./tag-text.js";

/** Checks the tag that is the value of another: `+k8s:eachVal=+k8s:minLength=1`. */
export function checkChained(input: {
  /** With its `+`. */
  readonly value: { readonly text: string; readonly at: number };
  readonly checkValue: (input: {
    readonly tag: KnownTagText;
    readonly target: TagTarget;
  }) => CheckedValue;
}): CheckedValue {
  const { text, at } = input.value;
  const tag = splitTag(text.slice(1));
  const { entry } = tag;
  const whole = { at, length: text.length };
  if (entry?.tool !== "validation-gen" || entry.targets.every((target) => target === "package")) {
    return { problems: [{ at, length: tag.name.length + 1, ...noRule(tag.name) }] };
  }
  const name = `+${entry.name}`;
  if (entry.refused !== undefined) {
    const hint = entry.refused;
    const toDiagnostic: TagProblem["toDiagnostic"] = (place) =>
      diagnostic("tag/no-counterpart", { tag: name }, { ...place, hint });
    return { problems: [{ ...whole, toDiagnostic }] };
  }
  if (!entry.implemented) {
    const toDiagnostic: TagProblem["toDiagnostic"] = (place) =>
      diagnostic("tag/not-implemented", { tag: name }, place);
    return { problems: [{ ...whole, toDiagnostic }] };
  }
  const { problems } = input.checkValue({ tag: { ...tag, entry }, target: "member" });
  return {
    problems: problems.map((problem) =>
      problem.at === undefined ? { ...problem, ...whole } : { ...problem, at: problem.at + at + 1 },
    ),
  };
}

function noRule(name: string): TagProblem {
  return {
    toDiagnostic: (place) => {
      if (findTag(name) === undefined) {
        return diagnostic(
          "tag/unknown",
          { tag: `+${name}` },
          { ...place, ...unknownTagAdvice(name) },
        );
      }
      const hint = "only rules of validation-gen stand behind another tag";
      const where = "behind another tag";
      return diagnostic("tag/misplaced", { tag: `+${name}`, place: where }, { ...place, hint });
    },
  };
}
