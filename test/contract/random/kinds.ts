import type { Json, JsonObject } from "../harness/json.js";
import type { Definition } from "../harness/topic.js";
import type { Dice } from "./dice.js";

const text = { type: "string" };
const integer = { type: "integer" };

/** Something of all that a schema can ask for. */
const boxes: Definition = {
  plural: "boxes",
  kind: "Box",
  schema: {
    type: "object",
    properties: {
      spec: {
        type: "object",
        "x-kubernetes-validations": [
          {
            rule: "!has(self.min) || !has(self.max) || self.min <= self.max",
            message: "min is above max",
          },
        ],
        properties: {
          size: { type: "integer", minimum: 0, maximum: 10 },
          color: { type: "string", default: "red", enum: ["red", "green", "blue"] },
          note: { type: "string", maxLength: 5, nullable: true },
          min: integer,
          max: integer,
          replicas: integer,
          fixed: {
            type: "string",
            maxLength: 5,
            "x-kubernetes-validations": [{ rule: "self == oldSelf", message: "fixed" }],
          },
          plain: { type: "array", items: integer },
          tags: { type: "array", "x-kubernetes-list-type": "set", items: text },
          parts: {
            type: "array",
            "x-kubernetes-list-type": "map",
            "x-kubernetes-list-map-keys": ["name"],
            items: {
              type: "object",
              required: ["name"],
              properties: { name: text, value: integer, unit: { type: "string", default: "kg" } },
            },
          },
          whole: {
            type: "object",
            "x-kubernetes-map-type": "atomic",
            additionalProperties: integer,
          },
          map: { type: "object", additionalProperties: text },
          free: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
          either: { "x-kubernetes-int-or-string": true },
        },
      },
      status: {
        type: "object",
        properties: {
          phase: text,
          replicas: integer,
          selector: text,
          seen: { type: "integer", default: 1 },
        },
      },
    },
  },
  version: {
    subresources: {
      status: {},
      scale: {
        specReplicasPath: ".spec.replicas",
        statusReplicasPath: ".status.replicas",
        labelSelectorPath: ".status.selector",
      },
    },
    selectableFields: [{ jsonPath: ".spec.color" }],
  },
};

const stars: Definition = {
  plural: "stars",
  kind: "Star",
  scope: "Cluster",
  schema: {
    type: "object",
    properties: { spec: { type: "object", "x-kubernetes-preserve-unknown-fields": true } },
  },
};

export const definitions: readonly Definition[] = [boxes, stars];

/** A kind of object that sequences are about. */
export interface RandomKind {
  readonly plural: string;
  readonly names: readonly string[];
  /** Labels that every object of a sequence has, where other sequences are in sight. */
  readonly labels: Readonly<Record<string, string>>;
  readonly status: boolean;
  readonly scale: boolean;
  readonly strategic: boolean;
  /** What an object holds beside its metadata. */
  members(dice: Dice): JsonObject;
  /** Paths that JSON patches may name. */
  readonly paths: readonly string[];
}

const value = (dice: Dice): Json =>
  dice.pick<Json>([1, 2, 11, -1, "1", "x", "xxxxxx", true, null, {}, [], { k: 1 }, [1, 2]]);

/** Mostly what the schema allows. */
function maybe(dice: Dice, right: Json): Json {
  return dice.chance(0.05) ? value(dice) : right;
}

function part(dice: Dice): Json {
  const name = dice.pick(["p", "q", "r"]);
  return dice.chance(0.5) ? { name } : { name, value: dice.below(5) };
}

function boxSpec(dice: Dice): JsonObject {
  const members: Readonly<Record<string, () => Json>> = {
    size: () => maybe(dice, dice.below(11)),
    color: () => maybe(dice, dice.pick(["red", "green", "blue"])),
    note: () => maybe(dice, dice.pick([null, "", "n", "note"])),
    min: () => maybe(dice, dice.below(6)),
    max: () => maybe(dice, dice.below(6) + 3),
    replicas: () => maybe(dice, dice.below(4)),
    fixed: () => (dice.chance(0.9) ? "f" : "g"),
    plain: () => maybe(dice, dice.pick([[], [1], [1, 1, 2], [3]])),
    tags: () => maybe(dice, dice.some({ items: ["a", "b", "c", "a"], probability: 0.4 })),
    parts: () =>
      maybe(
        dice,
        Array.from({ length: dice.below(3) }, () => part(dice)),
      ),
    whole: () => maybe(dice, dice.pick([{}, { x: 1 }, { x: 1, y: 2 }])),
    map: () => maybe(dice, dice.pick([{}, { x: "1" }, { x: "2", y: "1" }])),
    free: () => dice.pick<Json>([{}, { any: [1, { deep: null }] }, { any: 1 }, { x: { y: 1 } }]),
    either: () => maybe(dice, dice.pick<Json>([1, "1", "50%"])),
    unknown: () => 1,
  };
  const chosen = dice.some({ items: Object.keys(members), probability: 0.22 });
  return Object.fromEntries(chosen.map((name) => [name, members[name]?.() ?? null]));
}

const boxStatus = (dice: Dice): JsonObject => ({
  phase: maybe(dice, dice.pick(["Ready", "Waiting"])),
  ...(dice.chance(0.3) ? { replicas: dice.below(3) } : {}),
  ...(dice.chance(0.2) ? { selector: "app=x" } : {}),
});

export const kinds: readonly (readonly [weight: number, kind: RandomKind])[] = [
  [
    6,
    {
      plural: "boxes",
      names: ["b1", "b2", "b3"],
      labels: {},
      status: true,
      scale: true,
      strategic: false,
      members: (dice) => ({
        ...(dice.chance(0.9) ? { spec: boxSpec(dice) } : {}),
        ...(dice.chance(0.4) ? { status: boxStatus(dice) } : {}),
        ...(dice.chance(0.03) ? { extra: 1 } : {}),
      }),
      paths: [
        "/spec/size",
        "/spec/color",
        "/spec/tags",
        "/spec/tags/0",
        "/spec/tags/-",
        "/spec/parts/0/value",
        "/spec/map/x",
        "/spec/free/any",
        "/spec",
        "/status/phase",
        "/metadata/labels",
        "/metadata/labels/app",
        "/metadata/finalizers",
        "/metadata/name",
        "/metadata/generation",
      ],
    },
  ],
  [
    2,
    {
      plural: "stars",
      names: ["s1-$(token)", "s2-$(token)"],
      labels: { case: "$(token)" },
      status: false,
      scale: false,
      strategic: false,
      members: (dice) => ({
        spec: dice.pick([{}, { x: 1 }, { x: { y: [1] } }, { z: null }]),
        ...(dice.chance(0.3) ? { status: { phase: "x" } } : {}),
      }),
      paths: ["/spec/x", "/spec/z", "/spec", "/metadata/annotations", "/status"],
    },
  ],
  [
    2,
    {
      plural: "configmaps",
      names: ["c1", "c2"],
      labels: {},
      status: false,
      scale: false,
      strategic: true,
      members: (dice) => ({
        ...(dice.chance(0.8)
          ? {
              data: dice.pick<Json>([
                {},
                { k: "v" },
                { k: "w", l: "" },
                { "bad key": "v" },
                { k: 1 },
                null,
              ]),
            }
          : {}),
        ...(dice.chance(0.2)
          ? { binaryData: dice.pick<Json>([{ b: "AAE=" }, { k: "AA==" }, { b: "!" }]) }
          : {}),
        ...(dice.chance(0.05) ? { immutable: dice.chance(0.5) } : {}),
      }),
      paths: ["/data/k", "/data", "/data/l", "/metadata/labels", "/immutable"],
    },
  ],
  [
    1,
    {
      plural: "leases",
      names: ["l1", "l2"],
      labels: {},
      status: false,
      scale: false,
      strategic: true,
      members: (dice) => ({
        spec: dice.pick<Json>([
          {},
          { holderIdentity: "me" },
          { holderIdentity: "you", leaseDurationSeconds: 15 },
          { leaseDurationSeconds: 0 },
          { renewTime: "2020-01-01T00:00:00.000000Z" },
          { leaseTransitions: -1 },
        ]),
      }),
      paths: ["/spec/holderIdentity", "/spec/leaseTransitions", "/spec"],
    },
  ],
];
