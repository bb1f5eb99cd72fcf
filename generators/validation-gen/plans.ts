import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import {
  type ApiType,
  type ApiVersion,
  ancestors,
  constraintsOf,
  isValidated,
  type ModelIndex,
  type Tag,
  type TypeId,
  typeById,
} from "../model/index.js";
import { pruned, type TypePlan, typesIn } from "./plan.js";
import { rootProblems, rootsOf } from "./roots.js";
import { rulesOf } from "./rules.js";
import { typePlan } from "./type-plan.js";

/** What is checked in a project. */
export interface Plans {
  readonly index: ModelIndex;
  /** The types that get a function, with what it does. */
  readonly plans: ReadonlyMap<TypeId, TypePlan>;
  readonly roots: ReadonlySet<TypeId>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Plans the functions of all types that something asks for, and of what these hold. */
export function planValidation(index: ModelIndex): Plans {
  const { types } = index;
  const diagnostics = new Map<string, Diagnostic>();
  // A member that is inherited is planned with every type that has it, and reported once.
  const report = (one: Diagnostic): void => {
    diagnostics.set(JSON.stringify(one), one);
  };
  const versions = index.versions.map(({ version }) => version);
  for (const version of versions) rootProblems({ types, version }).forEach(report);
  const roots = new Set(
    versions.flatMap((version) => rootsOf({ types, version }).map(({ id }) => id)),
  );
  const all = new Map<TypeId, TypePlan>();
  const reached = new Set(roots);
  for (const id of reached) {
    const plan = typePlan({ context: { types, report }, type: typeById(types, id) });
    all.set(id, plan);
    for (const held of typesIn(plan)) if (types.has(held)) reached.add(held);
  }
  const plans = withFunctions(all);
  for (const one of unused({ index, reached })) report(one);
  for (const version of versions) pointless({ version, plans, roots }).forEach(report);
  return { index, plans, roots, diagnostics: [...diagnostics.values()] };
}

/** Leaves out types of which nothing is checked; a type that holds only such ones is one, too. */
function withFunctions(all: ReadonlyMap<TypeId, TypePlan>): ReadonlyMap<TypeId, TypePlan> {
  const holders = new Map<TypeId, TypeId[]>();
  const checked = new Set<TypeId>();
  for (const [id, plan] of all) {
    if (pruned({ plan, isChecked: () => false }).statements.length > 0) checked.add(id);
    for (const held of typesIn(plan)) {
      const known = holders.get(held);
      if (known === undefined) holders.set(held, [id]);
      else known.push(id);
    }
  }
  // What is added while the loop runs is visited, too.
  for (const id of checked) for (const holder of holders.get(id) ?? []) checked.add(holder);
  const isChecked = (id: TypeId): boolean => checked.has(id);
  return new Map(
    [...all].flatMap(([id, plan]) =>
      checked.has(id) ? [[id, pruned({ plan, isChecked })] as const] : [],
    ),
  );
}

/** Types with rules that no function checks, by their first tag. */
function unused(input: {
  readonly index: ModelIndex;
  readonly reached: ReadonlySet<TypeId>;
}): readonly Diagnostic[] {
  const { types, versionOf } = input.index;
  const used = new Set(
    [...input.reached].flatMap((id) => [id, ...inherited({ ...input, type: typeById(types, id) })]),
  );
  return [...types.values()]
    .filter(({ id }) => !used.has(id))
    .flatMap((type) => {
      const { declaration } = type;
      const members = declaration.kind === "interface" ? declaration.members : [];
      const version = versionOf.get(type.id);
      const asked = version !== undefined && isValidated(version);
      // Without generated functions these are for the CustomResourceDefinitions of the version.
      const inSchema = !asked && version !== undefined && version.kinds.length > 0;
      const [rule] = [type, ...members].flatMap(({ tags }) =>
        rulesOf(inSchema ? tags.filter((tag) => !isOfSchema(tag)) : tags),
      );
      if (rule === undefined) return [];
      const hint = asked
        ? undefined
        : "add '// +k8s:validation-gen=TypesWithField=TypeMeta' to doc.ts";
      const names = { tag: rule.text, type: type.name };
      return [diagnostic("generate/unused-validation", names, { span: rule.span, hint })];
    });
}

/** Whether the schema of a CustomResourceDefinition says what a tag says. */
function isOfSchema(tag: Tag): boolean {
  return /^k8s:(?:required|optional|enum)$/.test(tag.name) || constraintsOf([tag]).length > 0;
}

/** The interfaces whose members a type has. */
function inherited(input: {
  readonly index: ModelIndex;
  readonly type: ApiType;
}): readonly TypeId[] {
  return ancestors(input.index.types, input.type).flatMap((parent) =>
    parent.kind === "reference" ? [parent.id] : [],
  );
}

/** Types that ask by a tag of their own and have nothing to check. */
function pointless(input: {
  readonly version: ApiVersion;
  readonly plans: ReadonlyMap<TypeId, TypePlan>;
  readonly roots: ReadonlySet<TypeId>;
}): readonly Diagnostic[] {
  const { version, plans, roots } = input;
  if (!isValidated(version)) return [];
  return version.types
    .filter(({ id }) => roots.has(id) && !plans.has(id))
    .flatMap((type) =>
      type.tags
        .filter((tag) => tag.name === "k8s:validation-gen" && tag.value === "true")
        .map(({ span }) =>
          diagnostic("generate/nothing-to-validate", { type: type.name }, { span }),
        ),
    );
}
