import { hasApplyConfigurations } from "../model/client-files.js";
import {
  type ApiType,
  type ApiVersion,
  type BuiltinName,
  type Member,
  resolveAliases,
  type Tag,
  type TypeExpression,
  type TypeId,
  type TypesById,
  typeById,
  type UnionExpression,
} from "../model/index.js";
import { type ImportSymbol, quoted, runtimeType, typeSymbol } from "../render/index.js";
import { atomicBuiltins, builtinStructs } from "./builtins.js";
import { atomicField, type FieldView, listField, mapField, named, value } from "./field.js";
import type { StructReference } from "./structs.js";

/** Code in pieces: text and names of symbols. */
export type Code = readonly (string | ImportSymbol)[];

/** A type as an apply configuration has it. */
export interface Converted {
  /** Of a union, one each. */
  readonly alternatives: readonly Code[];
  readonly field: FieldView;
  /** Not the same type as the declared one. */
  readonly changed: boolean;
}

/** Where an expression stands. */
interface Place {
  readonly version: ApiVersion;
  /** `DatabaseSpecStorage`: the name of a type that is written there. */
  readonly path: string;
}

/** What knows the types that have apply configurations. */
export interface Converter {
  readonly types: TypesById;
  readonly versionOf: (id: TypeId) => ApiVersion;
  /** Undefined when it is no struct, or has none. */
  readonly declared: (id: TypeId) => StructReference | undefined;
  readonly inline: (input: Place & { readonly members: readonly Member[] }) => StructReference;
}

interface Input {
  readonly converter: Converter;
  readonly type: TypeExpression;
  readonly place: Place;
  /** Aliases on the way down to the expression. */
  readonly open?: ReadonlySet<TypeId>;
}

/** Converts the type of a member. */
export function convert(input: Input & { readonly tags: readonly Tag[] }): Converted {
  const { tags, ...rest } = input;
  const converted = expression(rest);
  return isAtomic(tags) ? { ...converted, field: atomicField(converted.field) } : converted;
}

function isAtomic(tags: readonly Tag[]): boolean {
  return tags.some(
    ({ name, value }) => (name === "mapType" || name === "structType") && value === "atomic",
  );
}

function expression(input: Input): Converted {
  const { type } = input;
  switch (type.kind) {
    case "string":
    case "boolean":
    case "number":
      return same([type.kind]);
    case "builtin":
      return builtin(type.name);
    case "enum":
      return {
        alternatives: type.values.map((each) => [
          typeof each === "string" ? quoted(each) : String(each),
        ]),
        field: value,
        changed: false,
      };
    case "array": {
      const element = expression({ ...input, type: type.element });
      const { changed, field } = element;
      return { alternatives: [[...inside(element), "[]"]], field: listField(field), changed };
    }
    case "tuple": {
      const elements = type.elements.map((element) => expression({ ...input, type: element }));
      const code = elements.flatMap(({ alternatives }, at): Code => {
        const item = union(alternatives);
        return at === 0 ? item : [", ", ...item];
      });
      return {
        alternatives: [["[", ...code, "]"]],
        field: value,
        changed: elements.some(({ changed }) => changed),
      };
    }
    case "map": {
      const of = expression({ ...input, type: type.value });
      const { changed, field } = of;
      const code = ["Record<string, ", ...union(of.alternatives), ">"];
      return { alternatives: [code], field: mapField(field), changed };
    }
    case "reference":
      return reference({ ...input, id: type.id });
    case "object":
      return struct(input.converter.inline({ ...input.place, members: type.members }));
    case "nullable": {
      const of = expression({ ...input, type: type.type });
      return { ...of, alternatives: [...of.alternatives, ["null"]] };
    }
    case "union":
      return unionOf({ ...input, type });
  }
}

function same(code: Code): Converted {
  return { alternatives: [code], field: value, changed: false };
}

function struct({ type, make }: StructReference): Converted {
  return { alternatives: [[type]], field: named(make), changed: true };
}

function builtin(name: BuiltinName): Converted {
  const own = builtinStructs.get(name);
  if (own === undefined) return same([runtimeType(name)]);
  const converted = struct(own);
  if (name === "ObjectMeta") return { ...converted, field: { ...value, text: '"objectMeta"' } };
  return atomicBuiltins.has(name) ? { ...converted, field: atomicField(value) } : converted;
}

function reference(input: Input & { readonly id: TypeId }): Converted {
  const { converter, id, open = new Set() } = input;
  const own = converter.declared(id);
  const type = typeById(converter.types, id);
  if (own !== undefined) {
    const converted = struct(own);
    return isAtomic(type.tags) ? { ...converted, field: atomicField(converted.field) } : converted;
  }
  if (type.declaration.kind === "interface") return partial(type);
  // What is written inside an alias would be a type of the alias's version.
  const version = converter.versionOf(id);
  if (!hasApplyConfigurations(version)) {
    const { types } = converter;
    const field = shapeOf({ types, type: type.declaration.type });
    const holds = holdsObject({ types, type: type.declaration.type, seen: new Set([id]) });
    return { ...(holds ? partial(type) : same([typeSymbol(type)])), field };
  }
  if (open.has(id)) return same([typeSymbol(type)]);
  const converted = expression({
    converter,
    type: type.declaration.type,
    place: { version, path: type.name },
    open: new Set([...open, id]),
  });
  return converted.changed ? converted : { ...converted, alternatives: [[typeSymbol(type)]] };
}

/** How a builder sets what nothing else is known of. */
function shapeOf(input: { readonly types: TypesById; readonly type: TypeExpression }): FieldView {
  const { types } = input;
  const type = resolveAliases(types, input.type);
  if (type.kind === "nullable") return shapeOf({ types, type: type.type });
  if (type.kind === "array") return listField(value);
  return type.kind === "map" ? mapField(value) : value;
}

/** Whether a type has members somewhere. */
function holdsObject(input: {
  readonly types: TypesById;
  readonly type: TypeExpression;
  readonly seen: Set<TypeId>;
}): boolean {
  const { types, type, seen } = input;
  switch (type.kind) {
    case "object":
      return true;
    case "array":
      return holdsObject({ types, type: type.element, seen });
    case "tuple":
      return type.elements.some((element) => holdsObject({ types, type: element, seen }));
    case "map":
      return holdsObject({ types, type: type.value, seen });
    case "nullable":
      return holdsObject({ types, type: type.type, seen });
    case "union":
      return type.form === "discriminated" || holdsObject({ types, type: type.type, seen });
    case "builtin":
      return builtinStructs.has(type.name);
    case "reference": {
      if (seen.has(type.id)) return false;
      seen.add(type.id);
      const { declaration } = typeById(types, type.id);
      return (
        declaration.kind === "interface" || holdsObject({ types, type: declaration.type, seen })
      );
    }
    default:
      return false;
  }
}

/** A type whose version has no apply configurations. */
function partial(type: ApiType): Converted {
  const code = [runtimeType("DeepPartial"), "<", typeSymbol(type), ">"];
  return { alternatives: [code], field: value, changed: true };
}

function unionOf(input: Input & { readonly type: UnionExpression }): Converted {
  const { type } = input;
  if (type.form === "discriminated") {
    const members = type.members.map(({ id }) => reference({ ...input, id }));
    return {
      alternatives: members.flatMap(({ alternatives }) => alternatives),
      field: { ...value, of: members.flatMap(({ field }) => field.of) },
      changed: true,
    };
  }
  const of = expression({ ...input, type: type.type });
  const more = type.form === "orBoolean" ? ["boolean"] : [...inside(of), "[]"];
  return { ...of, alternatives: [...of.alternatives, more], field: value };
}

/** As the element of an array. */
function inside({ alternatives }: Converted): Code {
  const code = union(alternatives);
  return alternatives.length > 1 ? ["(", ...code, ")"] : code;
}

function union(alternatives: readonly Code[]): Code {
  return alternatives.flatMap((code, at) => (at === 0 ? code : [" | ", ...code]));
}
