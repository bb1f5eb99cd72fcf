import {
  type FieldError,
  type RuleChecks,
  validateCustomResourceDefinition,
} from "crd-runtime/schema";
import { type Diagnostic, diagnostic, type SourceSpan } from "../diagnostics/index.js";
import type { TypesById } from "../model/index.js";
import { problemText, refusalOf, withoutSums } from "../schema/index.js";
import { asDefinition, type CustomResourceDefinition, type VersionedKind } from "./crd.js";

const inSchema = /^spec\.(?:versions\[(\d+)\]\.schema|validation)\.openAPIV3Schema(.*)$/s;
/** Of what is checked before, with words of our own. */
const elsewhere = /^(?:spec\.names|spec\.group|status|metadata\.name$)/;
const approval = "api-approved.kubernetes.io";

/** What the API server would refuse in a definition, at the types and tags that it was made of. */
export function serverProblems(input: {
  readonly crd: CustomResourceDefinition;
  readonly kind: VersionedKind;
  readonly types: TypesById;
  readonly rules: RuleChecks;
}): readonly Diagnostic[] {
  const { crd, kind, types, rules } = input;
  const errors = validateCustomResourceDefinition({ definition: asDefinition(crd), rules });
  return withoutSums(errors).flatMap((error) => {
    const [, index = "0", path] = inSchema.exec(error.field) ?? [];
    const name = kind.stored.kind.kind;
    if (path === undefined) {
      if (elsewhere.test(error.field) || isUnapproved({ crd, error })) return [];
      const parameters = { kind: name, subject: error.field, problem: problemText(error) };
      const hint = liftedHint(error);
      return [diagnostic("crd/refused", parameters, { span: tagSpan({ kind, error }), hint })];
    }
    const entry = kind.versions[Number(index)] ?? kind.stored;
    const version = crd.spec.versions[Number(index)] ?? crd.spec.versions[0];
    const schema = version === undefined ? {} : version.schema.openAPIV3Schema;
    const refusal = refusalOf({ types, type: entry.type, schema, path, error });
    const { subject, problem, span, hint } = refusal;
    return [diagnostic("crd/refused", { kind: name, subject, problem }, { span, hint })];
  });
}

/** Of a group that needs an approval, where none is given: said of the group. */
function isUnapproved(input: {
  readonly crd: CustomResourceDefinition;
  readonly error: FieldError;
}): boolean {
  const { crd, error } = input;
  return error.field === `metadata.annotations[${approval}]` && !isApproved(crd);
}

/** Whether a definition says who approved the API, as those of protected groups must. */
export function isApproved({ metadata }: CustomResourceDefinition): boolean {
  return Object.hasOwn(metadata.annotations ?? {}, approval);
}

/** Tags that the parts of a version are made of; of the lists one tag an element. */
const tagsOfParts: ReadonlyMap<string, string> = new Map([
  ["additionalPrinterColumns", "kubebuilder:printcolumn"],
  ["selectableFields", "kubebuilder:selectablefield"],
  ["subresources", "kubebuilder:subresource:scale"],
  ["deprecationWarning", "kubebuilder:deprecatedversion"],
]);

/** The tag that made what is refused outside the schema, or else a patch, or else the type. */
function tagSpan(input: { readonly kind: VersionedKind; readonly error: FieldError }): SourceSpan {
  const { kind, error } = input;
  const [, version = "", part = "", index = "0"] =
    /^spec\.(?:versions\[(\d+)\]\.)?(\w+)(?:\[(\d+)\])?/.exec(error.field) ?? [];
  // What all versions say alike the server takes out of them.
  const { type } = kind.versions[Number(version)] ?? kind.stored;
  const name = error.field.startsWith("metadata.") ? "kubebuilder:metadata" : tagsOfParts.get(part);
  const made = type.tags.filter((tag) => tag.name === name)[Number(index)];
  const patch = kind.stored.type.tags.find((tag) => tag.name === "crd-project:patch");
  return (made ?? patch ?? type).span;
}

/** The server puts what is alike in all versions in one place, each part by itself, and there misses the schemas. */
function liftedHint({ field, detail }: FieldError): string | undefined {
  return field === "spec.selectableFields" && detail.includes("validations.schema")
    ? "versions with different schemas cannot have the same selectable fields: leave the tag out of one of them"
    : undefined;
}
