import { Dice } from "../../random-api/dice.js";

/** A type in both languages, and what markers say of its values. */
export interface Value {
  readonly go: string;
  readonly typeScript: string;
  readonly shape: "text" | "whole" | "truth" | "list" | "map" | "object" | "other";
  readonly items?: Value;
}

/** A member of an object. */
export interface Field {
  /** In JSON. */
  readonly name: string;
  readonly value: Value;
  readonly optional: boolean;
  readonly comment: readonly string[];
  /** Without `+`. */
  readonly markers: readonly string[];
}

/** A declared type: an object, or another name for a type. */
export interface Declaration {
  readonly name: string;
  readonly comment: readonly string[];
  readonly markers: readonly string[];
  readonly type: readonly Field[] | Value;
  /** The object whose members it has, too. */
  readonly base?: string | undefined;
}

/** The types of a group with one version and one kind. */
export interface RandomApi {
  readonly group: string;
  readonly kind: string;
  readonly comment: readonly string[];
  readonly markers: readonly string[];
  readonly declarations: readonly Declaration[];
}

const scalars: readonly Value[] = [
  { go: "string", typeScript: "string", shape: "text" },
  { go: "string", typeScript: "string", shape: "text" },
  { go: "int32", typeScript: "int32", shape: "whole" },
  { go: "int64", typeScript: "int64", shape: "whole" },
  { go: "bool", typeScript: "boolean", shape: "truth" },
  { go: "metav1.Time", typeScript: "Time", shape: "other" },
  { go: "metav1.Duration", typeScript: "Duration", shape: "other" },
  { go: "intstr.IntOrString", typeScript: "IntOrString", shape: "other" },
  { go: "resource.Quantity", typeScript: "Quantity", shape: "other" },
];

const words = [
  ...["a", "field", "of: many", "it's", '"quoted"', "`code`", "- dash", "# hash", "true", "1.10"],
  ...[
    "übergröße",
    "世界",
    "\\n",
    "{brace}",
    "*",
    "&and",
    "%",
    "!no",
    "key:",
    "a much longer word",
    "TODO",
  ],
  ...[
    "<br>",
    "e.g.",
    "x  y",
    "'",
    "|",
    ">",
    "@at",
    "?",
    "[list]",
    "~",
    "null",
    "0x1F",
    "2024-01-01",
  ],
];
const names = [
  ...["name", "size", "replicas", "labels", "on", "y", "n", "null", "a-b", "X", "true", "template"],
  ...[
    "ports",
    "no",
    "items",
    "host_name",
    "URL",
    "kind2",
    "metadata2",
    "long-name-of-a-field",
    "i",
  ],
];

/** The same API for the same seed. All of it is what both tools take. */
export function randomApi(seed: number): RandomApi {
  return new Maker(seed).api(seed);
}

class Maker {
  readonly #dice: Dice;
  readonly #types: Value[] = [];
  readonly #declarations: Declaration[] = [];

  constructor(seed: number) {
    this.#dice = new Dice(seed);
  }

  api(seed: number): RandomApi {
    const dice = this.#dice;
    const count = 1 + dice.below(5);
    for (let index = 0; index < count; index++) this.#declare(`Part${index}`);
    this.#object("ThingSpec");
    return {
      group: `s${seed}.example.com`,
      kind: "Thing",
      comment: this.#comment(),
      markers: this.#kindMarkers(),
      declarations: this.#declarations,
    };
  }

  #declare(name: string): void {
    if (this.#dice.chance(0.6)) {
      this.#object(name);
      return;
    }
    const value = this.#value(1);
    // What stands for another declared type takes over its markers, which is a subject of its own.
    const type = value.shape === "object" ? scalars[0] : value;
    if (type === undefined) return;
    const markers = this.#markers({ value: type, isMember: false });
    this.#declarations.push({ name, comment: this.#comment(), markers, type });
    this.#types.push({ ...type, go: name, typeScript: name });
  }

  #object(name: string): void {
    const dice = this.#dice;
    const base = dice.chance(0.25)
      ? this.#declarations.find((one) => Array.isArray(one.type) && one.base === undefined)
      : undefined;
    const taken = new Set(Array.isArray(base?.type) ? base.type.map((one) => one.name) : []);
    const fields = dice
      .shuffled(names.filter((one) => !taken.has(one)))
      .slice(0, 1 + dice.below(6))
      .map((field) => this.#field(field));
    const markers = this.#markers({
      value: { go: name, typeScript: name, shape: "object" },
      isMember: false,
    });
    const comment = this.#comment();
    this.#declarations.push({ name, comment, markers, type: fields, base: base?.name });
    this.#types.push({ go: name, typeScript: name, shape: "object" });
  }

  #field(name: string): Field {
    const dice = this.#dice;
    const value = this.#value(0);
    const optional = dice.chance(0.5);
    const requiredness = [
      "optional",
      "required",
      "k8s:optional",
      "kubebuilder:validation:Optional",
      "kubebuilder:validation:Required",
    ];
    const markers = [
      ...this.#markers({ value, isMember: true }),
      ...(dice.chance(0.15) ? [dice.pick(requiredness)] : []),
      ...(dice.chance(0.1) ? ["nullable"] : []),
    ];
    return { name, value, optional, comment: this.#comment(), markers: dice.shuffled(markers) };
  }

  #value(depth: number): Value {
    const dice = this.#dice;
    const roll = dice.below(10);
    if (roll < 2 && depth < 3) {
      const items = this.#value(depth + 1);
      const typeScript = `${items.typeScript}[]`;
      return { go: `[]${items.go}`, typeScript, shape: "list", items };
    }
    if (roll < 3 && depth < 3) {
      const items = this.#value(depth + 1);
      const typeScript = `Record<string, ${items.typeScript}>`;
      return { go: `map[string]${items.go}`, typeScript, shape: "map", items };
    }
    return roll < 6 && this.#types.length > 0 ? dice.pick(this.#types) : dice.pick(scalars);
  }

  #markers(input: { readonly value: Value; readonly isMember: boolean }): readonly string[] {
    const { value, isMember } = input;
    const dice = this.#dice;
    const isDeclared = /^[A-Z]/.test(value.go);
    // Those of a member are refused by controller-gen where its type is an object or a list with a name.
    const isFixed = isDeclared && isMember && !["text", "whole"].includes(value.shape);
    const found = (isFixed ? [] : this.#constraints(value)).filter(
      // No type has a default or an example.
      (marker) => isMember || !/^kubebuilder:(?:default|example)=/.test(marker),
    );
    const some = dice.shuffled(found).slice(0, dice.below(3));
    const more = [
      ...(dice.chance(0.1)
        ? [`kubebuilder:title=${dice.pick(["Short", '"A: title"', "`x`"])}`]
        : []),
      ...(dice.chance(0.08)
        ? ['kubebuilder:externalDocs:url="https://example.com",description="a, b"']
        : []),
    ];
    return dice.shuffled([...some, ...(isDeclared && isMember ? [] : more)]);
  }

  #constraints(value: Value): readonly string[] {
    const dice = this.#dice;
    const small = dice.below(4);
    const rule = (text: string): string =>
      `kubebuilder:validation:XValidation:rule="${text}",message=${dice.pick(["no", '"it is: wrong"', "`a 'b'`"])}`;
    switch (value.shape) {
      case "text":
        return [
          `kubebuilder:validation:MaxLength=${10 + small}`,
          `kubebuilder:validation:MinLength=${small}`,
          `kubebuilder:validation:Pattern=${dice.pick(["`^[a-z]*$`", '"^\\\\d*$"', "^a*$", "`: '#`"])}`,
          `kubebuilder:validation:Format=${dice.pick(["date-time", "uri", '"ipv4"'])}`,
          `kubebuilder:example=${dice.pick(['"x: y"', "word", "`1`", '"true"', "two words"])}`,

          rule("true"),
        ];
      case "whole":
        return [
          `kubebuilder:validation:Maximum=${100 + small}`,
          `kubebuilder:validation:Minimum=${small - 2}`,
          `kubebuilder:validation:MultipleOf=${1 + small}`,
          `kubebuilder:validation:Enum=${dice.pick(["1;2;3", "{4,5}", "7"])}`,
          `kubebuilder:example=${small}`,
        ];
      case "truth":
        return [
          `kubebuilder:default=${dice.pick(["true", "false"])}`,
          `kubebuilder:example=${dice.pick(["true", "false"])}`,
        ];
      case "list":
        return [
          `kubebuilder:validation:MaxItems=${5 + small}`,
          `kubebuilder:validation:MinItems=${small}`,
          "listType=atomic",
          // Refused on lists that have a name.
          ...(value.go.startsWith("[]") ? this.#itemMarkers(value.items) : []),
        ];
      case "map":
        return [
          `kubebuilder:validation:MaxProperties=${5 + small}`,
          `kubebuilder:validation:MinProperties=${small}`,
          `mapType=${dice.pick(["granular", "atomic"])}`,
        ];
      case "object":
        return [
          `kubebuilder:validation:MaxProperties=${20 + small}`,
          `kubebuilder:validation:MinProperties=${small}`,
          `structType=${dice.pick(["granular", "atomic"])}`,
          "kubebuilder:pruning:PreserveUnknownFields",
        ];
      case "other":
        return [];
    }
  }

  #itemMarkers(items: Value | undefined): readonly string[] {
    if (items?.go !== "string") return [];
    return [
      "kubebuilder:validation:items:MaxLength=9",
      "kubebuilder:validation:items:Pattern=`^[a-z]*$`",
      "kubebuilder:validation:items:Enum=a;b",
    ];
  }

  #kindMarkers(): readonly string[] {
    const dice = this.#dice;
    const all = [
      `kubebuilder:resource:path=things,scope=${dice.pick(["Cluster", "Namespaced"])}`,
      `kubebuilder:resource:shortName=th;${dice.pick(["thg", "ting"])},categories={all,mine}`,
      "kubebuilder:subresource:status",
      "kubebuilder:storageversion",
      'kubebuilder:deprecatedversion:warning="use: another"',
      'kubebuilder:metadata:labels="a=b";"c=d"',
      'kubebuilder:printcolumn:name="Age",type=date,JSONPath=`.metadata.creationTimestamp`',
      'kubebuilder:printcolumn:name="A: b",type=string,JSONPath=".spec.x",priority=1,description="it\'s"',
    ];
    const some = dice.shuffled(all).slice(0, dice.below(5));
    // Two of them are one too many.
    const resources = some.filter((marker) => marker.startsWith("kubebuilder:resource:"));
    return some.filter((marker) => !resources.slice(1).includes(marker));
  }

  #comment(): readonly string[] {
    const dice = this.#dice;
    if (dice.chance(0.35)) return [];
    const lines = Array.from({ length: 1 + dice.below(3) }, () =>
      Array.from({ length: 1 + dice.below(dice.chance(0.2) ? 40 : 6) }, () =>
        dice.pick(words),
      ).join(" "),
    );
    return dice.chance(0.2) ? [...lines, "", dice.pick(words)] : lines;
  }
}
