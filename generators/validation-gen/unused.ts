import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import {
  type ApiType,
  ancestors,
  constraintsOf,
  isImported,
  isValidated,
  type Member,
  type ModelIndex,
  type Tag,
  type TypeId,
  typeById,
} from "../model/index.js";
import { schemaTypes } from "./references.js";
import { rulesOf } from "./rules.js";

interface Input {
  readonly index: ModelIndex;
  /** Those that are switched on. */
  readonly generators: readonly string[];
  /** The types whose values functions check. */
  readonly reached: ReadonlySet<TypeId>;
}

/** Types with rules that no function checks and no schema says, by their first tag. */
export function unusedRules(input: Input): readonly Diagnostic[] {
  const { index, generators } = input;
  const { types, versionOf } = index;
  const checked = withAncestors({ index, ids: input.reached });
  const inSchemas = generators.includes("crd-gen")
    ? withAncestors({ index, ids: schemaTypes(index) })
    : new Set<TypeId>();
  return [...types.values()]
    .filter((type) => !checked.has(type.id) && !isImported(type))
    .flatMap((type) => {
      const tags = [type, ...ownMembers(type)].flatMap((one) => one.tags);
      const others = inSchemas.has(type.id) ? tags.filter((tag) => !isSchemaTag(tag)) : tags;
      const [rule] = rulesOf(others);
      if (rule === undefined) return [];
      const version = versionOf.get(type.id);
      const asked = version !== undefined && isValidated(version);
      const hint = asked
        ? undefined
        : "add '// +k8s:validation-gen=TypesWithField=TypeMeta' to doc.ts";
      const names = { tag: rule.text, type: type.name };
      return [diagnostic("generate/unused-validation", names, { span: rule.span, hint })];
    });
}

/** Whether a CustomResourceDefinition says what the tag does. */
function isSchemaTag(tag: Tag): boolean {
  return (
    tag.name === "k8s:required" || tag.name === "k8s:optional" || constraintsOf([tag]).length > 0
  );
}

/** With the interfaces whose members the types have. */
function withAncestors(input: {
  readonly index: ModelIndex;
  readonly ids: Iterable<TypeId>;
}): ReadonlySet<TypeId> {
  const { types } = input.index;
  const inherited = [...input.ids].flatMap((id) =>
    ancestors(types, typeById(types, id)).flatMap((parent) =>
      parent.kind === "reference" && types.has(parent.id) ? [parent.id] : [],
    ),
  );
  return new Set([...input.ids, ...inherited]);
}

function ownMembers({ declaration }: ApiType): readonly Member[] {
  return declaration.kind === "interface" ? declaration.members : [];
}
