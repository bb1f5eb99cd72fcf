import {
  type CopyView,
  callCopy,
  containerCopy,
  elementType,
  flatCopy,
  freeParameter,
  jsonCopy,
  manyType,
  notBooleanType,
  notNullType,
  oneOrManyCopy,
  oneType,
  orBooleanCopy,
  type TypeView,
  tupleCopy,
  valueCopy,
} from "../copy/index.js";
import type { SourceSpan } from "../diagnostics/index.js";
import { builtins, type TypeExpression, type TypeId, typeById } from "../model/index.js";
import { type ImportSymbol, runtimeValue } from "../render/index.js";
import type { Scope } from "./scope.js";

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
      return valueCopy(source);
    case "builtin":
      return builtinCopy({ name: type.name, source });
    case "nullable":
      return copyOf({ scope, type: type.type, place: { ...place, type: notNullType(place.type) } });
    case "reference":
      return referenceCopy({ scope, id: type.id, place });
    case "object":
      return callCopy({ call: scope.inlineFunction({ ...place, of: type }), source });
    case "array":
      return elementsCopy({ scope, type: type.element, place, container: "array" });
    case "tuple":
      return itemsCopy({ scope, elements: type.elements, place });
    case "map":
      return elementsCopy({ scope, type: type.value, place, container: "map" });
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
      return valueCopy(source);
    case "json":
      return jsonCopy(source);
    case "function":
      return callCopy({ call: runtimeValue(`deepCopy${name}`), source });
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
    type.deepCopy.handWrittenInto === undefined &&
    scope.shapeOf({ kind: "reference", id }) !== "nested";
  const call: ImportSymbol | undefined = simple ? undefined : scope.functionOf(id);
  if (call !== undefined) return callCopy({ call, source: place.source });
  const opaque = declaration.kind === "interface" || declaration.type.kind === "object";
  if (opaque || place.following.includes(id)) {
    scope.reportUncopyable({ id, title: place.title, span: place.span });
    return undefined;
  }
  const following = [...place.following, id];
  return copyOf({ scope, type: declaration.type, place: { ...place, following } });
}

function elementsCopy(input: {
  readonly scope: Scope;
  readonly type: TypeExpression;
  readonly place: Place;
  readonly container: "array" | "map";
}): CopyView | undefined {
  const { scope, type, place, container } = input;
  const { source } = place;
  if (scope.shapeOf(type) === "value") return flatCopy({ container, source });
  const parameter = freeParameter({ ...place, word: container === "array" ? "item" : "value" });
  const key = container === "array" ? "number" : "string";
  const copy = copyOf({ scope, type, place: placeOf({ place, parameter, key }) });
  return copy && containerCopy({ container, source, parameter, copy });
}

/** The items of a tuple. */
function itemsCopy(input: {
  readonly scope: Scope;
  readonly elements: readonly TypeExpression[];
  readonly place: Place;
}): CopyView | undefined {
  const { scope, elements, place } = input;
  const parameter = freeParameter({ ...place, word: "item" });
  const items = elements.map((type, index) => {
    const inside = placeOf({ place, parameter, key: index });
    const path = `${place.path}${index}`;
    const copy = copyOf({ scope, type, place: { ...inside, path } });
    return copy && { parameter, copy };
  });
  const copied = items.filter((item) => item !== undefined);
  return copied.length < items.length
    ? undefined
    : tupleCopy({ source: place.source, items: copied });
}

/** What is in a container. */
function placeOf(input: {
  readonly place: Place;
  readonly parameter: string;
  readonly key: Parameters<typeof elementType>[0]["key"];
}): Place {
  const { place, parameter, key } = input;
  return {
    ...place,
    source: parameter,
    type: elementType({ type: place.type, key }),
    parameters: [...place.parameters, parameter],
  };
}

function unionCopy(input: {
  readonly scope: Scope;
  readonly type: Extract<TypeExpression, { readonly kind: "union" }>;
  readonly place: Place;
}): CopyView | undefined {
  const { scope, type, place } = input;
  const { source } = place;
  if (type.form === "discriminated") {
    return callCopy({ call: scope.inlineFunction({ ...place, of: type }), source });
  }
  if (type.form === "orBoolean") {
    if (scope.shapeOf(type) === "value") return valueCopy(source);
    const of = { ...place, type: notBooleanType(place.type) };
    const copy = copyOf({ scope, type: type.type, place: of });
    return copy && orBooleanCopy({ source, copy });
  }
  const manyPlace = { ...place, type: manyType(place.type) };
  const many = copyOf({ scope, type: { kind: "array", element: type.type }, place: manyPlace });
  const one = copyOf({ scope, type: type.type, place: { ...place, type: oneType(place.type) } });
  return one && many && oneOrManyCopy({ source, one, many });
}
