import { expect, it } from "vitest";
import { Registration } from "../../src/apiserver/faults/registration.js";

const target = {
  verb: "list",
  group: "example.com",
  version: "v1",
  resource: "databases",
  subresource: "",
  namespace: "default",
  name: "",
};

/** Which of five requests are hit, and after which ones the registration is gone. */
function fiveRequests(nth: number | readonly number[] | undefined): {
  readonly hit: readonly boolean[];
  readonly removed: readonly boolean[];
} {
  const ended: Registration[] = [];
  const registration = new Registration({
    match: { verb: "list", nth },
    fault: { type: "refuse" },
    onRemove: (each) => ended.push(each),
  });
  const requests = Array.from({ length: 5 }, () => ({
    hit: registration.takes(target),
    removed: ended.includes(registration),
  }));
  return {
    hit: requests.map(({ hit }) => hit),
    removed: requests.map(({ removed }) => removed),
  };
}

it.each([
  ["the first one", 1, [true, false, false, false, false], [true, true, true, true, true]],
  [
    "two, in any order",
    [4, 2],
    [false, true, false, true, false],
    [false, false, false, true, true],
  ],
  ["all", undefined, [true, true, true, true, true], [false, false, false, false, false]],
])("a fault leaves the list with the last request that it can hit: %s", (_, nth, hit, removed) => {
  expect(fiveRequests(nth)).toEqual({ hit, removed });
});
