import { type Diagnostic, diagnostic, didYouMean } from "../diagnostics/index.js";
import { scanValue, type Tag, writtenTag } from "../model/index.js";
import type { JSONSchemaProps } from "./schema.js";

const names = /^kubebuilder:validation:(?:AtMost|Exactly|AtLeast)OneOf$/;

/** Members in AtMostOneOf and its like that the type does not have, or always has. */
export function oneOfProblems(input: {
  readonly schema: JSONSchemaProps;
  readonly tags: readonly Tag[];
}): readonly Diagnostic[] {
  return input.tags
    .filter(({ name }) => names.test(name))
    .flatMap((tag) =>
      membersOf(tag).flatMap((member) => problemOf({ tag, member, schema: input.schema }) ?? []),
    );
}

function membersOf({ value = "" }: Tag): readonly string[] {
  const scanned = scanValue({ text: value, at: 0 }, "list");
  return scanned.ok && Array.isArray(scanned.value) ? scanned.value.map(String) : [];
}

function problemOf(input: {
  readonly tag: Tag;
  readonly member: string;
  readonly schema: JSONSchemaProps;
}): Diagnostic | undefined {
  const { tag, member } = input;
  const { properties = {}, required = [] } = input.schema;
  const parameters = { tag: writtenTag(tag) };
  if (!Object.hasOwn(properties, member)) {
    const hint = member.includes(".")
      ? "members of members cannot be named"
      : didYouMean({ word: member, candidates: Object.keys(properties) });
    const problem = `the type has no member '${member}'`;
    return diagnostic("crd/marker", { ...parameters, problem }, { span: tag.span, hint });
  }
  if (!required.includes(member)) return undefined;
  const problem = `'${member}' is always set`;
  const hint = `write '${member}?' to make the member optional`;
  return diagnostic("crd/marker", { ...parameters, problem }, { span: tag.span, hint });
}
