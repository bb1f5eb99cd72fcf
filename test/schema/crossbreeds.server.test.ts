import { describe, expect, it } from "vitest";
import { describeOnServer } from "../controlplane/fixture.js";
import { restClient } from "../runtime/server.js";
import { corpusDefinitions, corpusMissing } from "./corpus.js";
import { crossbreed } from "./crossbreeds/breed.js";
import { checksOfRules, judge } from "./crossbreeds/compare.js";
import { stockOf } from "./crossbreeds/stock.js";

/** `scripts/crossbreeds` asks for thousands. */
const seeds = Array.from({ length: 200 }, (_, index) => index + 1);

describeOnServer("crossbred definitions", (server) => {
  if (corpusMissing !== undefined) {
    it.skip(corpusMissing);
    return;
  }
  const rest = restClient(server);
  const rules = checksOfRules();
  const definitions = corpusDefinitions(120_000).toSorted(([left], [right]) =>
    left < right ? -1 : 1,
  );
  const stock = stockOf(definitions.map(([, definition]) => definition));

  describe("are judged as the server judges them", () => {
    const accepted: number[] = [];

    it.each(seeds)("%i", async (seed) => {
      const { changes, definition } = crossbreed({ stock, seed });
      const { verdict, differences } = await judge({ rest, rules, definition });
      expect({ changes, differences }).toEqual({ changes, differences: [] });
      expect(verdict).not.toBe("unjudged");
      if (verdict === "accepted") accepted.push(seed);
    });

    it("and some of them are accepted", () => {
      expect(accepted.length).toBeGreaterThan(seeds.length / 5);
    });
  });
});
