import { expect, it } from "vitest";
import { loadValidations } from "./load.js";

const validate = (await loadValidations("subfields"))("Database");
const database = { metadata: { name: "db" }, spec: { size: 1 } };

it("validates members of types that cannot be tagged", () => {
  expect(validate({ object: database })).toEqual([]);
  expect(validate({ object: { ...database, metadata: {} } })).toEqual([
    "metadata.name: Required value",
  ]);
  expect(
    validate({ object: { ...database, metadata: { name: "db", labels: { a: "" } } } }),
  ).toEqual(['metadata.labels[a]: Too short: "": must be at least 1 character']);
  expect(validate({ object: { ...database, spec: { size: 4, note: "x" } } })).toEqual([
    "spec.size: Invalid value: 4: must be less than or equal to 3",
    "spec.note: Forbidden",
  ]);
  expect(validate({ object: { ...database, others: [{ size: 0 }] } })).toEqual([
    "others[0].size: Invalid value: 0: must be greater than or equal to 1",
  ]);
});

it("lets what has not changed pass", () => {
  const old = { ...database, spec: { size: 4, note: "x" } };
  expect(validate({ object: { ...old, metadata: { name: "dc" } }, oldObject: old })).toEqual([]);
  const object = { ...old, spec: { size: 5, note: "x" } };
  expect(validate({ object, oldObject: old })).toEqual([
    "spec.size: Invalid value: 5: must be less than or equal to 3",
  ]);
});
