import { type TypeExpression, typeById } from "../model/index.js";
import { memberAccess } from "../render/index.js";
import type { Scope, Subject } from "./scope.js";
import { type ChoiceView, type FunctionView, functionView } from "./view.js";

type Discriminated = Extract<TypeExpression, { readonly form: "discriminated" }>;

/** The function of a discriminated union: a switch over the functions of its types. */
export function unionFunction(input: {
  readonly scope: Scope;
  readonly subject: Subject;
  readonly union: Discriminated;
}): FunctionView {
  const { scope, subject, union } = input;
  const cases = union.members.flatMap(({ id, value }) => {
    const call = scope.functionOf(id);
    if (call !== undefined) return [{ value, call, cast: undefined }];
    const title = `${subject.title} as ${typeById(scope.types, id).name}`;
    scope.reportUncopyable({ id, title, span: subject.span });
    return [];
  });
  const access = memberAccess(union.discriminant);
  const template = "deepcopy-gen/body/choice";
  const body: ChoiceView = { template, type: subject.type, access, cases, exhaustive: true };
  return functionView({ subject, body });
}
