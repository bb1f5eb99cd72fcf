import {
  type ApiType,
  allMembers,
  isImported,
  type TypeExpression,
  type TypesById,
  typeById,
} from "../../generators/model/index.js";

/** Whether a field, such as `spec.env[0].name`, lies in a type of a package: of these the API server alone knows all. */
export function isImportedAt(input: {
  readonly types: TypesById;
  readonly type: ApiType;
  readonly field: string;
}): boolean {
  const { types, type, field } = input;
  const steps = [...field.matchAll(/([^.[\]]+)|\[([^\]]*)\]/g)].map(
    ([, name, key]) => name ?? key ?? "",
  );
  let found: readonly TypeExpression[] = [{ kind: "reference", id: type.id }];
  for (const step of steps) {
    if (found.some((one) => isPackages({ types, type: one }))) return true;
    found = found.flatMap((one) => below({ types, type: one, step }));
  }
  return found.some((one) => isPackages({ types, type: one }));
}

interface Step {
  readonly types: TypesById;
  readonly type: TypeExpression;
}

function isPackages({ types, type }: Step): boolean {
  if (type.kind === "nullable") return isPackages({ types, type: type.type });
  if (type.kind !== "reference") return false;
  const declared = typeById(types, type.id);
  const { declaration } = declared;
  return (
    isImported(declared) ||
    (declaration.kind === "alias" && isPackages({ types, type: declaration.type }))
  );
}

function below(input: Step & { readonly step: string }): readonly TypeExpression[] {
  const { types, type, step } = input;
  const named = (members: readonly { readonly name: string; readonly type: TypeExpression }[]) =>
    members.filter(({ name }) => name === step).map((member) => member.type);
  switch (type.kind) {
    case "nullable":
      return below({ ...input, type: type.type });
    case "array":
      return [type.element];
    case "tuple":
      return type.elements.slice(Number(step), Number(step) + 1);
    case "map":
      return [type.value];
    case "object":
      return named(type.members);
    case "union":
      if (type.form !== "discriminated") return [];
      return type.members.flatMap(({ id }) => below({ ...input, type: { kind: "reference", id } }));
    case "reference": {
      const declared = typeById(types, type.id);
      const { declaration } = declared;
      return declaration.kind === "alias"
        ? below({ ...input, type: declaration.type })
        : named(allMembers(types, declared));
    }
    default:
      return [];
  }
}
