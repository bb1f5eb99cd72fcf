import { expect, it } from "vitest";
import { parseSelector } from "../../../src/envtest/binaries/selector.js";
import { parseVersion } from "../../../src/envtest/binaries/version.js";

const all = ["1.19.0", "1.19.3", "1.19.9", "1.30.0", "1.30.4", "1.31.0", "2.0.0"];

function matching(text: string): readonly string[] {
  const selector = parseSelector(text);
  return all.filter((each) => {
    const version = parseVersion(each);
    return version !== undefined && selector.matches(version);
  });
}

it.each([
  ["1.30.4", ["1.30.4"]],
  ["v1.30.4", ["1.30.4"]],
  ["1.30", ["1.30.0", "1.30.4"]],
  ["1.30.x", ["1.30.0", "1.30.4"]],
  ["1.30.*", ["1.30.0", "1.30.4"]],
  ["1.30.x!", ["1.30.0", "1.30.4"]],
  ["~1.19.3", ["1.19.3", "1.19.9"]],
  ["~1.19", ["1.19.0", "1.19.3", "1.19.9"]],
  ["<1.30", ["1.19.0", "1.19.3", "1.19.9"]],
  ["<1.30.4", ["1.19.0", "1.19.3", "1.19.9", "1.30.0"]],
  ["<=1.30.4", ["1.19.0", "1.19.3", "1.19.9", "1.30.0", "1.30.4"]],
  ["<=1.30.x", ["1.19.0", "1.19.3", "1.19.9", "1.30.0", "1.30.4"]],
  ["latest", all],
  ["latest-on-disk", all],
])("%s selects %j", (text, versions) => {
  expect(matching(text)).toEqual(versions);
});

it.each([
  ["latest", "newest"],
  ["1.30.x!", "newest"],
  ["1.30.x", "any"],
  ["1.30.4", "any"],
  ["latest-on-disk", "installed"],
])("%s looks for %s", (text, look) => {
  expect(parseSelector(text).look).toBe(look);
});

it.each([
  "",
  "1",
  "1.x",
  "1.30.4.5",
  "^1.30",
  ">1.30",
  "1.30.04",
  "newest",
  "1.30.4-rc.1",
  " 1.30",
])("refuses '%s' and says what can be written", (text) => {
  expect(() => parseSelector(text)).toThrow(
    `'${text}' selects no Kubernetes version: write 1.30.4, 1.30.x, ~1.30.2, <1.30, latest or latest-on-disk`,
  );
});
