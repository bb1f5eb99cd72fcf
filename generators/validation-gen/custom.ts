import { diagnostic } from "../diagnostics/index.js";
import { type ApiType, customValidationName, type Member } from "../model/index.js";
import { type Context, misplaced } from "./context.js";
import type { CheckPlan } from "./plan.js";
import type { Rule } from "./rules.js";
import { placeName, type UsePlace } from "./use-place.js";

/** A call of the function that `+k8s:customValidation` stands for. */
export function customCheck(input: {
  readonly context: Context;
  readonly rule: Rule;
  readonly place: UsePlace;
}): CheckPlan | undefined {
  const { context, rule, place } = input;
  const subject = subjectOf(input);
  if (subject === undefined) {
    const isInline = place.kind === "member";
    const where = isInline ? "on a member of an object without a name" : placeName(place);
    const hint = isInline
      ? "declare an interface"
      : "write it on the member or the type, and look at the items in the function";
    return misplaced({ context, rule, place: where, hint });
  }
  const { type, member } = subject;
  const found = type.customValidations?.find((one) => one.member === member?.name);
  if (found !== undefined) return { kind: "custom", name: found.name, module: found.module };
  const name = customValidationName({ type: type.name, member: member?.name });
  const hint = readyFunction({ ...subject, name, extension: context.importExtension });
  const names = { tag: rule.text, function: name };
  context.report(diagnostic("generate/missing-validation", names, { span: rule.span, hint }));
  return undefined;
}

interface Subject {
  readonly type: ApiType;
  readonly member: Member | undefined;
}

function subjectOf({ context, place }: Parameters<typeof customCheck>[0]): Subject | undefined {
  if (place.kind === "type") return { type: place.type, member: undefined };
  if (place.kind !== "member" || place.member === undefined) return undefined;
  const type = context.ownerOf.get(place.member);
  return type && { type, member: place.member };
}

/** A function that compiles and finds nothing yet. */
function readyFunction(
  input: Subject & { readonly name: string; readonly extension: string },
): string {
  const { type, member, name, extension } = input;
  const value =
    member === undefined ? type.name : `NonNullable<${type.name}[${JSON.stringify(member.name)}]>`;
  const file = type.file.replace(/^.*\//, "").replace(/\.ts$/, `.${extension}`);
  return [
    "write it, for example in validation.ts:",
    'import type { DeepReadonly } from "crd-runtime";',
    'import type { FieldError, ValidationInput } from "crd-runtime/validation";',
    `import type { ${type.name} } from "./${file}";`,
    "",
    `export function ${name}(`,
    // With the underscore it compiles where parameters must be used.
    `  _input: ValidationInput<DeepReadonly<${value}>>,`,
    "): FieldError[] {",
    "  return [];",
    "}",
  ].join("\n");
}
