import { describe, expect, it } from "vitest";
import { keyText, namespaceRange, sortKey } from "../../src/apiserver/storage/index.js";

describe("sortKey", () => {
  it("orders as UTF-8 bytes do", () => {
    const names = ["a", "a-b", "a.b", "ab", "b", "é", "\ud7ff", "\ue000", "\uffff", "😀", "𐀀", "A"];
    const objects = ["", "x", "x-y", "x.y", "xy", "xy"].flatMap((namespace) =>
      names.map((name) => ({ namespace, name })),
    );
    const byKey = [...objects].sort((a, b) =>
      sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0,
    );
    const byBytes = [...objects].sort((a, b) =>
      Buffer.compare(Buffer.from(keyText(a)), Buffer.from(keyText(b))),
    );
    expect(byKey.map(keyText)).toEqual(byBytes.map(keyText));
  });
});

describe("namespaceRange", () => {
  it.each([
    {
      namespace: "x",
      inside: ["x/", "x/a", "x/😀"],
      outside: ["w/z", "x", "x-y/a", "x.y/a", "x0/a", "xy/a"],
    },
    { namespace: "", inside: ["", "a/b", "zz"], outside: [] },
  ])("$namespace holds its keys", ({ namespace, inside, outside }) => {
    const { from, to } = namespaceRange(namespace);
    const holds = (key: string): boolean => key >= from && (to === undefined || key < to);
    expect(inside.filter(holds)).toEqual(inside);
    expect(outside.filter(holds)).toEqual([]);
  });
});
