import { describe, expect, it } from "vitest";
import { goMissing } from "./go-tools.js";
import { compareSeeds } from "./random/compare.js";
import { randomApi } from "./random/random-api.js";
import { goPackage, typeScriptModule } from "./random/write.js";

/** `scripts/controller-gen` asks for hundreds. */
const seeds = Array.from({ length: 20 }, (_, index) => index + 1);
const missing = goMissing();

describe("random types with markers", () => {
  it("are the same for the same seed", () => {
    const texts = seeds.map((seed) => {
      const api = randomApi(seed);
      return goPackage(api) + typeScriptModule(api);
    });
    expect(new Set(texts).size).toBe(seeds.length);
    expect(goPackage(randomApi(7)) + typeScriptModule(randomApi(7))).toBe(texts[6]);
  });

  it.skipIf(missing !== undefined)(
    `have the definitions that controller-gen makes of them${missing === undefined ? "" : `: no Go: ${missing}`}`,
    async () => {
      expect(await compareSeeds(seeds)).toEqual([]);
    },
  );
});
