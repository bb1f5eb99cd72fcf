import { expect, it } from "vitest";
import { loadValidations } from "./load.js";

const validate = (await loadValidations("containers"))("ContainersSpec");
const spec = {
  lists: [],
  nullable: [],
  byName: {},
  maybe: null,
  shape: { type: "square", side: 1 },
  labels: { a: ["b"] },
};

interface Row {
  readonly change: Record<string, unknown>;
  readonly old?: Record<string, unknown>;
  readonly errors: readonly string[];
}

const nameless = { name: "", size: 1 };
const short = 'Too short: "": must be at least 1 character';

it.each<Row>([
  { change: {}, errors: [] },
  { change: { lists: [[], [nameless]] }, errors: [`lists[1][0].name: ${short}`] },
  { change: { nullable: [null, nameless] }, errors: [`nullable[1].name: ${short}`] },
  { change: { byName: { a: null, b: nameless } }, errors: [`byName[b].name: ${short}`] },
  { change: { pair: [nameless, nameless] }, errors: [`pair[1].name: ${short}`] },
  { change: { pair: ["a", null] }, errors: [] },
  { change: { pair: [] }, errors: [] },
  { change: { nested: { a: { b: [nameless] } } }, errors: [`nested[a][b][0].name: ${short}`] },
  { change: { maybe: nameless }, errors: [`maybe.name: ${short}`] },
  { change: { oneOrMany: nameless }, errors: [`oneOrMany.name: ${short}`] },
  { change: { oneOrMany: [nameless] }, errors: [`oneOrMany[0].name: ${short}`] },
  { change: { orBoolean: true }, errors: [] },
  { change: { orBoolean: nameless }, errors: [`orBoolean.name: ${short}`] },
  { change: { "kebab-case": nameless }, errors: [`kebab-case.name: ${short}`] },
  { change: { opaque: nameless }, errors: [] },
  { change: { shape: { type: "circle", radius: 0 } }, errors: [] },
  {
    change: { shape: { type: "circle", radius: -1 } },
    errors: ["shape.radius: Invalid value: -1: must be greater than or equal to 0"],
  },
  { change: { shape: { type: "square", radius: -1 } }, errors: ["shape.side: Required value"] },
  {
    change: { tree: { value: "a", children: [{ value: "too long by 3" }] } },
    errors: ["tree.children[0].value: Too long: may not be more than 8 characters"],
  },
  {
    change: { level: 4 },
    errors: ['level: Unsupported value: 4: supported values: "1", "2", "3"'],
  },
])("$change", ({ change, errors }) => {
  expect(validate({ object: { ...spec, ...change } })).toEqual(errors);
});

it("items are the same when all their keys are", () => {
  const unique = [
    { name: "a", size: 1 },
    { name: "a", size: 2 },
  ];
  expect(validate({ object: { ...spec, unique } })).toEqual([]);
  expect(validate({ object: { ...spec, unique: [...unique, { name: "a", size: 2 }] } })).toEqual([
    'unique[2]: Duplicate value: {"name":"a","size":2}',
  ]);
});

it("an empty map that is required is not there", () => {
  expect(validate({ object: { ...spec, labels: {} } })).toEqual(["labels: Required value"]);
});

it.each<Row>([
  {
    change: { labels: { a: ["b"], c: ["d"] } },
    old: {},
    errors: ["labels[c]: Forbidden: item may not be added"],
  },
  { change: { annotations: { a: "", b: "" } }, old: { annotations: { a: "" } }, errors: [] },
  {
    change: { annotations: { a: "" } },
    old: { annotations: { a: "", b: "" } },
    errors: ["annotations[b]: Forbidden: item may not be removed"],
  },
  { change: { pair: ["b", nameless] }, old: { pair: ["a", nameless] }, errors: [] },
  {
    change: { pair: ["a", nameless] },
    old: { pair: ["a", null] },
    errors: [`pair[1].name: ${short}`],
  },
  {
    change: { own: [1, 3, 0] },
    old: { own: [1, 2] },
    errors: [
      "own[2]: Invalid value: 0: must not be equal to 0",
      "own[2]: Invalid value: 0: must be greater than or equal to 1",
    ],
  },
])("$change instead of $old", ({ change, old, errors }) => {
  expect(validate({ object: { ...spec, ...change }, oldObject: { ...spec, ...old } })).toEqual(
    errors,
  );
});
