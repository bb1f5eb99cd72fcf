import { type FieldError, invalid } from "crd-runtime/schema";
import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import type { SampleFile, SampleObject } from "../generator.js";
import { isJsonObject, type JsonValue } from "../model/index.js";
import type { Checker } from "./checker.js";
import { stepsOf } from "./edits.js";
import { problemText } from "./problem-text.js";
import type { JsonObject } from "./schema.js";

/** Problems of one object that are told. */
const mostTold = 10;

/** A kind in a version of the project. */
export interface SampleKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly isServed: boolean;
  readonly checker: Checker;
}

/** Whether a file has an object of a kind in that version. */
export function isSampleOf(
  file: SampleFile,
  kind: Omit<SampleKind, "checker" | "isServed">,
): boolean {
  return file.objects.some(
    ({ json }) =>
      json["apiVersion"] === `${kind.group}/${kind.version}` && json["kind"] === kind.kind,
  );
}

/** What the API server would find wrong with the samples that are there. Objects of groups that are not the project's are none of it. */
export function sampleProblems(input: {
  readonly samples: readonly SampleFile[];
  readonly kinds: readonly SampleKind[];
}): readonly Diagnostic[] {
  const { samples, kinds } = input;
  const groups = new Set(kinds.map(({ group }) => group));
  return samples.flatMap(({ objects, problems }) => [
    ...problems.map(({ problem, span }) => diagnostic("sample/syntax", { problem }, { span })),
    ...objects.flatMap((object) => {
      const [group = "", version] = textOf(object.json["apiVersion"]).split("/");
      return version !== undefined && groups.has(group)
        ? objectProblems({ object, kinds, group, version })
        : [];
    }),
  ]);
}

function objectProblems(input: {
  readonly object: SampleObject;
  readonly kinds: readonly SampleKind[];
  readonly group: string;
  readonly version: string;
}): readonly Diagnostic[] {
  const { object, kinds, group, version } = input;
  const kind = textOf(object.json["kind"]);
  const found = kinds.find(
    (one) => one.group === group && one.version === version && one.kind === kind,
  );
  if (found === undefined || !found.isServed) {
    const versions = kinds
      .filter((one) => one.group === group && one.kind === kind && one.isServed)
      .map((one) => one.version);
    const hint = versions.length === 0 ? undefined : `it is served in ${versions.join(", ")}`;
    const parameters = { kind, apiVersion: `${group}/${version}` };
    const span = object.spanAt([
      found === undefined && versions.length === 0 ? "kind" : "apiVersion",
    ]);
    return [diagnostic("sample/no-such-kind", parameters, { span, hint })];
  }
  return problemsOf({ object: object.json, checker: found.checker })
    .slice(0, mostTold)
    .map((error) =>
      diagnostic(
        "sample/refused",
        { kind, problem: problemText(error) },
        { span: object.spanAt(pathOf({ object: object.json, field: error.field })) },
      ),
    );
}

function problemsOf(input: {
  readonly object: JsonObject;
  readonly checker: Checker;
}): readonly FieldError[] {
  const { metadata } = input.object;
  if (isJsonObject(metadata)) return input.checker.problems(input.object);
  return [invalid({ field: "metadata", value: "", detail: "must be an object with a name" })];
}

/** Keys and indexes of a place; of what is not there, the place that lacks it. */
function pathOf(input: {
  readonly object: JsonObject;
  readonly field: string;
}): readonly (string | number)[] {
  const path: (string | number)[] = [];
  let value: JsonValue | undefined = input.object;
  for (const step of stepsOf(input.field)) {
    if (Array.isArray(value)) {
      path.push(Number(step));
      value = value[Number(step)] as JsonValue | undefined;
    } else if (isJsonObject(value)) {
      path.push(step);
      value = value[step];
    }
  }
  return path;
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === "string" ? value : "";
}
