import { isStruct, propertiesOf, type Schema, schemaAt } from "./schema.js";
import { pascal, singular } from "./words.js";

/** A type of Kubernetes, whose name objects like it get. */
export interface KnownType {
  readonly name: string;
  /** What crd-gen makes of it. */
  readonly schema: Schema;
  /** By the names of members, the known types of their values, or of what these hold. */
  readonly members: Readonly<Record<string, string>>;
}

/** Properties of an object, with those inside, that is like no other by chance. */
const distinctive = 5;
const ofAllKinds: ReadonlySet<string> = new Set(["apiVersion", "kind", "metadata"]);
/** Types of which each kind has one of its own, and that are no better known from one place than from another. */
const ofOneOwner = /(?:Condition|Status)$/;

/**
 * Types of Kubernetes that objects of a definition are recognised as: they have its name. They are written out even where the
 * type of crd-runtime has their schema, since it can take fewer values (a few words where the schema says any text), and the
 * next release of Kubernetes adds members to it, which a definition that is there does not have.
 */
export class KnownTypes {
  readonly #types: ReadonlyMap<string, KnownType>;
  /** By the name of a member, the types that have it. */
  readonly #byMember = new Map<string, KnownType[]>();
  /** By the property, the types that it has in Kubernetes: those of most places first. */
  readonly #byProperty: ReadonlyMap<string, readonly KnownType[]>;

  constructor(all: readonly KnownType[]) {
    // An empty object is a form of anything, and says nothing.
    const types = all.filter(({ schema }) => isStruct(schema));
    this.#types = new Map(types.map((type) => [type.name, type]));
    for (const type of types) {
      for (const member of membersOf(type.schema)) {
        this.#byMember.set(member, [...(this.#byMember.get(member) ?? []), type]);
      }
    }
    this.#byProperty = byProperty(this.#types);
  }

  /** The type that an object is a form of: no other members, and of the same types. */
  like(input: {
    readonly schema: Schema;
    /** The property, as it is in the names of types. */
    readonly property: string;
    /** The type that the object around it is a form of. */
    readonly within: KnownType | undefined;
  }): KnownType | undefined {
    const { schema, property, within } = input;
    const inside = within === undefined ? undefined : this.#memberOf(within, property);
    if (inside !== undefined && fits({ schema, known: inside.schema })) return inside;
    const members = membersOf(schema);
    const isLike = ({ name, schema: known }: KnownType): boolean =>
      2 * members.length > membersOf(known).length &&
      !ofOneOwner.test(name) &&
      fits({ schema, known });
    const candidates = this.#byMember.get(members[0] ?? "") ?? [];
    if (candidates.length === 0) return undefined;
    const usual = this.#byProperty.get(key(property))?.find(isLike);
    if (usual !== undefined || sizeOf(schema) < distinctive) return usual;
    const all = candidates.filter(isLike);
    return all.length === 1 ? all[0] : undefined;
  }

  #memberOf(type: KnownType, property: string): KnownType | undefined {
    const found = Object.entries(type.members).find(([member]) =>
      keysOf(member).includes(key(property)),
    );
    return found === undefined ? undefined : this.#types.get(found[1]);
  }
}

function byProperty(
  types: ReadonlyMap<string, KnownType>,
): ReadonlyMap<string, readonly KnownType[]> {
  const counts = new Map<string, Map<KnownType, number>>();
  for (const { members } of types.values()) {
    for (const [member, name] of Object.entries(members)) {
      const type = types.get(name);
      if (type === undefined) continue;
      for (const one of keysOf(member)) {
        const found = counts.get(one) ?? new Map<KnownType, number>();
        counts.set(one, found.set(type, (found.get(type) ?? 0) + 1));
      }
    }
  }
  return new Map(
    [...counts].map(([one, found]) => [
      one,
      [...found].sort(([, left], [, right]) => right - left).map(([type]) => type),
    ]),
  );
}

/** A property by itself, and as the name of one of what it holds. */
function keysOf(member: string): readonly string[] {
  const name = pascal(member);
  return [...new Set([key(name), key(singular(name))])];
}

function key(property: string): string {
  return property.toLowerCase();
}

function membersOf(schema: Schema): readonly string[] {
  return Object.keys(schemaAt(schema, "properties") ?? {});
}

/** Whether a schema has no other properties than another, and values of the same types. */
function fits(input: { readonly schema: Schema; readonly known: Schema }): boolean {
  const { schema, known } = input;
  const isSame = ["type", "x-kubernetes-int-or-string"].every(
    (keyword) => schema[keyword] === known[keyword],
  );
  if (!isSame) return false;
  const own = schemaAt(known, "properties");
  // Of metadata nothing is said inside.
  if (isStruct(schema) && own === undefined) return known["additionalProperties"] === undefined;
  // An object of which a definition says nothing is a form of any.
  if (own !== undefined && isStruct(known) && !isStruct(schema)) return false;
  return (
    propertiesOf(schema).every(([name, property]) => {
      const other = own === undefined ? undefined : schemaAt(own, name);
      return other !== undefined && fits({ schema: property, known: other });
    }) &&
    ["items", "additionalProperties"].every((keyword) => {
      const inside = schemaAt(schema, keyword);
      const other = schemaAt(known, keyword);
      return inside === undefined || other === undefined
        ? inside === other
        : fits({ schema: inside, known: other });
    })
  );
}

/** Properties in a schema, with those in them: without what objects of every kind have. */
function sizeOf(schema: Schema): number {
  const properties = propertiesOf(schema).flatMap(([name, property]) =>
    ofAllKinds.has(name) ? [] : [property],
  );
  const below = ["items", "additionalProperties"].map((keyword) => schemaAt(schema, keyword));
  return [...properties, ...below].reduce<number>(
    (size, one) => size + (one === undefined ? 0 : sizeOf(one)),
    properties.length,
  );
}
