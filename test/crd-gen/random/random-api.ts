import { Dice } from "../../random-api/dice.js";
import { constraints, definitionMarkers, randomRule, versionMarkers } from "./markers.js";
import type { Declaration, Field, Layout, RandomApi, Value, Version } from "./model.js";
import { constants, enums, scalars } from "./scalars.js";
import { randomComment, randomNames } from "./texts.js";

const kinds = [
  "Thing",
  "Policy",
  "Gateway",
  "Index",
  "Status",
  "Data",
  "HTTPProxy",
  "Leaf",
  "Box2",
];
const versionNames = ["v1", "v1beta1", "v1alpha1", "v2", "v10", "v1beta10"];
const layouts: readonly Layout[] = ["after", "after", "after", "before", "apart", "inside"];
const requiredness = [
  "k8s:required",
  "optional",
  "required",
  "k8s:optional",
  "kubebuilder:validation:Optional",
  "kubebuilder:validation:Required",
];
const scalarShapes: readonly string[] = ["text", "whole", "truth", "enum"];
/** A name that a path or a rule can say. */
const isPlain = (name: string): boolean =>
  /^[a-zA-Z]\w*$/.test(name) && !name.includes("__") && !["null", "true"].includes(name);

/** The same API for the same seed. All of it is what both tools take. */
export function randomApi(seed: number): RandomApi {
  const dice = new Dice(seed);
  const count = dice.chance(0.7) ? 1 : 2 + dice.below(2);
  const names = count === 1 ? ["v1"] : dice.shuffled(versionNames).slice(0, count);
  const definition = definitionMarkers(dice);
  const stored = dice.below(count);
  const versions = names.map((name, index) => {
    const isStored = index === stored;
    const own = [
      ...(count > 1 && isStored ? ["kubebuilder:storageversion"] : []),
      ...(!isStored && dice.chance(0.3) ? ["kubebuilder:unservedversion"] : []),
    ];
    const maker = new Maker({ dice, isOptional: dice.chance(0.2) });
    return maker.version({ name, markers: [...definition, ...own] });
  });
  return { group: `s${seed}.example.com`, kind: dice.pick(kinds), versions };
}

class Maker {
  readonly #dice: Dice;
  readonly #types: Value[] = [];
  readonly #declarations: Declaration[] = [];

  /** Whether members are optional unless they say otherwise. */
  readonly #isOptional: boolean;

  constructor(input: { readonly dice: Dice; readonly isOptional: boolean }) {
    this.#dice = input.dice;
    this.#isOptional = input.isOptional;
  }

  version(input: { readonly name: string; readonly markers: readonly string[] }): Version {
    const dice = this.#dice;
    const count = 1 + dice.below(5);
    for (let index = 0; index < count; index++) this.#declare(`Part${index}`);
    this.#object({ name: "ThingSpec", isRoot: true });
    this.#object({ name: "ThingStatus", isRoot: true });
    const spec = this.#declarations.find(({ name }) => name === "ThingSpec");
    const selectable = fieldsOf(spec)
      .filter(({ name, value }) => isPlain(name) && ["string", "bool", "int32"].includes(value.go))
      .map(({ name }) => name);
    const member = (name: string, typeName: string): Field => ({
      ...this.#commented([]),
      name,
      value: { go: typeName, typeScript: typeName, shape: "object" },
      optional: dice.chance(0.5),
      isPointer: dice.chance(0.2),
      omit: ",omitempty",
      isNullable: false,
    });
    return {
      ...this.#commented([...input.markers, ...versionMarkers({ dice, selectable })]),
      name: input.name,
      packageMarkers: this.#isOptional ? ["kubebuilder:validation:Optional"] : [],
      spec: member("spec", "ThingSpec"),
      status: member("status", "ThingStatus"),
      declarations: this.#declarations,
    };
  }

  #commented(markers: readonly string[]): Pick<Field, "comment" | "markers" | "layout"> {
    const dice = this.#dice;
    return {
      comment: randomComment(dice),
      markers: dice.shuffled(markers).flatMap((marker) => marker.split("\n")),
      layout: dice.pick(layouts),
    };
  }

  #declare(name: string): void {
    const dice = this.#dice;
    if (dice.chance(0.55)) {
      this.#object({ name, isRoot: false });
      return;
    }
    const isListed = dice.chance(0.1);
    const value = isListed ? constants : dice.chance(0.2) ? dice.pick(enums) : this.#value(1);
    const type = value.go === "[]byte" ? scalars[0] : value;
    if (type === undefined) return;
    const isObject = value.shape === "object";
    const markers = isObject
      ? []
      : [...this.#markers({ value: type, isMember: false }), ...(isListed ? ["k8s:enum"] : [])];
    this.#declarations.push({ name, bases: [], type, ...this.#commented(markers) });
    const { defaults, ...rest } = type;
    const isFree = markers.every((marker) => !marker.includes("validation"));
    this.#types.push({
      ...rest,
      shape: markers.some((marker) => marker.includes(":Enum=")) ? "enum" : rest.shape,
      go: name,
      typeScript: name,
      goMarkers: [],
      ...(isFree && defaults !== undefined && { defaults }),
    });
  }

  #object(input: { readonly name: string; readonly isRoot: boolean }): void {
    const { name, isRoot } = input;
    const dice = this.#dice;
    const objects = dice.shuffled(this.#declarations.filter((one) => !("go" in one.type)));
    const bases: Declaration[] = [];
    const taken = new Set<string>();
    for (const one of dice.chance(0.3) ? objects.slice(0, 1 + dice.below(2)) : []) {
      const inherited = this.#membersOf(one).map((field) => field.name);
      if (name === one.name || inherited.some((member) => taken.has(member))) continue;
      bases.push(one);
      for (const member of inherited) taken.add(member);
    }
    const fields = randomNames({ dice, taken })
      .slice(0, 1 + dice.below(6))
      .map((field) => this.#field(field))
      // Its rules are for names that rules can say and values that are found again after an update; beside another rule they
      // have no order in controller-gen.
      .map((field) =>
        isRoot &&
        isPlain(field.name) &&
        !field.markers.some((marker) => marker.includes("XValidation")) &&
        scalarShapes.includes(field.value.shape) &&
        dice.chance(0.2)
          ? { ...field, markers: [...field.markers, "k8s:immutable"] }
          : field,
      );
    const value: Value = { go: name, typeScript: name, shape: "object" };
    const plain = fields.filter((field) => isPlain(field.name)).map((field) => field.name);
    const optional = fields
      .filter(
        (field) =>
          isPlain(field.name) &&
          scalarShapes.includes(field.value.shape) &&
          field.optional &&
          !field.markers.some((marker) => /[dD]efault|equired/.test(marker)),
      )
      .map((field) => field.name);
    const markers = [
      ...this.#markers({ value, isMember: false }),
      ...(dice.chance(isRoot ? 0.5 : 0.1)
        ? [randomRule({ dice, fields: plain, isTransition: isRoot })]
        : []),
      ...(isRoot && optional.length > 1
        ? [
            `kubebuilder:validation:${dice.pick(["AtMostOneOf", "ExactlyOneOf", "AtLeastOneOf"])}=${optional.slice(0, 3).join(";")}`,
          ]
        : []),
    ];
    this.#declarations.push({
      name,
      type: fields,
      bases: bases.map((one) => one.name),
      ...this.#commented(markers),
    });
    if (isRoot) return;
    const isFree =
      fields.every(
        (field) => field.optional && !field.markers.some((marker) => marker.includes("equired")),
      ) &&
      bases.length === 0 &&
      markers.length === 0;
    const keys = fields
      .filter((field) => !this.#isOptional && isKey(field))
      .map((field) => field.name);
    this.#types.push({ ...value, keys, ...(isFree && { defaults: ["{}"] }) });
  }

  #membersOf(one: Declaration): readonly Field[] {
    const inherited = one.bases.flatMap((base) =>
      this.#declarations
        .filter(({ name }) => name === base)
        .flatMap((found) => this.#membersOf(found)),
    );
    return [...inherited, ...fieldsOf(one)];
  }

  #field(name: string): Field {
    const dice = this.#dice;
    const value = dice.chance(0.1) ? dice.pick(enums) : this.#value(0);
    const optional = dice.chance(0.5);
    const isDefaulted = value.defaults !== undefined && dice.chance(0.25);
    const markers = [
      ...(isDefaulted ? [this.#default(value)] : this.#markers({ value, isMember: true })),
      ...(dice.chance(0.15) ? [dice.pick(requiredness.slice(isDefaulted ? 1 : 0))] : []),
      ...(dice.chance(0.1) ? ["nullable"] : []),
    ];
    const isEnum = value.shape === "enum" || markers.some((marker) => marker.includes("Enum"));
    return {
      name,
      value,
      optional,
      isPointer: dice.chance(0.2),
      omit: dice.pick([",omitempty", ",omitempty", ",omitzero", ",omitempty,omitzero"]),
      // Null beside an enumeration is said in another way than by controller-gen.
      isNullable: !isEnum && !markers.includes("nullable") && dice.chance(0.1),
      ...this.#commented(markers),
    };
  }

  #default(value: Value): string {
    const dice = this.#dice;
    const given = dice.pick(value.defaults ?? []);
    const isJson = /^(?:-?\d+(?:\.\d+)?|true|false|\{\}|"[^\\]*")$/.test(given);
    // Braces of markers are a list, too.
    return `${isJson && value.shape !== "list" && dice.chance(0.4) ? "default" : "kubebuilder:default"}=${given}`;
  }

  #value(depth: number): Value {
    const dice = this.#dice;
    const roll = dice.below(10);
    if (roll < 3 && depth < 3) {
      const items = this.#value(depth + 1);
      const star = dice.chance(0.1) ? "*" : "";
      const isText = items.go === "string";
      if (roll < 2) {
        const typeScript = `${items.typeScript}[]`;
        const go = `[]${star}${items.go}`;
        const defaults = [
          "{}",
          ...(isText ? ["{a,b}", '{"1",`x: y`}', "a;b"] : []),
          ...(items.shape === "whole" ? ["{1,2}"] : []),
        ];
        return {
          go,
          typeScript,
          shape: "list",
          items,
          ...(items.defaults !== undefined && { defaults }),
        };
      }
      const typeScript = `Record<string, ${items.typeScript}>`;
      const defaults = [
        "{}",
        ...(isText ? ['{a: x, "b-c": "2"}', '{B: x,a: y,"10": "",z2: "",z10: w}'] : []),
      ];
      return {
        go: `map[string]${star}${items.go}`,
        typeScript,
        shape: "map",
        items,
        ...(items.defaults !== undefined && { defaults }),
      };
    }
    return roll < 6 && this.#types.length > 0 ? dice.pick(this.#types) : dice.pick(scalars);
  }

  #markers(input: { readonly value: Value; readonly isMember: boolean }): readonly string[] {
    const { value, isMember } = input;
    const dice = this.#dice;
    const isDeclared = /^[A-Z]/.test(value.go);
    // Those of a member are refused by controller-gen where its type is an object or a list with a name.
    const isFixed = isDeclared && isMember && !["text", "whole"].includes(value.shape);
    const found = (isFixed ? [] : constraints({ dice, value })).filter(
      // No type has an example. A format over another one is a subject of its own.
      (marker) =>
        isMember ||
        (!/^kubebuilder:example=|^k8s:(?!list)|EmbeddedResource|Type=string|UniqueItems/.test(
          marker,
        ) &&
          !(isDeclared && marker.includes("Format="))),
    );
    const some = dice.shuffled(found).slice(0, dice.below(3));
    const more = [
      ...(dice.chance(0.1)
        ? [`kubebuilder:title=${dice.pick(["Short", '"A: title"', "`x`", '"1"'])}`]
        : []),
      ...(dice.chance(0.08)
        ? [
            `kubebuilder:externalDocs:${dice.pick(['url="https://example.com",description="a, b"', "description=`x: y`,url=https://example.com/a"])}`,
          ]
        : []),
    ];
    return [...some, ...(isDeclared && isMember ? [] : more)];
  }
}

function fieldsOf(declaration: Declaration | undefined): readonly Field[] {
  return declaration === undefined || "go" in declaration.type ? [] : declaration.type;
}

/** Whether a member can be the key of a list: the API server wants it required or with a default. */
function isKey(field: Field): boolean {
  const { value, optional, isNullable, markers } = field;
  return (
    ["string", "int32", "bool"].includes(value.go) &&
    value.goMarkers === undefined &&
    !optional &&
    !isNullable &&
    !markers.some((marker) => /ptional|nullable/.test(marker))
  );
}
