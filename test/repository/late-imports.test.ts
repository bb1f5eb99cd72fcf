import { expect, it } from "vitest";
import { withLateImports } from "../../scripts/bundle/late-imports.js";

it.each([
  ["a late import", 'await import("plop");', 'await meta.import("plop");'],
  ["several", 'f(import("a"), import(b + c));', 'f(meta.import("a"), meta.import(b + c));'],
])("%s is a method of an object", (_, code, changed) => {
  expect(withLateImports({ code, object: "meta" })).toBe(changed);
});

it.each([
  ["texts", 'x = "await import(1)"; // import(2)'],
  ["templates", "x = `import(1)`;"],
  ["names", "a.import(1); b = { import: 1 }; importMeta(2);"],
])("%s are left", (_, code) => {
  expect(withLateImports({ code, object: "meta" })).toBe(code);
});
