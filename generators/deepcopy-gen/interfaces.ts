import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import {
  type ApiType,
  type ApiVersion,
  type InterfaceReference,
  type ModelIndex,
  stringLiterals,
  type TypeId,
  taggedInterfaces,
} from "../model/index.js";
import { type ImportSymbol, memberAccess, moduleType, typeSymbol } from "../render/index.js";
import { contentsOf } from "./members.js";
import type { Scope } from "./scope.js";
import { type ChoiceView, type FunctionView, functionView } from "./view.js";

/** An interface with the types whose tag names it. */
export interface Implemented {
  readonly reference: InterfaceReference;
  /** Undefined when a module outside the API types exports it. */
  readonly declared: ApiType | undefined;
  readonly types: readonly ApiType[];
}

/**
 * The interfaces whose function stands in the file of a version: those that the version declares,
 * and those of other modules that its types name.
 */
export function interfacesOf(
  index: ModelIndex,
): (version: Pick<ApiVersion, "directory" | "types">) => readonly Implemented[] {
  const types = index.types;
  const byId = new Map<TypeId, readonly ApiType[]>();
  for (const tagged of taggedInterfaces({ types, tagged: [...types.values()] })) {
    const { id } = tagged.interface;
    if (id !== undefined)
      byId.set(
        id,
        tagged.types.map(({ type }) => type),
      );
  }
  return (version) => {
    const own = version.types.flatMap((declared) => {
      const implementations = byId.get(declared.id);
      if (implementations === undefined) return [];
      const reference = { name: declared.name, id: declared.id, module: declared.file };
      return [{ reference, declared, types: implementations }];
    });
    const foreign = taggedInterfaces({ types, tagged: version.types })
      .filter((tagged) => tagged.interface.id === undefined)
      .map((tagged) => ({
        reference: tagged.interface,
        declared: undefined,
        types: tagged.types.map(({ type }) => type),
      }));
    return [...own, ...foreign];
  };
}

/** Interfaces whose function would have the name of another one in the file: of a type, or of an interface before it. */
export function interfaceCollisions(input: {
  readonly interfaces: readonly Implemented[];
  /** Names of the functions of types. */
  readonly functions: readonly string[];
}): readonly Diagnostic[] {
  const taken = new Set(input.functions);
  return input.interfaces.flatMap(({ reference, types }) => {
    const { name, module } = reference;
    const parameters = { function: interfaceFunctionName(reference), interface: name, module };
    if (!taken.has(parameters.function)) {
      taken.add(parameters.function);
      return [];
    }
    const [type] = types;
    const tag = type?.tags.find(
      (tag) => tag.name === "k8s:deepcopy-gen:interfaces" && tag.value?.includes(name),
    );
    const span = tag?.span ?? type?.span;
    return [diagnostic("generate/interface-collision", parameters, { span })];
  });
}

function interfaceFunctionName(reference: InterfaceReference): string {
  return `deepCopy${reference.name}`;
}

/** The function of an interface: a switch on the member by whose literal type the implementations differ. */
export function interfaceFunction(input: {
  readonly scope: Scope;
  readonly implemented: Implemented;
}): readonly FunctionView[] {
  const { scope, implemented } = input;
  const { reference, declared, types } = implemented;
  const literals = types.map((type) => ({ type, values: stringLiterals(scope.types, type) }));
  const candidates =
    declared === undefined
      ? [...(literals[0]?.values.keys() ?? [])]
      : contentsOf({
          type: { kind: "reference", id: declared.id },
          types: scope.types,
        }).members.map(({ name }) => name);
  const discriminant = candidates.find((name) => {
    const values = new Set(literals.map((each) => each.values.get(name)));
    return values.size === types.length && !values.has(undefined);
  });
  if (discriminant === undefined) {
    const parameters = { interface: reference.name };
    const span = (declared ?? types[0])?.span;
    scope.report(diagnostic("generate/no-discriminant", parameters, { span }));
    return [];
  }
  const cases = literals.flatMap(({ type, values }) => {
    const value = values.get(discriminant) ?? "";
    const call = scope.functionOf(type.id);
    if (call !== undefined) return [{ value, call, cast: typeSymbol(type) }];
    const title = `${reference.name} as ${type.name}`;
    scope.reportUncopyable({ id: type.id, title, span: type.span });
    return [];
  });
  const subject = {
    name: interfaceFunctionName(reference),
    exported: true,
    title: reference.name,
    type: interfaceSymbol(implemented),
    inline: undefined,
  };
  const body: ChoiceView = {
    template: "deepcopy-gen/body/choice",
    type: subject.type,
    access: memberAccess(discriminant),
    cases,
    exhaustive: false,
  };
  return [functionView({ subject, body })];
}

function interfaceSymbol({ reference, declared }: Implemented): ImportSymbol {
  return declared === undefined ? moduleType(reference) : typeSymbol(declared);
}
