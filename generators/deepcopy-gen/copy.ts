import type { SourceSpan } from "../diagnostics/index.js";
import { builtins, type TypeExpression, type TypeId, typeById } from "../model/index.js";
import { type ImportSymbol, runtimeValue } from "../render/index.js";
import { type CopyView, copyView, type EachView, eachView } from "./copy-view.js";
import type { Scope } from "./scope.js";
import {
  elementType,
  manyType,
  notBooleanType,
  notNullType,
  oneType,
  type TypeView,
} from "./type-view.js";

/** Where a value stands, in the code and for the reader. */
export interface Place {
  /** The expression to copy. */
  readonly source: string;
  /** How the code names its type. */
  readonly type: TypeView;
  /** What a function for an inline type at this place is named after. */
  readonly path: string;
  readonly title: string;
  readonly span: SourceSpan;
  /** Parameters of the element functions around it. */
  readonly parameters: readonly string[];
  /** Aliases being followed, so that one that holds itself ends. */
  readonly following: readonly TypeId[];
}

/** The copy of a value that is neither null nor undefined; undefined when a problem was reported. */
export function copyOf(input: {
  readonly scope: Scope;
  readonly type: TypeExpression;
  readonly place: Place;
}): CopyView | undefined {
  const { scope, type, place } = input;
  const { source } = place;
  switch (type.kind) {
    case "string":
    case "boolean":
    case "number":
    case "enum":
      return copyView(source, { value: true });
    case "builtin":
      return builtinCopy({ name: type.name, source });
    case "nullable":
      return copyOf({ scope, type: type.type, place: { ...place, type: notNullType(place.type) } });
    case "reference":
      return referenceCopy({ scope, id: type.id, place });
    case "object":
      return copyView(source, { call: scope.inlineFunction({ ...place, of: type }) });
    case "array": {
      const { element } = type;
      if (scope.shapeOf(element) === "value") return copyView(source, { slice: true });
      const each = eachOf({ scope, type: element, place, container: "array" });
      return each && copyView(source, { array: each });
    }
    case "map": {
      const { value } = type;
      if (scope.shapeOf(value) === "value") return copyView(source, { spread: true });
      const each = eachOf({ scope, type: value, place, container: "map" });
      return each && copyView(source, { map: each });
    }
    case "union":
      return unionCopy({ scope, type, place });
  }
}

function builtinCopy(input: {
  readonly name: keyof typeof builtins;
  readonly source: string;
}): CopyView {
  const { name, source } = input;
  switch (builtins[name].copy) {
    case "value":
      return copyView(source, { value: true });
    case "json":
      return copyView(source, { call: runtimeValue("deepCopyJSON") });
    case "function":
      return copyView(source, { call: runtimeValue(`deepCopy${name}`) });
  }
}

/** By the type's function; an alias of a scalar or container without one is copied as what it stands for. */
function referenceCopy(input: {
  readonly scope: Scope;
  readonly id: TypeId;
  readonly place: Place;
}): CopyView | undefined {
  const { scope, id, place } = input;
  const type = typeById(scope.types, id);
  const { declaration } = type;
  const simple =
    type.deepCopy.handWritten === undefined &&
    scope.shapeOf({ kind: "reference", id }) !== "nested";
  const call: ImportSymbol | undefined = simple ? undefined : scope.functionOf(id);
  if (call !== undefined) return copyView(place.source, { call });
  const opaque = declaration.kind === "interface" || declaration.type.kind === "object";
  if (opaque || place.following.includes(id)) {
    scope.reportUncopyable({ id, title: place.title, span: place.span });
    return undefined;
  }
  const following = [...place.following, id];
  return copyOf({ scope, type: declaration.type, place: { ...place, following } });
}

function eachOf(input: {
  readonly scope: Scope;
  readonly type: TypeExpression;
  readonly place: Place;
  readonly container: "array" | "map";
}): EachView | undefined {
  const { scope, type, place, container } = input;
  const [word, key] =
    container === "array" ? (["item", "number"] as const) : (["value", "string"] as const);
  const taken = place.parameters.filter((name) => name.startsWith(word)).length;
  const parameter = taken === 0 ? word : `${word}${taken + 1}`;
  const elementPlace = {
    ...place,
    source: parameter,
    type: elementType({ type: place.type, key }),
    parameters: [...place.parameters, parameter],
  };
  const copy = copyOf({ scope, type, place: elementPlace });
  if (copy === undefined) return undefined;
  const json = type.kind === "builtin" && builtins[type.name].copy === "json";
  // copyMap passes null on by itself, but only a type that has it may be handed to a copy.
  const guard = !json && (container === "array" || mayBeNull({ scope, type }));
  return eachView({ parameter, guard, copy, byName: container === "map" && !json });
}

function mayBeNull(input: { readonly scope: Scope; readonly type: TypeExpression }): boolean {
  const { scope, type } = input;
  if (type.kind === "nullable") return true;
  if (type.kind !== "reference") return false;
  const { declaration } = typeById(scope.types, type.id);
  return declaration.kind === "alias" && mayBeNull({ scope, type: declaration.type });
}

function unionCopy(input: {
  readonly scope: Scope;
  readonly type: Extract<TypeExpression, { readonly kind: "union" }>;
  readonly place: Place;
}): CopyView | undefined {
  const { scope, type, place } = input;
  const { source } = place;
  if (type.form === "discriminated") {
    return copyView(source, { call: scope.inlineFunction({ ...place, of: type }) });
  }
  if (type.form === "orBoolean") {
    if (scope.shapeOf(type) === "value") return copyView(source, { value: true });
    const of = { ...place, type: notBooleanType(place.type) };
    const copy = copyOf({ scope, type: type.type, place: of });
    return copy && copyView(source, { orBoolean: copy });
  }
  const manyPlace = { ...place, type: manyType(place.type) };
  const many = copyOf({ scope, type: { kind: "array", element: type.type }, place: manyPlace });
  const one = copyOf({ scope, type: type.type, place: { ...place, type: oneType(place.type) } });
  return one && many && copyView(source, { oneOrMany: { one, many } });
}
