import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import type { InterfaceReference, Member } from "../model/index.js";
import { fileType, type ImportSymbol, typeSymbol } from "../render/index.js";
import type { Declaration, Declarations } from "./declarations.js";
import { contentsOf } from "./members.js";
import { memberAccess } from "./names.js";
import type { Scope } from "./scope.js";
import { namedType } from "./type-view.js";
import { type FunctionView, functionView } from "./view.js";

/** An interface with the types that carry its tag. */
export interface Implemented {
  readonly reference: InterfaceReference;
  /** The interface's declaration; undefined for one that a module exports. */
  readonly declaration: Declaration | undefined;
  readonly implementations: readonly Declaration[];
}

export interface InterfaceFunction {
  readonly functions: readonly FunctionView[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The function of an interface: a switch on the member by whose literal type the implementations differ. */
export function interfaceFunction(input: {
  readonly scope: Scope;
  readonly implemented: Implemented;
}): InterfaceFunction {
  const { scope, implemented } = input;
  const { reference, implementations } = implemented;
  const discriminant = discriminantOf({ implemented, declarations: scope.declarations });
  if (discriminant === undefined) {
    const diagnostics = implementations.map(({ type }) =>
      diagnostic(
        "generate/no-discriminant",
        { type: type.name, interface: reference.name },
        { span: type.span },
      ),
    );
    return { functions: [], diagnostics };
  }
  const cases = implementations.flatMap(({ type }) => {
    const call = scope.functionOf(type.id);
    const value = discriminant.values.get(type.id);
    if (value === undefined) return [];
    if (call !== undefined) return [{ value, call, cast: typeSymbol(type) }];
    const title = `${reference.name} as ${type.name}`;
    scope.reportUncopyable({ id: type.id, title, span: type.span });
    return [];
  });
  const view = functionView(
    {
      name: `deepCopy${reference.name}`,
      exported: true,
      title: reference.name,
      type: namedType(interfaceSymbol(implemented)),
    },
    { choice: { access: memberAccess(discriminant.name), cases, exhaustive: false } },
  );
  return { functions: [view], diagnostics: [] };
}

function interfaceSymbol({ reference, declaration }: Implemented): ImportSymbol {
  if (declaration !== undefined) return typeSymbol(declaration.type);
  const { name, module } = reference;
  if (module.endsWith(".ts")) return fileType({ name, path: module });
  return { name, module, moduleKind: "package", typeOnly: true };
}

/** The first member of the implementations that is a different string literal in each of them. */
function discriminantOf(input: {
  readonly implemented: Implemented;
  readonly declarations: Declarations;
}): { readonly name: string; readonly values: ReadonlyMap<string, string> } | undefined {
  const { implemented, declarations } = input;
  const all = implemented.implementations.map(({ type }) => ({
    id: type.id,
    members: contentsOf({ type: { kind: "reference", id: type.id }, declarations }).members,
  }));
  const { declaration } = implemented;
  const known =
    declaration &&
    contentsOf({ type: { kind: "reference", id: declaration.type.id }, declarations }).members;
  for (const { name } of known ?? all[0]?.members ?? []) {
    const values = new Map<string, string>();
    for (const { id, members } of all) {
      const value = literal(members.find((member) => member.name === name));
      if (value !== undefined) values.set(id, value);
    }
    if (values.size === all.length && new Set(values.values()).size === all.length) {
      return { name, values };
    }
  }
  return undefined;
}

function literal(member: Member | undefined): string | undefined {
  if (member?.type.kind !== "enum" || member.type.values.length !== 1) return undefined;
  const [value] = member.type.values;
  return typeof value === "string" ? value : undefined;
}
