import { readFileSync } from "node:fs";
import { type FormatName, format, formatFieldError, value } from "crd-runtime/validation";
import { describe, expect, it } from "vitest";
import { z } from "zod";

/** What apimachinery itself printed of some texts: messages by number, by format and text. */
const measured = z
  .object({
    messages: z.array(z.string()),
    texts: z.array(z.string()),
    errors: z.record(z.string(), z.record(z.string(), z.array(z.number()))),
  })
  .parse(JSON.parse(readFileSync(new URL("formats.json", import.meta.url), "utf8")));

const names = Object.keys(measured.errors) as FormatName[];

describe("format", () => {
  it("is measured for all of them", () => {
    expect(names).toHaveLength(11);
  });

  it.each(names)("%s finds what kube-apiserver's does, in its words", (name) => {
    for (const text of measured.texts) {
      const errors = value({ of: { object: text, path: "spec.name" }, checks: [format(name)] });
      const wanted = measured.errors[name]?.[text] ?? [];
      expect(errors.map(formatFieldError), text).toEqual(
        wanted.map((at) => `spec.name: ${measured.messages[at]}`),
      );
      expect(errors.every(({ origin }) => origin === `format=${name}`)).toBe(true);
    }
  });
});
