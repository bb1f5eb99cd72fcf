import { type Advice, correction, diagnostic } from "../../diagnostics/index.js";
import type { ExtensionMethod } from "../types.js";
import { alternatives } from "./alternatives.js";
import type { TagProblem } from "./problem.js";

/** A part of the tag's text. */
export interface TextPart {
  readonly text: string;
  /** Offset into the text behind the `+`. */
  readonly at: number;
}

/** The value of `+genclient:method=`, types not looked up yet. */
export interface MethodText {
  readonly name: TextPart;
  readonly verb: ExtensionMethod["verb"];
  readonly subresource: string | undefined;
  readonly input: TextPart | undefined;
  readonly result: TextPart | undefined;
}

/** Verbs that a further method can have. */
export const methodVerbs = ["create", "update", "get", "list", "patch", "apply"] as const;
/** Verbs of the client itself that no extension method can have. */
const clientVerbs = ["updateStatus", "deleteCollection", "watch", "delete", "applyStatus"];
const inputVerbs: readonly string[] = ["create", "update", "apply"];
const methodKeys = ["verb", "subresource", "input", "result"] as const;

const methodName = /^[A-Za-z_$][\w$]*$/;
const subresourceName = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

/** Reads `Name,verb=update,subresource=scale,input=A,result=B` by the rules of client-gen. */
export function readMethod(value: TextPart): {
  readonly method: MethodText | undefined;
  readonly problems: readonly TagProblem[];
} {
  const problems: TagProblem[] = [];
  const [first = value, ...rest] = split(value);
  const nameless = methodKeys.some((key) => first.text.startsWith(`${key}=`));
  if (nameless || first.text === "") {
    problems.push(
      wrong(first, "the name is missing", { hint: "write '+genclient:method=Name,verb=...'" }),
    );
  } else if (!methodName.test(first.text)) {
    const hint = "write a name of letters and digits, then ',verb=...'";
    problems.push(wrong(first, `'${first.text}' is no name of a method`, { hint }));
  }
  const pairs = readPairs(nameless ? [first, ...rest] : rest, problems);
  const verb = readVerb({ pairs, value, problems });
  const subresource = pairs.get("subresource");
  if (subresource !== undefined && !subresourceName.test(subresource.text)) {
    problems.push(wrong(subresource, `'${subresource.text}' is no subresource`));
  }
  const input = pairs.get("input");
  if (input !== undefined && verb !== undefined && !inputVerbs.includes(verb)) {
    problems.push(
      wrong(input, `verb '${verb}' sends no input`, {
        hint: `input= goes with ${alternatives(inputVerbs)}`,
      }),
    );
  }
  if (problems.length > 0 || verb === undefined) {
    return { method: undefined, problems };
  }
  const result = pairs.get("result");
  return { method: { name: first, verb, subresource: subresource?.text, input, result }, problems };
}

function readPairs(
  parts: readonly TextPart[],
  problems: TagProblem[],
): ReadonlyMap<string, TextPart> {
  const pairs = new Map<string, TextPart>();
  for (const part of parts) {
    const [left = "", ...values] = part.text.split("=");
    const key = left.trim();
    const text = values.join("=").trim();
    if (values.length === 0) {
      problems.push(wrong(part, `'${part.text}' is not key=value`));
    } else if (!methodKeys.some((known) => known === key)) {
      const advice = correction({ word: key, candidates: methodKeys }) ?? {
        hint: `write ${alternatives(methodKeys)}`,
      };
      problems.push(wrong({ text: key, at: part.at }, `unknown key '${key}'`, advice));
    } else if (text === "") {
      problems.push(wrong(part, `'${key}' has no value`));
    } else if (pairs.has(key)) {
      problems.push(wrong(part, `'${key}' is repeated`));
    } else {
      pairs.set(key, { text, at: part.at + part.text.indexOf(text, left.length + 1) });
    }
  }
  return pairs;
}

function readVerb(input: {
  readonly pairs: ReadonlyMap<string, TextPart>;
  readonly value: TextPart;
  readonly problems: TagProblem[];
}): ExtensionMethod["verb"] | undefined {
  const verb = input.pairs.get("verb");
  if (verb === undefined && input.problems.length > 0) {
    // It may be what could not be read.
    return undefined;
  }
  if (verb === undefined) {
    input.problems.push(wrong(input.value, "the verb is missing", { hint: "add ',verb=get'" }));
    return undefined;
  }
  const known = methodVerbs.find((name) => name === verb.text);
  if (known === undefined) {
    const choices = { hint: `write ${alternatives(methodVerbs)}` };
    input.problems.push(
      clientVerbs.includes(verb.text)
        ? wrong(verb, `no extension method can have the verb '${verb.text}'`, choices)
        : wrong(
            verb,
            `'${verb.text}' is no verb`,
            correction({ word: verb.text, candidates: methodVerbs }) ?? choices,
          ),
    );
  }
  return known;
}

function split(value: TextPart): readonly TextPart[] {
  const parts: TextPart[] = [];
  let at = value.at;
  for (const raw of value.text.split(",")) {
    parts.push({ text: raw.trim(), at: at + (raw.length - raw.trimStart().length) });
    at += raw.length + 1;
  }
  return parts;
}

function wrong(part: TextPart, problem: string, advice: Advice = {}): TagProblem {
  return {
    at: part.at,
    length: Math.max(1, part.text.length),
    toDiagnostic: (place) => diagnostic("tag/method", { problem }, { ...place, ...advice }),
  };
}
