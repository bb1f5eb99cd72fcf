import { expect, it } from "vitest";
import { fuzz } from "./fuzz.js";

it("no request makes the embedded server crash, hang or answer nonsense", async () => {
  const { findings } = await fuzz({ seed: 1, goOn: (sent) => sent < 6000 });
  const texts = findings.map(
    ({ seed, problem, request }) => `seed ${seed}: ${problem}\n${request}`,
  );
  expect(texts.join("\n\n")).toBe("");
});
