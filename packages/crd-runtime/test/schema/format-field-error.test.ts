import { describe, expect, it } from "vitest";
import {
  aggregate,
  causesOf,
  duplicate,
  type FieldError,
  forbidden,
  formatFieldError,
  internalError,
  invalid,
  notSupported,
  required,
  tooLong,
  tooMany,
} from "../../src/schema/index.js";

const about = (value: unknown): FieldError => invalid({ field: "spec.x", value, detail: "no" });

describe("a field error", () => {
  it.each([
    ["a", 'spec.x: Invalid value: "a": no'],
    ['say "hi"\n\u0007\u00a0é😀', 'spec.x: Invalid value: "say \\"hi\\"\\n\\a\\u00a0é😀": no'],
    [5, "spec.x: Invalid value: 5: no"],
    [1.5, "spec.x: Invalid value: 1.5: no"],
    [1_000_000.5, "spec.x: Invalid value: 1.0000005e+06: no"],
    [0.00001, "spec.x: Invalid value: 1e-05: no"],
    [9_007_199_254_740_993n, "spec.x: Invalid value: 9007199254740993: no"],
    [true, "spec.x: Invalid value: true: no"],
    [null, "spec.x: Invalid value: null: no"],
    [undefined, "spec.x: Invalid value: null: no"],
    [
      { b: [1, "<&>"], a: null },
      'spec.x: Invalid value: {"a":null,"b":[1,"\\u003c\\u0026\\u003e"]}: no',
    ],
  ])("prints a value as Go does: $0", (value, text) => {
    expect(formatFieldError(about(value))).toBe(text);
  });

  it.each([
    [required("spec.x"), "spec.x: Required value"],
    [required("spec.x", "must be there"), "spec.x: Required value: must be there"],
    [forbidden("spec.x", "not here"), "spec.x: Forbidden: not here"],
    [duplicate("spec.x[1]", { name: "a" }), 'spec.x[1]: Duplicate value: {"name":"a"}'],
    [tooLong("spec.x", 1), "spec.x: Too long: may not be more than 1 byte"],
    [
      tooMany({ field: "spec.x", actual: 3, maximum: 2 }),
      "spec.x: Too many: 3: must have at most 2 items",
    ],
    [
      notSupported({ field: "spec.x", value: "c", supported: ["a", 'b"'] }),
      'spec.x: Unsupported value: "c": supported values: "a", "b\\""',
    ],
    [internalError("spec.x", "broken"), "spec.x: Internal error: broken"],
  ])("of any type has its own words: %j", (error, text) => {
    expect(formatFieldError(error)).toBe(text);
  });

  it("is one of several in a sentence, each text once", () => {
    expect(aggregate([])).toBe("");
    expect(aggregate([about(1), about(1)])).toBe("spec.x: Invalid value: 1: no");
    expect(aggregate([about(1), about(2), about(1)])).toBe(
      "[spec.x: Invalid value: 1: no, spec.x: Invalid value: 2: no]",
    );
  });

  it("is a cause of a Status, as often as it occurs", () => {
    const cause = { reason: "FieldValueInvalid", message: "Invalid value: 1: no", field: "spec.x" };
    expect(causesOf([about(1), about(1)])).toEqual([cause, cause]);
  });
});
