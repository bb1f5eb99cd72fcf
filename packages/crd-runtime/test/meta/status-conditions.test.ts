import { describe, expect, it } from "vitest";
import {
  type Condition,
  findStatusCondition,
  isStatusConditionFalse,
  isStatusConditionPresentAndEqual,
  isStatusConditionTrue,
  type NewCondition,
  removeStatusCondition,
  setStatusCondition,
} from "../../src/index.js";
import { FakeClock } from "../fake-clock.js";

const now = "2026-01-01T00:00:01Z";
const before = "2020-01-01T00:00:00Z";

const ready: Condition = Object.freeze({
  type: "Ready",
  status: "True",
  observedGeneration: 1,
  lastTransitionTime: before,
  reason: "Running",
  message: "all is well",
});
const failed: Condition = Object.freeze({ ...ready, type: "Failed", status: "False" });
const conditions: readonly Condition[] = Object.freeze([failed, ready]);

async function set(
  condition: Partial<NewCondition>,
  given: readonly Condition[] | undefined = conditions,
): Promise<readonly Condition[]> {
  const clock = new FakeClock();
  await clock.advance(1_999);
  const { lastTransitionTime: _, ...rest } = ready;
  return setStatusCondition({ conditions: given, condition: { ...rest, ...condition }, clock });
}

describe("setStatusCondition", () => {
  it("adds a type at the end, with the time of now in whole seconds", async () => {
    expect(await set({ type: "Synced" })).toEqual([
      failed,
      ready,
      { ...ready, type: "Synced", lastTransitionTime: now },
    ]);
  });

  it.each([undefined, []])("makes the first of %s", async (given) => {
    expect(await set({}, given ?? [])).toEqual([{ ...ready, lastTransitionTime: now }]);
    const first = setStatusCondition({ conditions: given, condition: ready });
    expect(first).toEqual([ready]);
  });

  it("takes the time that it is given for a type that is new", async () => {
    const added = await set({ type: "Synced", lastTransitionTime: before });
    expect(added[2]?.lastTransitionTime).toBe(before);
  });

  it("changes the time with the status, in place", async () => {
    expect(await set({ status: "Unknown" })).toEqual([
      failed,
      { ...ready, status: "Unknown", lastTransitionTime: now },
    ]);
    const given = await set({ status: "Unknown", lastTransitionTime: "2021-01-01T00:00:00Z" });
    expect(given[1]?.lastTransitionTime).toBe("2021-01-01T00:00:00Z");
  });

  it.each<[string, Partial<NewCondition>]>([
    ["reason", { reason: "Restarted" }],
    ["message", { message: "" }],
    ["observedGeneration", { observedGeneration: 2 }],
  ])(
    "keeps the time when the %s alone changes, even one that it is given",
    async (_name, change) => {
      expect(await set({ ...change, lastTransitionTime: now })).toEqual([
        failed,
        { ...ready, ...change },
      ]);
    },
  );

  it("takes an absent observedGeneration as it is", () => {
    const { observedGeneration: _, ...condition } = ready;
    expect(setStatusCondition({ conditions, condition })).toEqual([failed, condition]);
  });

  it("returns the same list when nothing changes", async () => {
    expect(await set({})).toBe(conditions);
  });

  it("changes the first of a type that is there twice", async () => {
    const twice = [ready, { ...ready }];
    expect((await set({ reason: "Other" }, twice)).map(({ reason }) => reason)).toEqual([
      "Other",
      "Running",
    ]);
  });
});

describe("removeStatusCondition", () => {
  it("leaves a type out, each time that it is there", () => {
    expect(removeStatusCondition({ conditions: [ready, failed, ready], type: "Ready" })).toEqual([
      failed,
    ]);
  });

  it("returns the same list where there is nothing to leave out", () => {
    expect(removeStatusCondition({ conditions, type: "Synced" })).toBe(conditions);
    expect(removeStatusCondition({ conditions: undefined, type: "Synced" })).toEqual([]);
  });
});

it("finds conditions and compares their status", () => {
  expect(findStatusCondition({ conditions, type: "Ready" })).toBe(ready);
  expect(findStatusCondition({ conditions: null, type: "Ready" })).toBeUndefined();
  expect(isStatusConditionTrue({ conditions, type: "Ready" })).toBe(true);
  expect(isStatusConditionTrue({ conditions, type: "Failed" })).toBe(false);
  expect(isStatusConditionFalse({ conditions, type: "Failed" })).toBe(true);
  expect(isStatusConditionFalse({ conditions, type: "Absent" })).toBe(false);
  const equal = (status: Condition["status"], type = "Ready"): boolean =>
    isStatusConditionPresentAndEqual({ conditions, type, status });
  expect([equal("True"), equal("Unknown"), equal("True", "Absent")]).toEqual([true, false, false]);
});
