import { exceptionOf, type TextException } from "./exceptions.js";
import type { Exchange } from "./exchange.js";
import { isArray, isObject, type Json } from "./json.js";
import { layOut } from "./layout.js";

/** Where two servers differ: a path into the exchange, and both values. */
export interface Difference {
  readonly step: string;
  readonly path: string;
  readonly expected: Json | undefined;
  readonly actual: Json | undefined;
}

/** Compares normalised exchanges of one case. Without exceptions every text counts: the real server compared with itself. */
export function compare(input: {
  readonly expected: readonly Exchange[];
  readonly actual: readonly Exchange[];
  readonly exceptions: readonly TextException[];
}): readonly Difference[] {
  const { expected, actual, exceptions } = input;
  const length = Math.max(expected.length, actual.length);
  return Array.from({ length }, (_, index) => index).flatMap((index) => {
    const [a, b] = [toJson(expected[index]), toJson(actual[index])];
    const step = expected[index]?.step ?? actual[index]?.step ?? "";
    return [...differences({ expected: a, actual: b, exceptions, path: "" })].map((difference) => ({
      step: `${index + 1}. ${step}`,
      ...difference,
    }));
  });
}

export function show(difference: Difference): string {
  const { step, path, expected, actual } = difference;
  const text = (value: Json | undefined): string =>
    value === undefined ? "absent" : layOut(value, "      ").slice(0, 1500);
  return `  ${step} at ${path || "answer"}\n    expected ${text(expected)}\n    actual   ${text(actual)}`;
}

/** An exchange is JSON, except that members may be undefined. */
function toJson(exchange: Exchange | undefined): Json | undefined {
  return exchange as Json | undefined;
}

function* differences(input: {
  readonly expected: Json | undefined;
  readonly actual: Json | undefined;
  readonly exceptions: readonly TextException[];
  readonly path: string;
}): Generator<Omit<Difference, "step">> {
  const { expected, actual, exceptions, path } = input;
  if (expected === actual) return;
  if (isArray(expected) && isArray(actual)) {
    const length = Math.max(expected.length, actual.length);
    for (let index = 0; index < length; index += 1)
      yield* differences({
        expected: expected[index],
        actual: actual[index],
        exceptions,
        path: `${path}[${index}]`,
      });
  } else if (isObject(expected) && isObject(actual)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)]))
      yield* differences({
        expected: Object.hasOwn(expected, key) ? expected[key] : undefined,
        actual: Object.hasOwn(actual, key) ? actual[key] : undefined,
        exceptions,
        path: path === "" ? key : `${path}.${key}`,
      });
  } else if (
    !(
      typeof expected === "string" &&
      typeof actual === "string" &&
      exceptionOf({ text: expected, exceptions }) !== undefined
    )
  ) {
    yield { path, expected, actual };
  }
}
