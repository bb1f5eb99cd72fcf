import { expect, it } from "vitest";
import { compare, show } from "../harness/compare.js";
import { chance, exceptions } from "../harness/exceptions.js";
import { brokenServer } from "../servers/broken-server.js";
import { embeddedServer } from "../servers.js";
import { Pair, transcript } from "./differ.js";
import { randomSequence } from "./sequence.js";
import { shrink } from "./shrink.js";
import { readTranscript, recordedSequences } from "./transcripts.js";

it("makes the same sequence of a seed, and others of others", () => {
  const sequence = (seed: number) => JSON.stringify(randomSequence({ seed, requests: 50 }));
  expect(sequence(1)).toBe(sequence(1));
  expect(sequence(1)).not.toBe(sequence(2));
});

it("shrinks to what cannot be left out", async () => {
  const items = Array.from({ length: 100 }, (_, index) => index);
  let tries = 0;
  const fails = async (rest: readonly number[]): Promise<boolean> => {
    tries += 1;
    return [7, 8, 93].every((needed) => rest.includes(needed));
  };
  expect(await shrink({ items, fails })).toEqual([7, 8, 93]);
  expect(tries).toBeLessThan(200);
  expect(await shrink({ items, fails: async (rest) => rest.includes(5) })).toEqual([5]);
});

it("finds nothing between two servers that are the same, and shrinks what a broken one does", async () => {
  const servers = await Promise.all([embeddedServer(), embeddedServer()]);
  const [expected, actual] = servers;
  const same = await Pair.open({ expected, actual, token: "sameaa" });
  expect(await same.report({ seed: 1, requests: 100 })).toBeUndefined();
  const broken = await Pair.open({ expected, actual: brokenServer(actual), token: "broken" });
  const report = (await broken.report({ seed: 1, requests: 100 })) ?? "";
  expect(report).toMatch(/^seed 1, 3 steps:\n/);
  expect(report).toContain("body.items[1]");
  await Promise.all(servers.map((server) => server.close()));
});

it.each(recordedSequences)(
  "the embedded server answers as the real one did: seed $seed",
  async (sequence) => {
    const server = await embeddedServer();
    const actual = await transcript({ ...sequence, server, token: "embeddea" });
    await server.close();
    const expected = readTranscript(sequence.seed);
    const found = compare({ expected, actual, exceptions: [...exceptions, ...chance] });
    expect(found.map(show).join("\n")).toBe("");
  },
);
