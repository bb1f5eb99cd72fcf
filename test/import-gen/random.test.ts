import { validateCustomResourceDefinition } from "crd-runtime/schema";
import { expect, it } from "vitest";
import { RandomSchemas } from "./random.js";
import { comparable, differences, roundTrip } from "./round-trip.js";

const seeds = Array.from({ length: 60 }, (_, seed) => seed);

it.each(seeds)("random definition %i comes out as it went in, and stays so", async (seed) => {
  const document = new RandomSchemas(seed).definition();
  const definition = document as unknown as Parameters<
    typeof validateCustomResourceDefinition
  >[0]["definition"];
  // Of what the API server would refuse nothing is promised.
  if (validateCustomResourceDefinition({ definition }).length > 0) return;
  const first = await roundTrip(document);
  expect(first.errors).toBe("");
  expect(differences({ left: comparable(document), right: comparable(first.definition) })).toEqual(
    [],
  );
  const second = await roundTrip(first.definition);
  expect(second.yaml).toBe(first.yaml);
});

it("makes definitions that the API server takes, most of the time", () => {
  const valid = seeds.filter((seed) => {
    const document = new RandomSchemas(seed).definition();
    const definition = document as unknown as Parameters<
      typeof validateCustomResourceDefinition
    >[0]["definition"];
    return validateCustomResourceDefinition({ definition }).length === 0;
  });
  expect(valid.length).toBeGreaterThan(seeds.length * 0.9);
});
