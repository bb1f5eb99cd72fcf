import { describe, expect, it } from "vitest";
import { parseJSON } from "../../src/rest/json.js";
import { ListDecoder } from "../../src/rest/list-decoder.js";
import { mulberry32 } from "../random.js";
import { randomJSON } from "../random-json.js";

function decode(input: { readonly text: string; readonly sizes: () => number }): unknown {
  const { text, sizes } = input;
  const bytes = new TextEncoder().encode(text);
  const decoder = new ListDecoder();
  for (let start = 0; start < bytes.length; ) {
    const end = start + sizes();
    decoder.push(Uint8Array.from(bytes.subarray(start, end)));
    start = end;
  }
  return decoder.end();
}

/** In one piece, and byte by byte. */
const cuts = [{ sizes: () => 1_000_000 }, { sizes: () => 1 }];

function randomItem(random: () => number): object {
  return { metadata: {}, a: randomJSON(random), items: [{ b: randomJSON(random) }] };
}

describe("ListDecoder", () => {
  it("gives what JSON.parse gives, however lists are written and cut, 300 times", () => {
    const random = mulberry32(3);
    for (let round = 0; round < 300; round++) {
      const items = Array.from({ length: Math.floor(random() * 5) }, () => randomItem(random));
      const list = {
        kind: "DatabaseList",
        ...(random() < 0.3 && { text: 'x,"items":[{' }),
        ...(random() < 0.3 && { nested: { items: [1, "2"] } }),
        items,
        metadata: { resourceVersion: "1", other: randomJSON(random) },
      };
      const text = JSON.stringify(list, undefined, random() < 0.5 ? 2 : undefined);
      const longest = 1 + Math.floor(random() * 60);
      const value = decode({ text, sizes: () => 1 + Math.floor(random() * longest) });
      expect(JSON.stringify(value)).toBe(JSON.stringify(JSON.parse(text)));
    }
  });

  it.each([
    '{"items":[],"metadata":{}}',
    '{"items":[{}]}',
    '{ "items" : [ {} , {} ] }',
    '{"items":[{"items":[{"items":[{}]}]}]}',
    '{"items":null}',
    '{"items":"x"}',
    '{"items":{"a":[{}]}}',
    '{"items":[{}],"items":[{"a":1},{"b":2}]}',
    '{"items":[{}],"items":[]}',
    '{"items":[{}],"items":null}',
    '{"a":"items","b":[{}]}',
    '{"a":{"items":[{}]}}',
    '{"a":",\\"items\\":","b":[1]}',
    '{"\\"items":[1,2]}',
    '{"items":[{"n":9007199254740993}]}',
    '{"items":[{"a":"\\"}"},{"b":"]\\\\"},{"c":"\\\\\\"{"}]}',
    '{"a":"\\"","items":[{}]}',
    '[{"items":[{}]}]',
    "null",
    '"items"',
    " {} ",
  ])("reads %s as JSON.parse does", (text) => {
    for (const { sizes } of cuts) {
      expect(decode({ text, sizes })).toEqual(parseJSON(text));
    }
  });

  it.each([
    "",
    "{",
    '{"items":[',
    '{"items":[{}',
    '{"items":[{}]',
    '{"items":[{},]}',
    '{"items":[,{}]}',
    '{"items":[{}{}]}',
    '{"items":[{},,{}]}',
    '{"items":[{"a":[}]}]}',
    '{"items":[{"a"}]}',
    '{"items":[{}}',
    '{"items":[{}]]',
    '{"items":[{}]}}',
    '{"items":[{}]}x',
    '{"items":[{"a":"x]}',
    '{"items":[{}"a"]}',
    '{"items":[{}],"metadata":{',
    "<html>",
  ])("refuses '%s' as JSON.parse does", (text) => {
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    for (const { sizes } of cuts) {
      expect(() => decode({ text, sizes })).toThrow(SyntaxError);
    }
  });

  it.each(['{"items":[1]}', '{"items":[[{}]]}', '{"items":[null]}', '{"items":["a",{}]}'])(
    "refuses items that are no objects: %s",
    (text) => {
      for (const { sizes } of cuts) {
        expect(() => decode({ text, sizes })).toThrow("not objects");
      }
    },
  );
});
