import { inspect } from "node:util";
import {
  applyDefaults,
  copyJson,
  prune,
  type Structural,
  structuralOf,
  validate,
} from "crd-runtime/schema";
import { expect, it } from "vitest";
import { compareDefinitions } from "../../generators/diff/index.js";
import { valueCases } from "../schema/values.js";
import { definitionOf } from "./definition.js";

const cases = Object.values(valueCases).map(({ schema, values }) => {
  const root = { type: "object", properties: { x: schema } };
  return {
    isString: schema.type === "string",
    values,
    structural: structuralOf(root),
    definition: definitionOf({ versions: [{ schema: root }] }),
  };
});

/** The object as the server stores it; undefined when it is refused. */
function stored(input: {
  readonly structural: Structural;
  readonly object: object;
}): object | undefined {
  const object = copyJson(input.object) as object;
  const schema = input.structural;
  prune({ object, schema });
  applyDefaults({ object, schema });
  return validate({ schema, object }).length === 0 ? object : undefined;
}

it("calls no change safe after which a stored object is refused or loses something", () => {
  let pairs = 0;
  for (const before of cases) {
    for (const after of cases) {
      const changes = compareDefinitions({
        before: [before.definition],
        after: [after.definition],
      });
      if (changes.some(({ code }) => code !== undefined)) continue;
      pairs++;
      for (const x of [...before.values, ...after.values]) {
        // Some formats let the server take other types for strings.
        if (before.isString && typeof x !== "string") continue;
        const object = stored({ structural: before.structural, object: { x } });
        if (object === undefined) continue;
        const what = inspect([before.definition, after.definition, x], { depth: 12 });
        expect(stored({ structural: after.structural, object }), what).toMatchObject(object);
      }
    }
  }
  expect(pairs).toBeGreaterThan(cases.length);
});
