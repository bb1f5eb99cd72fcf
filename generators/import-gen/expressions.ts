import type { BuiltinName } from "../model/index.js";
import { baseOf } from "./base.js";
import type { Expression, LiteralUnion, Member, Shape, Use } from "./expression.js";
import type { Identities } from "./identity.js";
import { type MarkerPlace, markersOf } from "./keywords.js";
import type { KnownType, KnownTypes } from "./known-types.js";
import { bothEnums, type Layers, layersOf } from "./layers.js";
import { flag, type Marker } from "./marker.js";
import {
  isStruct,
  propertiesOf,
  type Schema,
  schemaAt,
  textAt,
  textsAt,
  without,
} from "./schema.js";
import { ofPlace, raw, structMarkers } from "./struct-markers.js";
import { singular, spelled } from "./words.js";

/** A type with the markers that stand where it is used. */
export interface Typed {
  readonly type: Expression;
  readonly markers: readonly Marker[];
}

/** Where a value stands. */
interface Where {
  /** Properties from the kind down. */
  readonly path: readonly string[];
  /** The type of Kubernetes that the object around it is a form of. */
  readonly within: KnownType | undefined;
  /** The description of the member. */
  readonly description: string;
}

/** What a declaration holds. */
export type Body =
  | {
      readonly form: "interface";
      readonly members: readonly Member[];
      readonly markers: readonly Marker[];
    }
  | ({ readonly form: "alias" } & Typed);

/** The same of a value that is no object with properties: whether it can be null belongs to its type. */
const ofEveryPlace: ReadonlySet<string> = new Set(["description", "default", "example"]);
/** What only declarations can say of what is inside a list or map. */
const ofDeclaration = [
  "description",
  "title",
  "externalDocs",
  "x-kubernetes-list-type",
  "x-kubernetes-list-map-keys",
  "x-kubernetes-map-type",
] as const;

/** Literals of a union that is worth a name. */
const manyLiterals = 3;

/** Turns schemas into type expressions and markers; what is to be declared is collected, breadth first. */
export class Expressions {
  readonly #identities: Identities;
  readonly #known: KnownTypes;
  readonly #builtins: ReadonlyMap<number, BuiltinName>;
  readonly #comments: ReadonlyMap<BuiltinName, string>;
  readonly #shapes = new Map<string, Shape>();
  readonly #queue: Shape[] = [];
  readonly #bodies = new Map<Shape, Body>();

  constructor(input: {
    readonly identities: Identities;
    /** Schemas of crd-runtime's structs, as crd-gen has them. */
    readonly builtins: ReadonlyMap<BuiltinName, Schema>;
    readonly known: KnownTypes;
  }) {
    const { identities, builtins, known } = input;
    this.#identities = identities;
    this.#known = known;
    this.#builtins = new Map(
      [...builtins].map(([name, schema]) => [identities.of(without(schema, ofPlace)), name]),
    );
    this.#comments = new Map(
      [...builtins].map(([name, schema]) => [name, textAt(schema, "description") ?? ""]),
    );
  }

  /** All shapes in the order in which they were found, with what they hold: call it when the roots are done. */
  bodies(): ReadonlyMap<Shape, Body> {
    // The queue grows meanwhile. To take the first off a long one costs as much as it is long.
    for (const next of this.#queue) this.#bodies.set(next, this.#body(next));
    this.#queue.length = 0;
    return this.#bodies;
  }

  /** The members of an object type. */
  members(input: {
    readonly schema: Schema;
    readonly path: readonly string[];
    /** The types of a kind's spec and status are its own, even if another type is equal. */
    readonly isKind?: boolean;
    /** The type of Kubernetes that the object is a form of. */
    readonly known?: KnownType | undefined;
  }): readonly Member[] {
    const { schema, path, isKind = false, known } = input;
    const required = new Set(textsAt(schema, "required"));
    return propertiesOf(schema).map(([name, property]) => {
      const description = textAt(property, "description");
      const isOwn = isKind && (name === "spec" || name === "status");
      const typed = this.#member({
        schema: property,
        path: [...path, spelled({ property: name, description: description ?? "" })],
        within: known,
        description: description ?? "",
        scope: isOwn ? `${path.join(".")}.${name}` : "",
      });
      return { name, optional: !required.has(name), description, ...typed };
    });
  }

  #member(input: Where & { readonly schema: Schema; readonly scope: string }): Typed {
    const { schema } = input;
    if (isStruct(schema)) return this.#struct({ ...input, comment: commentAt(schema) });
    return this.#express({ ...input, place: { at: "member", path: "" } });
  }

  /** An object with properties that is a member: what the place says stands there, all else with the type. */
  #struct(
    input: Where & {
      readonly schema: Schema;
      readonly comment: string | undefined;
      readonly scope: string;
    },
  ): Typed {
    const { schema } = input;
    const { markers, rest } = markersOf({
      schema: pick(schema, ["default", "example"]),
      whole: schema,
      place: { at: "member", path: "" },
    });
    const type = nullable({ schema, type: this.#declared(input) });
    return { type, markers: [...markers, ...raw({ schema: rest, path: "", type: "object" })] };
  }

  /** What is in a list or map. */
  #inside(input: Where & { readonly schema: Schema; readonly place: MarkerPlace }): Typed {
    if (input.schema["description"] === "") return this.#insideWithoutText(input);
    const { schema, place } = input;
    const isDeclared = isStruct(schema) || ofDeclaration.some((keyword) => keyword in schema);
    if (!isDeclared) return this.#express(input);
    const comment = textAt(schema, "description") ?? "";
    const declared = this.#declared({ ...input, comment, scope: "" });
    const type = isStruct(schema) ? nullable({ schema, type: declared }) : declared;
    return {
      type,
      markers: raw({ schema: pick(schema, ["default", "example"]), path: place.path, type: "" }),
    };
  }

  /** What is in a list or map, with an empty description, which no comment can say. */
  #insideWithoutText(
    input: Where & { readonly schema: Schema; readonly place: MarkerPlace },
  ): Typed {
    const typed = this.#inside({ ...input, schema: without(input.schema, descriptions) });
    const text = raw({ schema: { description: "" }, path: input.place.path, type: "" });
    return { ...typed, markers: [...typed.markers, ...text] };
  }

  /** A type that is declared under a name, or one of crd-runtime. */
  #declared(
    input: Where & {
      readonly schema: Schema;
      readonly comment: string | undefined;
      /** Keeps a shape apart from equal ones elsewhere. */
      readonly scope: string;
    },
  ): Expression {
    const { path, comment, scope, within, description } = input;
    const schema = without(input.schema, isStruct(input.schema) ? ofPlace : ofEveryPlace);
    const number = this.#identities.of(schema);
    const builtin = this.#builtins.get(number);
    if (
      builtin !== undefined &&
      (comment ?? this.#comments.get(builtin)) === this.#comments.get(builtin)
    ) {
      return { kind: "builtin", name: builtin };
    }
    const isObject = isStruct(schema) && scope === "";
    const property = path.at(-1) ?? "";
    const known = isObject ? this.#known.like({ schema, property, within }) : undefined;
    const key = `${scope} ${number}`;
    let shape = this.#shapes.get(key);
    if (shape === undefined) {
      shape = { key, schema, known, uses: [] };
      this.#shapes.set(key, shape);
      this.#queue.push(shape);
    }
    const use: Use = { shape, path, comment, description, known };
    shape.uses.push(use);
    return { kind: "use", use };
  }

  /** A union of literals: where it stands in several places it gets a name, perhaps. */
  #union(input: Where & { readonly schema: Schema; readonly union: LiteralUnion }): Expression {
    const { path, schema, description, union } = input;
    if (union.values.length < manyLiterals) return union;
    const key = `union ${JSON.stringify(union.values)}`;
    let shape = this.#shapes.get(key);
    if (shape === undefined) {
      shape = { key, schema, union, known: undefined, uses: [] };
      this.#shapes.set(key, shape);
      this.#queue.push(shape);
    }
    const use: Use = { shape, path, comment: "", description, known: undefined };
    shape.uses.push(use);
    return { kind: "use", use };
  }

  #body(shape: Shape): Body {
    const { schema, union } = shape;
    if (union !== undefined) return { form: "alias", type: union, markers: [] };
    const { path = [], description = "" } = shape.uses[0] ?? {};
    const { known } = shape;
    if (!isStruct(schema)) {
      const typed = this.#express({
        schema,
        path,
        within: undefined,
        description,
        place: { at: "type", path: "" },
      });
      return { form: "alias", ...typed };
    }
    return {
      form: "interface",
      members: this.members({ schema, path, known }),
      markers: structMarkers(schema),
    };
  }

  /** A value that is no object with properties: its type, and its keywords as markers. */
  #express(
    input: Where & {
      readonly schema: Schema;
      readonly place: MarkerPlace;
      /** Whether a union of literals stays where it is. */
      readonly isOwn?: boolean;
    },
  ): Typed {
    const { place, isOwn = place.at === "type" } = input;
    const schema = without(input.schema, descriptions);
    const enums = bothEnums({ schema, path: place.path });
    if (enums !== undefined) {
      const { type, markers } = this.#express({ ...input, schema: enums.schema, isOwn: true });
      return { type, markers: [...markers, enums.marker] };
    }
    const layers = layersOf(schema);
    if (layers !== undefined) return this.#layered({ ...input, layers });
    const isMember = place.at === "member" && place.path === "";
    const container = this.#container({ ...input, schema });
    const { type, given } = container ?? baseOf({ schema, canMarkNull: isMember });
    const inner = container?.markers ?? [];
    const missing = Object.keys(given).filter((keyword) => !(keyword in schema));
    const own = Object.fromEntries(
      Object.entries(schema).filter(([keyword, value]) => !this.#isEqual(value, given[keyword])),
    );
    if (isMember && missing.length > 0 && container === undefined) {
      // Only the markers count then.
      const all = markersOf({ schema, place });
      if (Object.keys(all.rest).length === 0) {
        return { type, markers: [flag("kubebuilder:validation:Schemaless"), ...all.markers] };
      }
    }
    const { markers, rest } = markersOf({ schema: own, whole: schema, place });
    const isBare = missing.includes("anyOf") && missing.length === 1 && rest["anyOf"] === undefined;
    const bare = isBare ? [flag(`crd-project:${place.path}bareIntOrString`)] : [];
    const nothing = Object.fromEntries(
      missing.filter(() => !isBare).map((keyword) => [keyword, null]),
    );
    const plain = isPlainNumber(type) && place.path === "" ? [flag("crd-project:plainNumber")] : [];
    return {
      type: type.kind === "literals" && !isOwn ? this.#union({ ...input, union: type }) : type,
      markers: [
        ...plain,
        ...bare,
        ...markers,
        ...inner,
        ...raw({ schema: { ...rest, ...nothing }, path: place.path, type: schema["type"] }),
      ],
    };
  }

  /** A type with checks, and more of them at the place. */
  #layered(input: Where & { readonly layers: Layers; readonly place: MarkerPlace }): Typed {
    const { layers, place } = input;
    const { below } = layers;
    const ofType = without(below, ofEveryPlace);
    const { type, given } = baseOf({ schema: below, canMarkNull: false });
    const isBuiltin = this.#isEqual(ofType, given);
    const schema = { ...layers.above, ...pick(below, [...ofEveryPlace]) };
    const { markers, rest } = markersOf({ schema, whole: { ...below, ...schema }, place });
    return {
      type: isBuiltin ? type : this.#declared({ ...input, schema: ofType, comment: "", scope: "" }),
      markers: [...markers, ...raw({ schema: rest, path: place.path, type: below["type"] })],
    };
  }

  /** A list or map. */
  #container(
    input: Where & { readonly schema: Schema; readonly place: MarkerPlace },
  ): (Typed & { readonly given: Schema }) | undefined {
    const { schema, place } = input;
    const path = [...input.path.slice(0, -1), singular(input.path.at(-1) ?? "")];
    const type = textAt(schema, "type");
    const keyword = type === "array" ? "items" : type === "object" ? "additionalProperties" : "";
    const inside = schemaAt(schema, keyword);
    if (type === undefined || inside === undefined) return undefined;
    const at = { ...place, path: `${place.path}${keyword}:` };
    // What the member says is about all that it holds, and no comment of the type.
    const typed = this.#inside({ ...input, schema: inside, path, description: "", place: at });
    const container: Expression =
      type === "array"
        ? { kind: "array", element: typed.type }
        : { kind: "record", value: typed.type };
    const isNullable = schema["nullable"] === true;
    return {
      type: nullable({ schema, type: container }),
      markers: typed.markers,
      given: { type, [keyword]: inside, ...(isNullable && { nullable: true }) },
    };
  }

  #isEqual(left: Schema[string], right: Schema[string] | undefined): boolean {
    return right !== undefined && this.#identities.of(left) === this.#identities.of(right);
  }
}

const descriptions: ReadonlySet<string> = new Set(["description"]);
/** What the type's own comment gives where a member has none. */
function commentAt(schema: Schema): string | undefined {
  return schema["description"] === undefined ? "" : undefined;
}

function nullable(input: { readonly schema: Schema; readonly type: Expression }): Expression {
  const { schema, type } = input;
  return schema["nullable"] === true ? { kind: "nullable", type } : type;
}

function isPlainNumber(type: Expression): boolean {
  switch (type.kind) {
    case "keyword":
      return type.name === "number";
    case "array":
      return isPlainNumber(type.element);
    case "record":
      return isPlainNumber(type.value);
    case "nullable":
      return isPlainNumber(type.type);
    default:
      return false;
  }
}

function pick(schema: Schema, keywords: readonly string[]): Schema {
  return Object.fromEntries(
    Object.entries(schema).filter(([keyword]) => keywords.includes(keyword)),
  );
}
