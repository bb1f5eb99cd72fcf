import { describe, expect, it } from "vitest";
import { type TagTarget, type TagValue, tagTable } from "../../generators/model/index.js";
import { readPrintedJson } from "../../generators/model/tags/default.js";
import {
  checkValue,
  plainValue,
  readDefault,
  readMethod,
  scanScalar,
  scanValue,
  splitTag,
} from "../../generators/model/tags/index.js";
import { valueSchema } from "../../generators/model/tags/value-schema.js";
import { mutate, pick, seeded } from "./random.js";

const rounds = 4000;

/** What is read from a text that fits a kind of value; the text itself where it does not. */
function read(input: {
  readonly value: TagValue;
  readonly target: TagTarget;
  readonly text: string;
  readonly scalar: boolean;
}): unknown {
  const { value, target, text, scalar } = input;
  switch (value.kind) {
    case "flag":
    case "boolean":
      return text === "true" ? true : text === "false" ? false : text;
    case "deepcopy":
    case "validation":
    case "defaulter":
    case "conversion":
      return target !== "package" && /^(?:true|false)$/.test(text) ? text === "true" : text;
    case "words":
    case "typeNames":
      return text.split(",").map((word) => word.trim());
    case "string":
    case "integer":
    case "number":
    case "list":
    case "any": {
      const scanned = scalar ? scanScalar({ text, at: 0 }) : scanValue({ text, at: 0 }, value.kind);
      return scanned.ok && scanned.end === text.length ? scanned.value : undefined;
    }
    case "default": {
      const found = readDefault(text);
      if (found.kind === "json") return { json: found.value };
      return found.kind === "constant" ? { ref: found.name } : undefined;
    }
    case "json": {
      const found = readPrintedJson(text);
      return found.kind === "json" ? found.value : undefined;
    }
    case "method": {
      const { method } = readMethod({ text, at: 0 });
      return (
        method && {
          name: method.name.text,
          verb: method.verb,
          ...(method.subresource && { subresource: method.subresource }),
          ...(method.input && { input: method.input.text }),
          ...(method.result && { result: method.result.text }),
        }
      );
    }
    default:
      return text;
  }
}

describe("the zod schema of a tag's value", () => {
  const cases = tagTable.flatMap((entry) =>
    entry.targets.map((target) => [entry.name, target, entry] as const),
  );

  it.each(cases)(
    "of +%s on %s takes what the checks let through, and nothing else",
    (_, target, entry) => {
      const random = seeded(entry.name.length * 31 + target.length);
      const schema = valueSchema({ value: entry.value, target });
      const seeds = [
        entry.example,
        `+${entry.name}=false`,
        `+${entry.name}=true`,
        `+${entry.name}`,
      ];
      const texts = new Set([
        ...seeds,
        ...Array.from({ length: Math.ceil(rounds / cases.length) + 20 }, () =>
          mutate(random, pick(random, seeds)),
        ),
      ]);
      let accepted = 0;
      for (const line of texts) {
        const { entry: known, ...text } = splitTag(line.slice(1).trimEnd());
        if (known !== entry || text.rest !== undefined) continue;
        const tag = { ...text, entry };
        const { problems, arguments: named } = checkValue({ tag, target });
        // What is wrong with a method is found where its types are looked up.
        const ok =
          problems.length === 0 &&
          (entry.value.kind !== "method" ||
            readMethod({ text: text.value?.text ?? "", at: 0 }).method !== undefined);
        if (text.parentheses !== undefined && !ok) continue;
        const raw = text.value?.text;
        const scalar = entry.tool === "validation-gen";
        const plain = raw === undefined ? undefined : plainValue({ entry, text: raw });
        const value =
          entry.value.kind === "arguments"
            ? named
            : plain === undefined
              ? undefined
              : read({
                  value: entry.value,
                  target,
                  text: plain,
                  scalar,
                });
        // A chain, a name without a value, named arguments and blanks in front are judged by more than values.
        const byValue =
          entry.value.kind !== "tag" &&
          entry.value.kind !== "arguments" &&
          raw !== "" &&
          text.value?.blanks === undefined;
        if (ok) {
          accepted++;
          expect(schema.safeParse(value).success, line).toBe(true);
        } else if (
          byValue &&
          entry.value.kind !== "method" &&
          !(entry.parentheses?.required === true)
        ) {
          expect(schema.safeParse(value).success, line).toBe(false);
        }
      }
      expect(accepted + Number(target === "function")).toBeGreaterThan(0);
    },
  );
});
