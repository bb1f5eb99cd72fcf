import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import {
  type ApiType,
  type ApiVersion,
  isValidated,
  type Member,
  type ModelIndex,
  type TypeId,
  type TypesById,
  typeById,
} from "../model/index.js";
import type { TypeSchemas } from "../schema/index.js";
import { pruned, type TypePlan, typesIn } from "./plan.js";
import { rootProblems, rootsOf } from "./roots.js";
import { typesWithMarkers } from "./schema-asked.js";
import { typePlan } from "./type-plan.js";
import { checkedSchemas, type TypeSchema } from "./type-schema.js";
import { unusedRules } from "./unused.js";

/** What is checked in a project. */
export interface Plans {
  readonly index: ModelIndex;
  /** The types that get a function, with what it does. */
  readonly plans: ReadonlyMap<TypeId, TypePlan>;
  readonly roots: ReadonlySet<TypeId>;
  /** Of the types whose values a schema checks, too. */
  readonly schemas: ReadonlyMap<TypeId, TypeSchema>;
  /** Of all types. */
  readonly schemaSource: TypeSchemas;
  readonly diagnostics: readonly Diagnostic[];
}

/** Plans the functions of all types that something asks for, and of what these hold. */
export function planValidation(input: {
  readonly index: ModelIndex;
  /** Those that are switched on. */
  readonly generators: readonly string[];
  readonly importExtension: string;
}): Plans {
  const { index } = input;
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
  const { importExtension } = input;
  const marked = typesWithMarkers(index);
  const bySchema = ({ id }: ApiType): boolean => marked.has(id);
  const context = { types, report, importExtension, bySchema, ownerOf: ownersOf(types) };
  const all = new Map<TypeId, TypePlan>();
  const reached = new Set(roots);
  for (const id of reached) {
    const plan = typePlan({ context, type: typeById(types, id) });
    all.set(id, plan);
    for (const held of typesIn(plan)) if (types.has(held)) reached.add(held);
  }
  const checked = checkedSchemas({ ...input, marked, reached, roots });
  const plans = new Map(withFunctions(all));
  for (const id of checked.schemas.keys()) {
    if (!plans.has(id)) plans.set(id, { statements: [] });
  }
  for (const one of unusedRules({ ...input, reached })) report(one);
  checked.diagnostics.forEach(report);
  for (const version of versions) pointless({ version, plans, roots }).forEach(report);
  const { schemas, source: schemaSource } = checked;
  return { index, plans, roots, schemas, schemaSource, diagnostics: [...diagnostics.values()] };
}

/** The types that declare members. */
function ownersOf(types: TypesById): ReadonlyMap<Member, ApiType> {
  const owners = [...types.values()].flatMap((type) => {
    const { declaration } = type;
    const object = declaration.kind === "interface" ? declaration : declaration.type;
    const members = "members" in object && object.kind !== "union" ? object.members : [];
    return members.map((member) => [member, type] as const);
  });
  return new Map(owners);
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
