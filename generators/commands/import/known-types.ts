import type { KnownType } from "../../import-gen/index.js";
import {
  type FileSyntax,
  indexModel,
  type TypeExpression,
  type TypeId,
} from "../../model/index.js";
import type { ProjectConfig } from "../../options/config.js";
import { linkSyntax } from "../../plan/generate.js";
import { builtinSchemas, TypeSchemas } from "../../schema/index.js";
import type { Tool } from "../../tool.js";

/** Modules of crd-runtime, and the types there whose forms are recognised, with all that is in them: what makes pods and claims. */
const modules = {
  "crd-runtime/core/v1": [
    "LocalObjectReference",
    "ObjectReference",
    "PersistentVolumeClaim",
    "PodTemplateSpec",
    "SecretReference",
    "ServicePort",
  ],
  "crd-runtime/batch/v1": ["JobTemplateSpec"],
} as const;

/** The types of Kubernetes that an import recognises. */
export async function knownTypes(input: {
  readonly tool: Pick<Tool, "packageTypes">;
  readonly config: ProjectConfig;
}): Promise<readonly KnownType[]> {
  const { tool, config } = input;
  const { model } = await linkSyntax({
    syntax: [importing(Object.keys(modules))],
    expansions: [],
    config,
    packageTypes: tool.packageTypes,
  });
  const index = indexModel(model);
  const schemas = new TypeSchemas(index);
  const known = new Map<TypeId, KnownType>();
  const roots = new Set<string>(Object.values(modules).flat());
  const visit = (id: TypeId): void => {
    const type = index.types.get(id);
    if (type === undefined || known.has(id) || type.declaration.kind === "alias") return;
    const { members } = type.declaration;
    const named = members.flatMap(({ name, type: value }): readonly [string, string][] => {
      const inside = innermost(value);
      if (inside.kind === "builtin") return [[name, inside.name]];
      const found = inside.kind === "reference" ? index.types.get(inside.id) : undefined;
      return found === undefined ? [] : [[name, found.name]];
    });
    known.set(id, {
      name: type.name,
      schema: schemas.schemaOf(id),
      members: Object.fromEntries(named),
    });
    for (const { type: value } of members) {
      const inside = innermost(value);
      if (inside.kind === "reference") visit(inside.id);
    }
  };
  for (const [id, { name, file }] of index.types) {
    if (file in modules && roots.has(name)) visit(id);
  }
  // Where a property has types of several modules, those of all objects come first.
  return [...ofMeta, ...known.values()];
}

const ofMeta: readonly KnownType[] = [
  {
    name: "LabelSelector",
    schema: builtinSchemas.LabelSelector,
    members: { matchExpressions: "LabelSelectorRequirement" },
  },
  {
    name: "LabelSelectorRequirement",
    schema: builtinSchemas.LabelSelectorRequirement,
    members: {},
  },
];

/** A file that imports modules. */
function importing(names: readonly string[]): FileSyntax {
  return {
    path: "types.ts",
    lineStarts: [0],
    errors: [],
    description: "",
    imports: names.map((module) => ({
      module,
      span: [0, 0],
      names: [],
      namespace: undefined,
      defaultName: undefined,
    })),
    exports: [],
    declarations: [],
    functions: [],
    constants: [],
    loose: [],
  };
}

/** What lists and maps hold at last. */
function innermost(type: TypeExpression): TypeExpression {
  switch (type.kind) {
    case "array":
      return innermost(type.element);
    case "map":
      return innermost(type.value);
    case "nullable":
      return innermost(type.type);
    default:
      return type;
  }
}
