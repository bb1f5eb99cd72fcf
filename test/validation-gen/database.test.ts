import { describe, expect, it } from "vitest";
import { loadValidations } from "./load.js";

const validate = (await loadValidations("database"))("Database");

const user = { name: "ann", role: "reader" };
const spec = {
  engine: "postgres",
  replicas: 3,
  storage: "1Gi",
  owner: "team",
  zones: ["a", "b"],
  users: [user],
  parameters: { "example.com/mode": "fast" },
};

function database(change: Record<string, unknown> = {}): unknown {
  return {
    apiVersion: "example.com/v1",
    kind: "Database",
    metadata: { name: "db" },
    spec: { ...spec, ...change },
  };
}

interface Row {
  readonly change: Record<string, unknown>;
  readonly old?: Record<string, unknown>;
  readonly errors: readonly string[];
}

const short =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";

describe("on create", () => {
  it.each<Row>([
    { change: {}, errors: [] },
    { change: { engine: undefined }, errors: ["spec.engine: Required value"] },
    {
      change: { engine: "oracle" },
      errors: ['spec.engine: Unsupported value: "oracle": supported values: "mysql", "postgres"'],
    },
    {
      change: { replicas: 0 },
      errors: ["spec.replicas: Invalid value: 0: must be greater than or equal to 1"],
    },
    {
      change: { replicas: 10 },
      errors: ["spec.replicas: Invalid value: 10: must be less than or equal to 9"],
    },
    { change: { owner: undefined }, errors: ["spec.owner: Required value"] },
    { change: { owner: "" }, errors: ["spec.owner: Required value"] },
    {
      change: { owner: "ab" },
      errors: ['spec.owner: Too short: "ab": must be at least 3 characters'],
    },
    {
      change: { owner: "default" },
      errors: ['spec.owner: Invalid value: "default": must not be equal to "default"'],
    },
    { change: { reserved: "x" }, errors: ["spec.reserved: Forbidden"] },
    { change: { reserved: "" }, errors: [] },
    { change: { zones: [] }, errors: [] },
    {
      change: { zones: ["a", "a", "B", "c"] },
      errors: [
        "spec.zones: Too many: 4: must have at most 3 items",
        'spec.zones[1]: Duplicate value: "a"',
        `spec.zones[2]: Invalid value: "B": ${short}`,
      ],
    },
    {
      change: { users: [user, user] },
      errors: ['spec.users[1]: Duplicate value: {"name":"ann","role":"reader"}'],
    },
    {
      change: { users: [{ name: "ann", role: "boss", grants: ["", "x"] }] },
      errors: [
        'spec.users[0].role: Unsupported value: "boss": supported values: "reader", "writer"',
        'spec.users[0].grants[0]: Too short: "": must be at least 1 character',
      ],
    },
    { change: { users: [{}] }, errors: ["spec.users[0].name: Required value"] },
    {
      change: { parameters: { a: "long text" } },
      errors: ["spec.parameters[a]: Too long: may not be more than 5 characters"],
    },
    { change: { backup: {} }, errors: ["spec.backup.schedule: Required value"] },
    {
      change: { backup: { schedule: "" } },
      errors: ['spec.backup.schedule: Too short: "": must be at least 1 character'],
    },
  ])("%#: $errors", ({ change, errors }) => {
    expect(validate({ object: database(change) })).toEqual(errors);
  });
});

describe("on update", () => {
  it.each<Row>([
    {
      change: { engine: "mysql" },
      errors: ["spec.engine: Invalid value: null: field is immutable"],
    },
    {
      change: { engine: undefined },
      errors: [
        "spec.engine: Invalid value: null: field is immutable",
        "spec.engine: Required value",
      ],
    },
    { change: { engine: "mysql" }, old: { engine: undefined }, errors: [] },
    {
      change: { replicas: 2 },
      errors: ["spec.replicas: Invalid value: 2: may not be decreased from 3"],
    },
    {
      change: { className: undefined },
      old: { className: "a" },
      errors: ["spec.className: Invalid value: null: field cannot be cleared once set"],
    },
    { change: { className: "b" }, old: { className: "a" }, errors: [] },
    // What was wrong and has not changed passes; what has changed beside it does not.
    { change: { owner: "x", replicas: 99 }, old: { owner: "x", replicas: 99 }, errors: [] },
    {
      change: { owner: "x", replicas: 100 },
      old: { owner: "x", replicas: 99 },
      errors: ["spec.replicas: Invalid value: 100: must be less than or equal to 9"],
    },
    { change: { zones: ["B", "c"] }, old: { zones: ["B"] }, errors: [] },
    {
      change: { zones: ["B", "D"] },
      old: { zones: ["B"] },
      errors: [`spec.zones[1]: Invalid value: "D": ${short}`],
    },
    { change: { users: [] }, errors: ["spec.users: Forbidden: item may not be removed"] },
    {
      change: { users: [{ name: "bob" }, { name: "ann", role: "writer" }] },
      errors: ["spec.users[1].role: Invalid value: null: field is immutable"],
    },
    {
      change: { users: [{ name: "ann", role: "boss" }, { name: "bob" }] },
      old: { users: [{ name: "ann", role: "boss" }] },
      errors: [],
    },
    {
      change: { users: [{ name: "ann", grants: ["", "x"] }] },
      old: { users: [{ name: "ann", grants: [""] }] },
      errors: ['spec.users[0].grants[0]: Too short: "": must be at least 1 character'],
    },
    {
      change: { parameters: { "a b": "1", c: "2" } },
      old: { parameters: { "a b": "1" } },
      errors: [],
    },
  ])("%#: $errors", ({ change, old = {}, errors }) => {
    expect(validate({ object: database(change), oldObject: database(old) })).toEqual(errors);
  });
});

it("takes any JSON", () => {
  for (const object of [null, true, 1, "x", [], {}]) {
    for (const value of [
      object,
      { metadata: object, spec: object },
      database({ users: object, zones: object, parameters: object, backup: object }),
    ]) {
      expect(() => validate({ object: value })).not.toThrow();
      expect(() => validate({ object: database(), oldObject: value })).not.toThrow();
    }
  }
  expect(validate({ object: {} })).toEqual(["metadata: Required value", "spec: Required value"]);
});
