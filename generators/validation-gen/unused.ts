import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import {
  type ApiType,
  ancestors,
  asksForOpenApi,
  findTag,
  isImported,
  isValidated,
  type Member,
  type ModelIndex,
  type TagReader,
  type TypeId,
  typeById,
} from "../model/index.js";
import { schemaTypes } from "./references.js";
import { type Rule, rulesOf } from "./rules.js";

interface Input {
  readonly index: ModelIndex;
  /** Those that are switched on. */
  readonly generators: readonly string[];
  /** The types whose values functions check. */
  readonly reached: ReadonlySet<TypeId>;
}

/** Types with rules that no function checks and no other generator reads, by their first tag. */
export function unusedRules(input: Input): readonly Diagnostic[] {
  const { index } = input;
  const { types, versionOf } = index;
  const checked = withAncestors({ index, ids: input.reached });
  const readersOf = readersByType(input);
  return [...types.values()]
    .filter((type) => !checked.has(type.id) && !isImported(type))
    .flatMap((type) => {
      const readers = readersOf(type);
      const tags = [type, ...ownMembers(type)].flatMap((one) => one.tags);
      const rule = rulesOf(tags).find((one) => !readers.some((reader) => isReadBy(one, reader)));
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

/** Generators of schemas that are switched on, by the types that they describe. */
function readersByType({ index, generators }: Input): (type: ApiType) => readonly TagReader[] {
  const running = (name: TagReader): boolean => generators.includes(name);
  const inDefinitions = running("crd-gen")
    ? withAncestors({ index, ids: schemaTypes(index) })
    : new Set<TypeId>();
  return (type) => [
    ...(inDefinitions.has(type.id) ? (["crd-gen"] as const) : []),
    ...(running("zod-gen") ? (["zod-gen"] as const) : []),
    ...(running("openapi-gen") && inOpenApi({ index, type }) ? (["openapi-gen"] as const) : []),
  ];
}

function inOpenApi(input: { readonly index: ModelIndex; readonly type: ApiType }): boolean {
  const { index, type } = input;
  const version = index.versionOf.get(type.id);
  return asksForOpenApi(type.tags) ?? asksForOpenApi(version?.tags ?? []) ?? false;
}

/** Whether a generator reads a rule, by the tag table, and all that stands behind it. */
function isReadBy(rule: Rule, reader: TagReader): boolean {
  const { name, chained } = rule;
  const readBy = findTag(`k8s:${name}`)?.readBy ?? [];
  return readBy.includes(reader) && (chained === undefined || isReadBy(chained, reader));
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
