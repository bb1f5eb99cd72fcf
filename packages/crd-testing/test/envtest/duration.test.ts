import { expect, it } from "vitest";
import { parseDuration } from "../../src/envtest/duration.js";

it.each([
  ["0", 0],
  ["20s", 20_000],
  ["1m30s", 90_000],
  ["1.5h", 5_400_000],
  [".5s", 500],
  ["5.s", 5_000],
  ["250ms", 250],
  ["1h2m3s4ms", 3_723_004],
  ["1500us", 1.5],
  ["1500µs", 1.5],
  ["2000000ns", 2],
])("reads %s as Go does: %d ms", (text, ms) => {
  expect(parseDuration(text)).toBeCloseTo(ms, 9);
});

it.each(["", "20", "s", "1x", "1 s", "-1s", "1s ", "1.2.3s", "1e3s"])("refuses '%s'", (text) => {
  expect(() => parseDuration(text)).toThrow(`'${text}' is not a duration such as 20s or 1m30s`);
});
