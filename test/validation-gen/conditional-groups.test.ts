import { type FieldError, formatFieldError } from "crd-runtime/validation";
import { describe, expect, it } from "vitest";
import { loadValidations } from "./load.js";

const validations = await loadValidations("conditional-groups");
const off = {
  Sources: false,
  Legacy: false,
  Names: false,
  Ends: false,
  Strict: false,
  Modes: false,
};

interface Row {
  readonly type: string;
  readonly object: Record<string, unknown>;
  readonly old?: Record<string, unknown>;
  readonly on?: Partial<typeof off>;
  readonly errors: readonly string[];
  /** What `onAlpha` is told. */
  readonly alpha?: readonly string[];
}

function expectRow({ type, object, old, on, errors, alpha = [] }: Row): void {
  const told: FieldError[] = [];
  const found = validations(type)({
    object,
    ...(old !== undefined && { oldObject: old }),
    options: { ...off, ...on },
    onAlpha: (error) => told.push(error),
  });
  expect(found).toEqual(errors);
  expect(told.map(formatFieldError)).toEqual(alpha);
  expect(told.every(({ stability }) => stability === "alpha")).toBe(true);
}

const reference = { name: "a" };

describe("behind options", () => {
  it.each<Row>([
    { type: "SourceSpec", object: { type: "none" }, errors: [] },
    {
      type: "SourceSpec",
      object: { type: "none" },
      on: { Sources: true },
      errors: ['<nil>: Invalid value: "": must specify one of: `inline`, `labels`'],
    },
    {
      type: "SourceSpec",
      object: { type: "none", inline: "a" },
      on: { Sources: true },
      errors: [],
    },
    {
      type: "SourceSpec",
      object: { type: "none", labels: {}, inline: "a" },
      on: { Sources: true },
      errors: [],
    },
    {
      type: "SourceSpec",
      object: { type: "Disk", memory: reference },
      errors: [
        'disk: Invalid value: "": must be specified when `type` is "Disk"',
        'memory: Invalid value: "": may only be specified when `type` is "Memory"',
      ],
    },
    {
      type: "SourceSpec",
      object: { type: "Disk", memory: reference, inline: "a" },
      on: { Sources: true },
      errors: [],
    },
    {
      type: "SourceSpec",
      object: { type: "none", inline: "a", password: "b" },
      on: { Sources: true },
      errors: ["user: Required value: must be set when password is set"],
    },
    {
      type: "SourceSpec",
      object: { type: "none", inline: "a", password: "b" },
      on: { Sources: true, Legacy: true },
      errors: [],
    },
    {
      type: "ModeSpec",
      object: { mode: "A", b: "x" },
      errors: [],
    },
    {
      type: "ModeSpec",
      object: { mode: "A", b: "x" },
      on: { Modes: true },
      errors: ["a: Required value"],
      alpha: ["b: Forbidden"],
    },
    {
      type: "ModeSpec",
      object: { mode: "B" },
      on: { Modes: true },
      errors: [],
      alpha: ["b: Required value"],
    },
    {
      type: "ModeSpec",
      object: { mode: "C", a: "x" },
      on: { Modes: true },
      errors: ["a: Forbidden"],
    },
  ])("$type $object with $on", expectRow);

  it("that nobody declares are internal errors", () => {
    const found = validations("SourceSpec")({ object: { type: "none" }, options: {} });
    expect(found).toContain('<nil>: Internal error: option "Sources" is not declared');
  });

  it.each<Row>([
    {
      type: "SourceSpec",
      object: { type: "none", inline: "a", labels: { a: "b" }, user: "x" },
      old: { type: "none", inline: "b", labels: { c: "d" } },
      on: { Sources: true },
      errors: [],
    },
    {
      type: "SourceSpec",
      object: { type: "none", inline: "a", labels: { a: "b" } },
      old: { type: "none", inline: "b" },
      on: { Sources: true },
      errors: [
        '<nil>: Invalid value: "{inline, labels}": must specify exactly one of: `inline`, `labels`',
      ],
    },
  ])("pass an update that changes nothing of them: $object", expectRow);
});

describe("at a level", () => {
  const both = { minAvailable: 1, maxUnavailable: 1, policy: "a" };
  const atMostOne =
    '<nil>: Invalid value: "{minAvailable, maxUnavailable}": must specify at most one of: `minAvailable`, `maxUnavailable`';
  it.each<Row>([
    { type: "BudgetSpec", object: { policy: "a", minAvailable: 1 }, errors: [] },
    { type: "BudgetSpec", object: both, errors: [], alpha: [atMostOne] },
    {
      type: "BudgetSpec",
      object: {},
      errors: ['<nil>: Invalid value: "": must specify one of: `policy`, `policies`'],
    },
    {
      type: "BudgetSpec",
      object: { policy: "a", name: "b" },
      on: { Names: true },
      errors: [],
      alpha: ["policy: Forbidden: may not be set when name is set"],
    },
    { type: "BudgetSpec", object: { policy: "a", name: "b" }, errors: [] },
  ])("$object with $on", expectRow);
});

describe("of items", () => {
  const ends = [{ name: "succeeded" }, { name: "failed" }];
  const names = (list: string): readonly string[] =>
    ends.map(({ name }) => `${list}[{"name": "${name}"}]`);
  const quoted = (list: string): string =>
    names(list)
      .map((name) => `\`${name}\``)
      .join(", ");
  it.each<Row>([
    { type: "PipelineSpec", object: { tasks: ends }, errors: [] },
    {
      type: "PipelineSpec",
      object: { tasks: ends },
      on: { Ends: true },
      errors: [
        `tasks: Invalid value: ${JSON.stringify(`{${names("tasks").join(", ")}}`)}: must specify exactly one of: ${quoted("tasks")}`,
      ],
    },
    {
      type: "PipelineSpec",
      object: { tasks: [] },
      on: { Ends: true },
      errors: [`tasks: Invalid value: "": must specify one of: ${quoted("tasks")}`],
    },
    { type: "PipelineSpec", object: { tasks: [ends[0]] }, on: { Ends: true }, errors: [] },
    {
      type: "PipelineSpec",
      object: { steps: ends },
      errors: [],
      alpha: [
        `steps: Invalid value: ${JSON.stringify(`{${names("steps").join(", ")}}`)}: must specify at most one of: ${quoted("steps")}`,
      ],
    },
  ])("$object with $on", expectRow);
});

describe("of members behind '+k8s:subfield'", () => {
  it.each<Row>([
    {
      type: "PlaceSpec",
      object: { where: {} },
      errors: ['where: Invalid value: "": must specify one of: `zone`, `region`'],
    },
    {
      type: "PlaceSpec",
      object: { where: { region: "a", host: "long-enough" } },
      errors: [
        "where.zone: Required value: must be set when host is set",
        "where.host: Too long: may not be more than 8 characters",
      ],
    },
    { type: "PlaceSpec", object: { where: { zone: "a", host: "b" } }, errors: [] },
    {
      type: "PlaceSpec",
      object: { else: { zone: "a", region: "b", host: "c" } },
      errors: [
        'else: Invalid value: "{zone, region}": must specify at most one of: `zone`, `region`',
        "else.host: Forbidden",
      ],
    },
    {
      type: "PlaceSpec",
      object: { else: { kind: "Host" } },
      errors: ["else.host: Required value"],
    },
    { type: "PlaceSpec", object: { all: [{}] }, errors: [] },
    {
      type: "PlaceSpec",
      object: { all: [{ zone: "a" }, {}] },
      on: { Strict: true },
      errors: ['all[1]: Invalid value: "": must specify one of: `zone`, `region`'],
    },
    {
      type: "PlaceSpec",
      object: { template: { name: "a", generateName: "b" } },
      errors: [
        'template: Invalid value: "{name, generateName}": must specify exactly one of: `name`, `generateName`',
      ],
    },
  ])("$object with $on", expectRow);
});
