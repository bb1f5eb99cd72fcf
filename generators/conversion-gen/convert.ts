import {
  type CopyView,
  callCopy,
  containerCopy,
  elementType,
  flatCopy,
  freeParameter,
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
import { resolveAliases, type TypeExpression, type TypeId, typeById } from "../model/index.js";
import { deepCopySymbol } from "../render/index.js";
import { asValue, builtin, mayBeScalar } from "./scalars.js";
import type { Scope } from "./scope.js";

/** Where a value stands. */
export interface Place {
  /** The expression to convert: neither null nor undefined. */
  readonly source: string;
  /** How the code names its types. */
  readonly fromType: TypeView;
  readonly toType: TypeView;
  /** What a function for an inline type at this place is named after. */
  readonly path: string;
  /** Parameters of the element functions around it. */
  readonly parameters: readonly string[];
  /** Aliases being followed, so that one that holds itself ends. */
  readonly following: readonly TypeId[];
}

interface Input {
  readonly scope: Scope;
  readonly from: TypeExpression;
  readonly to: TypeExpression;
  readonly place: Place;
}

/** The code, or why there is none. */
export type Conversion =
  | { readonly copy: CopyView; readonly misfit?: never }
  | {
      readonly misfit: string;
      /** A hand-written function says that the value is to be left out. */
      readonly drop?: true;
      readonly copy?: never;
    };

type Of<Kind extends TypeExpression["kind"]> = Extract<TypeExpression, { readonly kind: Kind }>;

/** How a value of one type becomes one of another; where they are the same it is copied. */
export function convert(input: Input): Conversion {
  const { scope, from, to, place } = input;
  if (from.kind === "reference" && to.kind === "reference") {
    const found = byFunction({ ...input, from, to });
    if (found !== undefined) return found;
  }
  if (to.kind === "union" && to.form !== "discriminated") {
    const found = intoWider({ ...input, to });
    if (found !== undefined) return found;
  }
  if (from.kind === "reference" || to.kind === "reference") return throughAliases(input);
  if (to.kind === "nullable") {
    const inner = from.kind === "nullable" ? from.type : from;
    const types = { fromType: notNullType(place.fromType), toType: notNullType(place.toType) };
    return convert({ scope, from: inner, to: to.type, place: { ...place, ...types } });
  }
  switch (from.kind) {
    case "string":
    case "boolean":
    case "number":
    case "enum":
      return asValue({ from, to, source: place.source });
    case "builtin":
      return builtin({ name: from.name, to, source: place.source });
    case "nullable":
      return { misfit: "may be null" };
    case "object":
      return to.kind === "object" ? object({ scope, from, to, place }) : otherKind;
    case "array":
      return to.kind === "array"
        ? elements({ ...input, from: from.element, to: to.element, container: "array" })
        : otherKind;
    case "tuple":
      return to.kind === "tuple" ? tuple({ scope, from, to, place }) : otherKind;
    case "map":
      return to.kind === "map"
        ? elements({ ...input, from: from.value, to: to.value, container: "map" })
        : otherKind;
    case "union":
      return to.kind === "union" ? union({ scope, from, to, place }) : otherKind;
  }
}

const otherKind: Conversion = { misfit: "has another type" };

/** By a function for the two types; undefined where there is none, and none is needed. */
function byFunction(
  input: Input & { readonly from: Of<"reference">; readonly to: Of<"reference"> },
): Conversion | undefined {
  const { scope, from, to, place } = input;
  const { source } = place;
  const call = scope.functionFor({ from: from.id, to: to.id });
  if (call === "drop") return { misfit: "is dropped", drop: true };
  if (call !== undefined) return { copy: callCopy({ call, source }) };
  if (from.id !== to.id) return undefined;
  const type = typeById(scope.types, from.id);
  const version = scope.versionOf(from.id);
  if (scope.shapeOf(from) === "value") return { copy: valueCopy(source) };
  const copy = deepCopySymbol({ type, version });
  if (copy !== undefined && type.deepCopy.handWritten === undefined)
    scope.usesGeneratedCopies = true;
  return copy && { copy: callCopy({ call: copy, source }) };
}

/** A value that is one of what `T | T[]` or `T | boolean` can be; undefined for another union, which is none of them. */
function intoWider(
  input: Input & { readonly to: Exclude<Of<"union">, { readonly form: "discriminated" }> },
): Conversion | undefined {
  const { scope, from, to, place } = input;
  const resolved = resolveAliases(scope.types, from);
  const { kind } = resolved;
  if (kind === "nullable" || (kind === "union" && resolved.form !== "discriminated")) {
    return undefined;
  }
  if (to.form === "orBoolean") {
    if (kind === "boolean") return { copy: valueCopy(place.source) };
    const toType = notBooleanType(place.toType);
    return convert({ scope, from, to: to.type, place: { ...place, toType } });
  }
  if (kind === "array") {
    const many = { kind, element: to.type } as const;
    return convert({ scope, from, to: many, place: { ...place, toType: manyType(place.toType) } });
  }
  return convert({ scope, from, to: to.type, place: { ...place, toType: oneType(place.toType) } });
}

/** Goes on with what aliases stand for. */
function throughAliases(input: Input): Conversion {
  const { scope, place } = input;
  const follow = (type: TypeExpression): TypeExpression | undefined => {
    if (type.kind !== "reference") return type;
    const { declaration } = typeById(scope.types, type.id);
    return declaration.kind === "alias" && !place.following.includes(type.id)
      ? declaration.type
      : undefined;
  };
  const to = follow(input.to);
  // What is no alias may become what `T | T[]` and `T | boolean` hold.
  const isUnion = input.to.kind === "reference" && to?.kind === "union";
  const from = follow(input.from) ?? (isUnion ? input.from : undefined);
  if (from === undefined || to === undefined) return { misfit: withoutFunction(input) };
  const through = [input.from, input.to].flatMap((type) =>
    type.kind === "reference" ? [type.id] : [],
  );
  const following = [...place.following, ...through];
  return convert({ scope, from, to, place: { ...place, following } });
}

function withoutFunction({ scope, from, to }: Input): string {
  if (from.kind !== "reference" || to.kind !== "reference") return "has another type";
  const [old, other] = [from, to].map(({ id }) => typeById(scope.types, id).name);
  return `has no function that converts ${old} to ${other}`;
}

function elements(input: Input & { readonly container: "array" | "map" }): Conversion {
  const { scope, from, to, place, container } = input;
  const { source } = place;
  const parameter = freeParameter({ ...place, word: container === "array" ? "item" : "value" });
  const key = container === "array" ? "number" : "string";
  const converted = convert({ scope, from, to, place: placeOf({ place, parameter, key }) });
  if (converted.copy === undefined) {
    return { misfit: `${converted.misfit} in its ${container === "array" ? "items" : "values"}` };
  }
  const { copy } = converted;
  if (copy.template === "copy/value") return { copy: flatCopy({ container, source }) };
  const ofScalars = mayBeScalar({ types: scope.types, type: from });
  return { copy: containerCopy({ container, source, parameter, copy, ofScalars }) };
}

/** Item by item: tuples of the same length. */
function tuple(
  input: Input & { readonly from: Of<"tuple">; readonly to: Of<"tuple"> },
): Conversion {
  const { scope, from, to, place } = input;
  if (from.elements.length !== to.elements.length) return { misfit: "has another length" };
  const parameter = freeParameter({ ...place, word: "item" });
  const items: { readonly parameter: string; readonly copy: CopyView }[] = [];
  for (const [index, element] of from.elements.entries()) {
    const inside = placeOf({ place, parameter, key: index });
    const converted = convert({
      scope,
      from: element,
      to: to.elements[index] ?? element,
      place: { ...inside, path: `${place.path}${index}` },
    });
    if (converted.copy === undefined) return { misfit: `${converted.misfit} in its items` };
    items.push({ parameter, copy: converted.copy });
  }
  return { copy: tupleCopy({ source: place.source, items }) };
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
    fromType: elementType({ type: place.fromType, key }),
    toType: elementType({ type: place.toType, key }),
    parameters: [...place.parameters, parameter],
  };
}

/** An inline object: by a function of the file. */
function object(
  input: Input & { readonly from: Of<"object">; readonly to: Of<"object"> },
): Conversion {
  const { scope, from, to, place } = input;
  const { members, problems } = scope.members({
    from: from.members,
    to: to.members,
    fromType: place.fromType,
    toType: place.toType,
    path: place.path,
  });
  const [first] = problems;
  if (first !== undefined) return { misfit: `${first.reason} ('${first.name}' in it)` };
  const call = scope.inlineFunction({ ...place, body: { kind: "members", members } });
  return { copy: callCopy({ call, source: place.source }) };
}

function union(
  input: Input & { readonly from: Of<"union">; readonly to: Of<"union"> },
): Conversion {
  const { scope, from, to, place } = input;
  const { source } = place;
  if (from.form === "discriminated") {
    if (to.form !== "discriminated") return otherKind;
    const choice = scope.choice({ from, to });
    if (choice.misfit !== undefined) return choice;
    const call = scope.inlineFunction({ ...place, body: choice });
    return { copy: callCopy({ call, source }) };
  }
  if (to.form === "discriminated" || from.form !== to.form) return otherKind;
  if (from.form === "orBoolean") {
    const inner = convert({ scope, from: from.type, to: to.type, place });
    if (inner.copy === undefined) return inner;
    const { copy } = inner;
    return copy.template === "copy/value" ? inner : { copy: orBooleanCopy({ source, copy }) };
  }
  const many = convert({
    scope,
    from: { kind: "array", element: from.type },
    to: { kind: "array", element: to.type },
    place: { ...place, fromType: manyType(place.fromType), toType: manyType(place.toType) },
  });
  const one = convert({
    scope,
    from: from.type,
    to: to.type,
    place: { ...place, fromType: oneType(place.fromType), toType: oneType(place.toType) },
  });
  if (one.copy === undefined) return one;
  if (many.copy === undefined) return many;
  return { copy: oneOrManyCopy({ source, one: one.copy, many: many.copy }) };
}

/** Something that is left to a function written by hand. */
export interface Problem {
  /** The member. */
  readonly name: string;
  readonly reason: string;
  readonly span: SourceSpan;
}
