import { describe, expect, it } from "vitest";
import { loadValidations } from "./load.js";

const validate = (await loadValidations("groups"))("SourceSpec");

interface Row {
  readonly change: Record<string, unknown>;
  readonly old?: Record<string, unknown>;
  readonly errors: readonly string[];
}

function source(change: Record<string, unknown>): unknown {
  return { inline: "x", type: "none", ...change };
}

const one = "must specify one of: `inline`, `configMap`, `labels`";
const exactlyOne = one.replace("one", "exactly one");

describe("on create", () => {
  it.each<Row>([
    { change: {}, errors: [] },
    { change: { inline: "" }, errors: [`<nil>: Invalid value: "": ${one}`] },
    { change: { inline: undefined, labels: {} }, errors: [`<nil>: Invalid value: "": ${one}`] },
    { change: { inline: undefined, labels: { a: "b" } }, errors: [] },
    {
      change: { labels: { a: "b" }, configMap: { name: "a" } },
      errors: [`<nil>: Invalid value: "{inline, configMap, labels}": ${exactlyOne}`],
    },
    {
      change: { disk: { name: "a" } },
      errors: ['disk: Invalid value: "": may only be specified when `type` is "Disk"'],
    },
    {
      change: { type: "Memory", disk: { name: "a" } },
      errors: [
        'disk: Invalid value: "": may only be specified when `type` is "Disk"',
        'memory: Invalid value: "": must be specified when `type` is "Memory"',
      ],
    },
    { change: { type: "Memory", memory: { name: "a" } }, errors: [] },
    {
      change: { minAvailable: 0, maxUnavailable: 1 },
      errors: [
        '<nil>: Invalid value: "{minAvailable, maxUnavailable}": must specify at most one of: `minAvailable`, `maxUnavailable`',
      ],
    },
    {
      change: { password: "p" },
      errors: ["user: Required value: must be set when password is set"],
    },
    {
      change: { password: "p", user: "u", token: "t" },
      errors: ["token: Forbidden: may not be set when password is set"],
    },
    { change: { token: "t" }, errors: [] },
    {
      change: { nested: { kind: "first", second: ["a"] } },
      errors: [
        'nested.first-one: Invalid value: "": must be specified when `kind` is "first"',
        'nested.second: Invalid value: "": may only be specified when `kind` is "Second"',
      ],
    },
  ])("%#: $errors", ({ change, errors }) => {
    expect(validate({ object: source(change) })).toEqual(errors);
  });
});

describe("on update", () => {
  it.each<Row>([
    // Which ones are set has not changed.
    { change: { configMap: { name: "b" } }, old: { configMap: { name: "a" } }, errors: [] },
    { change: { disk: { name: "b" } }, old: { disk: { name: "a" } }, errors: [] },
    { change: { password: "q" }, old: { password: "p" }, errors: [] },
    {
      change: { minAvailable: 1, maxUnavailable: 1 },
      old: { minAvailable: 2, maxUnavailable: 2 },
      errors: [],
    },
    {
      change: { configMap: { name: "b" } },
      errors: [`<nil>: Invalid value: "{inline, configMap}": ${exactlyOne}`],
    },
    {
      change: { type: "Memory", disk: { name: "a" }, memory: { name: "a" } },
      old: { type: "Disk", disk: { name: "a" }, memory: { name: "a" } },
      errors: ['disk: Invalid value: "": may only be specified when `type` is "Disk"'],
    },
  ])("%#: $errors", ({ change, old = {}, errors }) => {
    expect(validate({ object: source(change), oldObject: source(old) })).toEqual(errors);
  });
});
