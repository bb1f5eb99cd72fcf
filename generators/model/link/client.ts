import { diagnostic } from "../../diagnostics/index.js";
import type { Tag } from "../source.js";
import { type ApiType, type KindClient, type Verb, verbs } from "../types.js";
import { linkMethods } from "./methods.js";
import type { Report } from "./report.js";
import { commaParts, partSpan } from "./tag-parts.js";
import type { NameContext } from "./type-names.js";

const readonlyVerbs = ["get", "list", "watch"] as const;

/** Verbs of the status subresource. */
const statusVerbs: readonly string[] = ["updateStatus", "applyStatus"];

/** Verbs and methods of a client, before its names and expansions. */
export type ClientTags = Pick<KindClient, "verbs" | "methods">;

/** Reads +genclient and its refinements; undefined without +genclient. */
export function readClientTags(input: {
  readonly context: NameContext;
  readonly type: ApiType;
  readonly hasStatus: boolean;
}): ClientTags | undefined {
  const { context, type } = input;
  const { report } = context;
  const tags = type.tags.filter(({ name }) => /^genclient(?::|$)/.test(name));
  if (!tags.some(({ name }) => name === "genclient")) {
    for (const { name, span } of tags) {
      const place = { span, hint: "add '// +genclient'" };
      report(diagnostic("tag/needs", { tag: `+${name}`, other: "+genclient" }, place));
    }
    return undefined;
  }
  return {
    verbs: readVerbs({ ...input, tags, report }),
    methods: linkMethods(context, { kind: type.name, tags }),
  };
}

function readVerbs(input: {
  readonly type: ApiType;
  readonly tags: readonly Tag[];
  readonly hasStatus: boolean;
  readonly report: Report;
}): readonly Verb[] {
  const { tags, hasStatus } = input;
  const find = (wanted: string): Tag | undefined => tags.find(({ name }) => name === wanted);
  const only = find("genclient:onlyVerbs");
  const skip = find("genclient:skipVerbs");
  const noStatus = find("genclient:noStatus");
  if (find("genclient:noVerbs") !== undefined) {
    return [];
  }
  if (only !== undefined) {
    checkStatusVerb({ ...input, only, noStatus });
  }
  const isReadonly = find("genclient:readonly") !== undefined;
  // As in client-gen, readonly adds its verbs to those of onlyVerbs.
  const asked = [
    ...(isReadonly ? readonlyVerbs : []),
    ...(only === undefined ? [] : wordsOf(only)),
  ];
  const kept = asked.length === 0 ? verbs : asked;
  const skipped = skip === undefined ? [] : wordsOf(skip);
  return verbs.filter(
    (verb) =>
      kept.some((word) => word === verb) &&
      !skipped.includes(verb) &&
      (!statusVerbs.includes(verb) || (hasStatus && noStatus === undefined)),
  );
}

function wordsOf(tag: Tag): readonly string[] {
  return commaParts(tag).map(({ text }) => text);
}

/** `onlyVerbs=updateStatus` or `applyStatus` asks for what is not there. */
function checkStatusVerb(input: {
  readonly type: ApiType;
  readonly only: Tag;
  readonly noStatus: Tag | undefined;
  readonly hasStatus: boolean;
  readonly report: Report;
}): void {
  const { only, noStatus, report } = input;
  for (const part of commaParts(only).filter(({ text }) => statusVerbs.includes(text))) {
    const span = partSpan(only, part);
    if (noStatus !== undefined) {
      const hint = `'+genclient:noStatus' stands in line ${noStatus.span.line}`;
      const names = { tag: part.text, other: "+genclient:noStatus" };
      report(diagnostic("tag/conflict", names, { span, hint }));
    } else if (!input.hasStatus) {
      const what = `the verb ${part.text} is left out`;
      report(diagnostic("model/missing-status", { kind: input.type.name, what }, { span }));
    }
  }
}
