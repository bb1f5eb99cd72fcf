import { describe, expect, it } from "vitest";
import { goMissing } from "./go-tools.js";
import { compareSeeds } from "./random/compare.js";
import { randomApi } from "./random/random-api.js";
import { goPackage, typeScriptModule } from "./random/write.js";

/** `scripts/controller-gen` asks for hundreds. */
const seeds = Array.from({ length: 14 }, (_, index) => index + 1);
const missing = goMissing();

describe("random types with markers", () => {
  it("are the same for the same seed", () => {
    const textOf = (seed: number): string => {
      const api = randomApi(seed);
      return api.versions
        .map((version) => goPackage(api, version) + typeScriptModule(api, version))
        .join("");
    };
    const texts = seeds.map(textOf);
    expect(new Set(texts).size).toBe(seeds.length);
    expect(textOf(7)).toBe(texts[6]);
  });

  it.skipIf(missing !== undefined)(
    `have the definitions that controller-gen makes of them${missing === undefined ? "" : `: no Go: ${missing}`}`,
    async () => {
      expect(await compareSeeds(seeds)).toEqual([]);
    },
  );
});
