import { MissingKindError, Scheme, type TypeMeta } from "crd-runtime";
import { formatFieldError, required, type ValidationInput } from "crd-runtime/validation";
import { expect, it } from "vitest";

interface Queue extends TypeMeta {
  readonly name?: string;
}

const queue = { group: "example.com", version: "v1", kind: "Queue" };
const object: Queue = { apiVersion: "example.com/v1", kind: "Queue" };

function schemeWith(
  validate: (input: ValidationInput<Queue>) => ReturnType<typeof required>,
): Scheme {
  const scheme = new Scheme();
  scheme.addValidationFunc(queue, validate);
  return scheme;
}

it("validates an object by the function of its kind", () => {
  const scheme = schemeWith((input) => required({ of: input, member: "name" }));
  expect(scheme.validate(object).map(formatFieldError)).toEqual(["name: Required value"]);
  expect(scheme.validate({ ...object, name: "a" } as Queue)).toEqual([]);
});

it("lets what was wrong before pass on update", () => {
  const scheme = schemeWith((input) => required({ of: input, member: "name" }));
  expect(scheme.validateUpdate(object, object)).toEqual([]);
  const before: Queue = { ...object, name: "a" };
  expect(scheme.validateUpdate(object, before)).toHaveLength(1);
});

it("says to the function what it is: create or update", () => {
  const operations: unknown[] = [];
  const scheme = schemeWith(({ operation, oldObject }) => {
    operations.push([operation, oldObject]);
    return [];
  });
  scheme.validate(object);
  scheme.validateUpdate(object, object);
  expect(operations).toEqual([
    ["create", undefined],
    ["update", object],
  ]);
});

it("finds nothing wrong with kinds without a function, and takes the last one that was given", () => {
  const scheme = schemeWith((input) => required({ of: input, member: "name" }));
  expect(scheme.validate({ apiVersion: "example.com/v2", kind: "Queue" })).toEqual([]);
  expect(scheme.validate({ apiVersion: "example.com/v1", kind: "Other" })).toEqual([]);
  scheme.addValidationFunc(queue, () => []);
  expect(scheme.validate(object)).toEqual([]);
});

it("refuses an object without a kind, and a kind without a name", () => {
  const scheme = new Scheme();
  expect(() => scheme.validate({ apiVersion: "v1" })).toThrow(MissingKindError);
  expect(() => scheme.validateUpdate({ kind: "Queue" }, object)).toThrow(MissingKindError);
  expect(() => scheme.addValidationFunc({ ...queue, kind: "" }, () => [])).toThrow(TypeError);
  expect(() => scheme.addValidationFunc({ ...queue, version: "" }, () => [])).toThrow(TypeError);
});

it("hands options over", () => {
  const seen: unknown[] = [];
  const scheme = schemeWith((input) => {
    seen.push(input.options, input.operation);
    for (const error of required({ of: input, member: "name" })) input.onAlpha?.(error);
    return [];
  });
  const told: string[] = [];
  const settings = {
    options: { Strict: true },
    onAlpha: (error: { readonly field: string }) => void told.push(error.field),
  };
  scheme.validate(object, settings);
  scheme.validateUpdate(object, { ...object, name: "a" } as Queue, settings);
  expect(seen).toEqual([{ Strict: true }, "create", { Strict: true }, "update"]);
  expect(told).toEqual(["name", "name"]);
});
