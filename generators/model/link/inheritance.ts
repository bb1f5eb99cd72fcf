import { diagnostic } from "../../diagnostics/index.js";
import { resolveAliases } from "../lookup.js";
import type { TypeId } from "../types.js";
import type { DeclaredType } from "./declarations.js";
import { placeholder } from "./expressions.js";
import type { Report } from "./report.js";

/** Reports interfaces that extend themselves, and puts the placeholder in the place of their parents. */
export function withoutCycles(input: {
  readonly types: readonly DeclaredType[];
  readonly report: Report;
}): readonly DeclaredType[] {
  const byId = new Map(input.types.map((type) => [type.id, type]));
  return input.types.map((type) => {
    if (type.declaration.kind !== "interface" || !extendsItself({ byId, type })) {
      return type;
    }
    input.report(diagnostic("type/cycle", { name: type.name }, { span: type.span }));
    return { ...type, declaration: { ...type.declaration, extends: [placeholder] } };
  });
}

function extendsItself(input: {
  readonly byId: ReadonlyMap<TypeId, DeclaredType>;
  readonly type: DeclaredType;
}): boolean {
  const seen = new Set<TypeId>();
  const visit = (id: TypeId): boolean => {
    const declaration = input.byId.get(id)?.declaration;
    if (declaration?.kind !== "interface" || seen.has(id)) {
      return false;
    }
    seen.add(id);
    return declaration.extends.some((parent) => {
      const target = resolveAliases(input.byId, parent);
      return target.kind === "reference" && (target.id === input.type.id || visit(target.id));
    });
  };
  return visit(input.type.id);
}
