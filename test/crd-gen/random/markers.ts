import type { Dice } from "../../random-api/dice.js";
import type { Value } from "./model.js";

const reasons = ["Invalid", "Forbidden", "Required", "Duplicate"];
const messages = ["no", '"it is: wrong"', "`a 'b'`", '"tab\\t\\"x\\""', "'single'", "two words"];

/** A rule that always holds, with all that a rule can say. */
export function randomRule(input: {
  readonly dice: Dice;
  /** Members of which the rule may say that they are wrong. */
  readonly fields?: readonly string[];
  /** Whether the values before an update are known. */
  readonly isTransition?: boolean;
}): string {
  const { dice, fields = [], isTransition = false } = input;
  const hasOptional = isTransition && dice.chance(0.3);
  const rule = hasOptional
    ? "!oldSelf.hasValue() || true"
    : dice.pick(["true", "1 < 2 || 'a' == 'b'", "!false"]);
  const parts = [
    `rule=${dice.pick(['"', "`"])}${rule}`.replace(/(["`])(.*)$/, "$1$2$1"),
    ...(dice.chance(0.8) ? [`message=${dice.pick(messages)}`] : []),
    ...(dice.chance(0.2) ? [`messageExpression="'is ' + 'wrong'"`] : []),
    ...(dice.chance(0.2) ? [`reason=FieldValue${dice.pick(reasons)}`] : []),
    ...(dice.chance(0.3) && fields.length > 0 ? [`fieldPath=".${dice.pick(fields)}"`] : []),
    ...(hasOptional ? ["optionalOldSelf=true"] : []),
  ];
  return `kubebuilder:validation:XValidation:${dice.shuffled(parts).join(",")}`;
}

/** Markers for values of a type, each of which stands for itself. */
export function constraints(input: {
  readonly dice: Dice;
  readonly value: Value;
}): readonly string[] {
  const { dice, value } = input;
  const small = dice.below(4);
  const exclusive = (bound: string): string =>
    dice.chance(0.2)
      ? `\nkubebuilder:validation:Exclusive${bound}imum=${dice.pick(["true", "true", "false"])}`
      : "";
  const group = dice.pick(["kubebuilder:validation:M", "kubebuilder:validation:M", "k8s:m"]);
  switch (value.shape) {
    case "text":
      return [
        `kubebuilder:validation:MaxLength=${10 + small}`,
        `kubebuilder:validation:MinLength=${small}`,
        `kubebuilder:validation:Pattern=${dice.pick(["`^[a-z]*$`", '"^\\\\d*$"', "^a*$", "`: '#`"])}`,
        `kubebuilder:validation:Format=${dice.pick(["date-time", "uri", '"ipv4"'])}`,
        `kubebuilder:example=${dice.pick(['"x: y"', "word", "`1`", '"true"', "two words", '""'])}`,
        `kubebuilder:validation:Enum=${dice.pick(["a;b", '"on";"1"', '{"x y",z}'])}`,
        "kubebuilder:validation:Type=string",
        randomRule({ dice }),
      ];
    case "whole":
      return [
        `${group}aximum=${100 + small}${exclusive("Max")}`,
        `${group}inimum=${small - 2}${exclusive("Min")}`,
        `kubebuilder:validation:MultipleOf=${1 + small}`,
        `kubebuilder:validation:Enum=${dice.pick(["1;2;3", "{4,5}", "7"])}`,
        `kubebuilder:example=${small}`,
        randomRule({ dice }),
      ];
    case "truth":
      return [`kubebuilder:example=${dice.pick(["true", "false"])}`, randomRule({ dice })];
    case "list":
      return [
        `${group}axItems=${5 + small}`,
        `kubebuilder:validation:MinItems=${small}`,
        // Refused on lists that have a name.
        ...(value.go.startsWith("[]")
          ? itemMarkers({ dice, items: value.items })
          : ["kubebuilder:validation:UniqueItems=false"]),
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
        dice.pick([
          "kubebuilder:pruning:PreserveUnknownFields",
          "kubebuilder:validation:XPreserveUnknownFields",
        ]),
      ];
    case "enum":
      return [`kubebuilder:example=${dice.pick(value.defaults ?? ["a"])}`];
    case "other":
      return [
        ...(value.typeScript === "RawExtension"
          ? ["kubebuilder:pruning:PreserveUnknownFields", "kubebuilder:validation:EmbeddedResource"]
          : []),
        "kubebuilder:validation:Schemaless",
      ].slice(0, value.typeScript === "RawExtension" ? 2 : 0);
  }
}

/** How a list merges, and what its items are. Two kinds of list are one too many. */
function itemMarkers(input: {
  readonly dice: Dice;
  readonly items: Value | undefined;
}): readonly string[] {
  const { dice, items } = input;
  const keys = dice.shuffled(items?.keys ?? []).slice(0, 1 + dice.below(2));
  const prefix = dice.pick(["", "k8s:"]);
  const map = [
    `${prefix}listType=map`,
    ...keys.map(
      (key) => `${prefix}listMapKey=${/[^a-zA-Z]|^true$/.test(key) ? JSON.stringify(key) : key}`,
    ),
  ];
  const isScalar = items !== undefined && ["text", "whole", "truth", "enum"].includes(items.shape);
  return [
    keys.length > 0 && dice.chance(0.7)
      ? map.join("\n")
      : `listType=${isScalar ? dice.pick(["set", "atomic"]) : "atomic"}`,
    ...(items?.go === "string"
      ? [
          "kubebuilder:validation:items:MaxLength=9",
          "kubebuilder:validation:items:Pattern=`^[a-z]*$`",
          "kubebuilder:validation:items:Enum=a;b",
          "kubebuilder:validation:items:MinLength=0",
          "kubebuilder:validation:items:Format=uri",
          `kubebuilder:validation:items:${randomRule({ dice }).slice("kubebuilder:validation:".length)}`,
        ]
      : []),
    ...(items !== undefined && /^int(?:32|64)?$/.test(items.go)
      ? [
          "kubebuilder:validation:items:Maximum=9",
          "kubebuilder:validation:items:Minimum=-9\nkubebuilder:validation:items:ExclusiveMinimum=true",
          "kubebuilder:validation:items:MultipleOf=1",
          "kubebuilder:validation:items:Enum=1;-2",
        ]
      : []),
    ...(items?.go === "[]string"
      ? ["kubebuilder:validation:items:MaxItems=7", "kubebuilder:validation:items:MinItems=1"]
      : []),
    ...(items?.go === "map[string]string" ? ["kubebuilder:validation:items:MaxProperties=7"] : []),
  ];
}

/** Markers of a kind: those of the definition, which all versions have, and those of a version. */
export function definitionMarkers(dice: Dice): readonly string[] {
  const resource = [
    ...(dice.chance(0.3) ? [`path=${dice.pick(["things", "thingies"])}`] : []),
    ...(dice.chance(0.3) ? [`singular=${dice.pick(["thing", "athing"])}`] : []),
    ...(dice.chance(0.5) ? [`scope=${dice.pick(["Cluster", "Namespaced"])}`] : []),
    ...(dice.chance(0.5) ? [`shortName=th;${dice.pick(["thg", "ting"])}`] : []),
    ...(dice.chance(0.5) ? [dice.pick(["categories={all,mine}", "categories=all"])] : []),
  ];
  return [
    ...(resource.length > 0 ? [`kubebuilder:resource:${dice.shuffled(resource).join(",")}`] : []),
    ...(dice.chance(0.2) ? ['kubebuilder:metadata:labels="a=b";"c=d"'] : []),
    ...(dice.chance(0.2) ? ["kubebuilder:metadata:annotations=\"example.com/x=a: 'b'\""] : []),
  ];
}

/** Markers of a version of a kind. */
export function versionMarkers(input: {
  readonly dice: Dice;
  /** Members of spec that hold a scalar. */
  readonly selectable: readonly string[];
}): readonly string[] {
  const { dice, selectable } = input;
  return dice.shuffled([
    ...(dice.chance(0.5) ? ["kubebuilder:subresource:status"] : []),
    ...(dice.chance(0.3)
      ? [
          `kubebuilder:subresource:scale:specpath=.spec.replicas,statuspath=.status.replicas${dice.pick(["", ",selectorpath=.status.selector"])}`,
        ]
      : []),
    ...dice
      .shuffled([
        'kubebuilder:deprecatedversion:warning="use: another"',
        "kubebuilder:deprecatedversion",
        'kubebuilder:printcolumn:name="Age",type=date,JSONPath=`.metadata.creationTimestamp`',
        'kubebuilder:printcolumn:name="A: b",type=string,JSONPath=".spec.x",priority=1,description="it\'s"',
        "kubebuilder:printcolumn:JSONPath=.status.replicas,type=integer,format=int32,name=N",
        "kubebuilder:printcolumn:JSONPath=`.status.items[?(@.a==\"b\")].c`,type=number,name='Q'",
      ])
      .slice(0, dice.below(4))
      .filter(
        (marker, index, all) =>
          !marker.includes("deprecated") ||
          !all.slice(0, index).some((one) => one.includes("deprecated")),
      ),
    ...dice
      .shuffled(selectable)
      .slice(0, dice.chance(0.3) ? 2 : 0)
      .map((name) =>
        `kubebuilder:selectablefield:JSONPath=${dice.pick(["`", '"', ""])}.spec.${name}`.replace(
          /=(["`])(.*)$/,
          "=$1$2$1",
        ),
      ),
  ]);
}
