import { diagnostic, didYouMean } from "../../diagnostics/index.js";
import { customValidationName } from "../names/index.js";
import type { Tag } from "../source.js";
import type { CustomValidation, TypeId } from "../types.js";
import type { DeclaredType } from "./declarations.js";
import type { TaggedFunction } from "./defaulting-functions.js";
import { exportHint } from "./export-hint.js";
import { isBroken, type PackageInfo } from "./package.js";
import { placeOf, type Report } from "./report.js";

interface Input {
  readonly info: PackageInfo;
  /** The types of the version. */
  readonly declared: readonly DeclaredType[];
  readonly functions: readonly TaggedFunction[];
  readonly report: Report;
}

/** What a function can be for. */
interface Subject {
  readonly type: DeclaredType;
  readonly member: string | undefined;
  readonly name: string;
  readonly tags: readonly Tag[];
}

/**
 * Finds `validateCustom_X` and `validateCustom_X_member` by name and signature. A function whose name or signature is nearly
 * that of one, or whose type or member has no `+k8s:customValidation`, is reported: it would never be called.
 */
export function findValidationFunctions(
  input: Input,
): ReadonlyMap<TypeId, readonly CustomValidation[]> {
  const named = input.functions.filter(({ syntax }) => anyName.test(syntax.name));
  const found = new Map<TypeId, CustomValidation[]>();
  if (named.length === 0) return found;
  const subjects = input.declared.flatMap(subjectsOf);
  for (const place of named) {
    const subject = linkFunction({ ...input, place, subjects });
    if (subject === undefined) continue;
    const { type, member, name } = subject;
    const known = found.get(type.id) ?? [];
    const same = known.find((one) => one.name === name);
    if (same === undefined) {
      const module = place.scope.file.path;
      found.set(type.id, [...known, { name, module, member }]);
    } else {
      const hint = `'${same.module}' exports one already`;
      reportFunction({ ...input, place, problem: "there are two of it", hint });
    }
  }
  return found;
}

const anyName = /^validate_?custom_?./i;

function subjectsOf(type: DeclaredType): readonly Subject[] {
  const { declaration, tags } = type;
  const members =
    declaration.kind === "interface"
      ? declaration.members
      : declaration.type.kind === "object"
        ? declaration.type.members
        : [];
  const subject = (member: string | undefined, own: readonly Tag[]): Subject => ({
    type,
    member,
    name: customValidationName({ type: type.name, member }),
    tags: own,
  });
  return [subject(undefined, tags), ...members.map((one) => subject(one.name, one.tags))];
}

/** What a function is for; undefined where it was reported. */
function linkFunction(
  input: Input & { readonly place: TaggedFunction; readonly subjects: readonly Subject[] },
): Subject | undefined {
  const { info, place, subjects } = input;
  const { name } = place.syntax;
  const subject = subjects.find((one) => one.name === name);
  if (subject === undefined) {
    const plain = (text: string): string => text.replaceAll("_", "").toLowerCase();
    const meant = subjects.find((one) => plain(one.name) === plain(name))?.name;
    // A name that is only similar belongs to something else.
    if (isBroken(info) || (meant === undefined && !name.startsWith("validateCustom_"))) {
      return undefined;
    }
    const candidates = subjects.map((one) => one.name);
    const hint =
      meant === undefined ? didYouMean({ word: name, candidates }) : `call it '${meant}'`;
    const problem =
      meant === undefined
        ? `there is no type or member '${name.replace("validateCustom_", "")}'`
        : "it is spelled otherwise";
    return reportFunction({ ...input, problem, hint });
  }
  if (!subject.tags.some(isCustom)) {
    const { type, member } = subject;
    const owner = member === undefined ? `type ${type.name}` : `'${member}' of ${type.name}`;
    const hint = `add '// +k8s:customValidation' to ${owner}`;
    return reportFunction({ ...input, problem: `${owner} does not ask for it`, hint });
  }
  if (!place.exported) {
    const hint = exportHint(place.syntax);
    return reportFunction({ ...input, problem: "it is not exported", hint });
  }
  return hasSignature(place) ? subject : reportSignature({ ...input, subject });
}

/** The tag, or a condition in front of it. */
function isCustom({ name, value = "" }: Tag): boolean {
  return name === "k8s:customValidation" || value.endsWith("+k8s:customValidation");
}

function hasSignature({ syntax }: TaggedFunction): boolean {
  const [value, ...others] = syntax.parameters;
  return (
    !syntax.async &&
    !syntax.generator &&
    (value?.type === undefined || /^ValidationInput<.*>$/.test(value.type)) &&
    value !== undefined &&
    others.every(({ required }) => !required) &&
    (syntax.result === undefined || /^(?:FieldError\[\]|Array<FieldError>)$/.test(syntax.result))
  );
}

function reportSignature(
  input: Input & { readonly place: TaggedFunction; readonly subject: Subject },
): undefined {
  const { place, subject, report } = input;
  const { name, type, member } = subject;
  const value =
    member === undefined ? type.name : `NonNullable<${type.name}[${JSON.stringify(member)}]>`;
  const hint = `write 'export function ${name}(input: ValidationInput<DeepReadonly<${value}>>): FieldError[]'`;
  const span = placeOf(place.scope.file, place.syntax.span);
  report(diagnostic("model/validation-signature", { name }, { span, hint }));
  return undefined;
}

function reportFunction(
  input: Input & {
    readonly place: TaggedFunction;
    readonly problem: string;
    readonly hint: string | undefined;
  },
): undefined {
  const { place, problem, hint, report } = input;
  const { name } = place.syntax;
  const span = placeOf(place.scope.file, place.syntax.span);
  report(diagnostic("model/validation-function", { name, problem }, { span, hint }));
  return undefined;
}
