import { describe, expect, it } from "vitest";
import {
  labelSelectorAsSelector,
  parseLabelSelector,
  Requirement,
  Selector,
  SelectorError,
  selectorFromLabels,
  toSelector,
} from "../../src/labels/index.js";
import { mulberry32 } from "../random.js";

describe("a label selector in text", () => {
  it.each([
    ["", ""],
    ["x", "x"],
    ["x\u0000,y", "x"],
    ["!x", "!x"],
    [" b = 1 , a=2", "a=2,b=1"],
    ["a==b", "a==b"],
    ["a!=b", "a!=b"],
    ["a=", "a="],
    ["a=,b", "a=,b"],
    ["a in (c, b,c)", "a in (b,c)"],
    ["a notin(b)", "a notin (b)"],
    ["a in (,b)", "a in (,b)"],
    ["a in (b,)", "a in (,b)"],
    ["a in (b,,c)", "a in (,b,c)"],
    ["a>5,b<7", "a>5,b<7"],
    ["in in (in, notin)", "in in (in,notin)"],
    ["example.com/tier=db", "example.com/tier=db"],
    ["a\t=\nb", "a=b"],
    ["a in ()", "a in ()"],
    ["\0", ""],
    ["a=b\0,c", "a=b"],
    ["a notin ( )", "a notin ()"],
  ])("is understood: %j", (text, printed) => {
    const selector = parseLabelSelector(text);
    expect(selector.toString()).toBe(printed);
    expect(parseLabelSelector(printed).toString()).toBe(printed);
  });

  // The server's own texts, as apimachinery 0.37 writes them.
  it.each([
    ["=a", "found '=', expected: !, identifier, or 'end of string'"],
    ["a,", "found '', expected: identifier after ','"],
    ["a b", "unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt"],
    ["a=b c", "found 'c', expected: ',' or 'end of string'"],
    ["a in b", "unable to parse requirement: found 'b' expected: '('"],
    ["a in (b", "unable to parse requirement: found '', expected: ',' or ')'"],
    ["a in (=)", "unable to parse requirement: found '=', expected: ',', ')' or identifier"],
    ["a in (b,,)", "unable to parse requirement: found ')', expected: ',', or identifier"],
    ["a=(", "unable to parse requirement: found '(', expected: identifier"],
    ["!", "unable to parse requirement: found '', expected: identifier"],
    [
      "a>x",
      `unable to parse requirement: values[0]: Invalid value: "x": for 'Gt', 'Lt' operators, the value must be an integer`,
    ],
    [
      "a>99999999999999999999",
      `unable to parse requirement: values[0]: Invalid value: "99999999999999999999": for 'Gt', 'Lt' operators, the value must be an integer`,
    ],
    [
      "-a=b",
      `unable to parse requirement: <nil>: Invalid value: "-a": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')`,
    ],
    [
      "a=-",
      `unable to parse requirement: values[0][a]: Invalid value: "-": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')`,
    ],
  ])("is refused: %j", (text, message) => {
    expect(() => parseLabelSelector(text)).toThrow(new SelectorError(message));
  });

  it("takes names and values of at most 63 bytes, and prefixes of at most 253", () => {
    const name = "a".repeat(63);
    const prefix = `${"a".repeat(61)}.${"b".repeat(61)}.${"c".repeat(61)}.${"d".repeat(61)}.${"e".repeat(5)}`;
    expect(prefix).toHaveLength(253);
    expect(parseLabelSelector(`${prefix}/${name}=${name}`).requirements).toHaveLength(1);
    expect(() => parseLabelSelector(`${name}a=b`)).toThrow("must be no more than 63 bytes");
    expect(() => parseLabelSelector(`a=${name}a`)).toThrow("must be no more than 63 bytes");
    expect(() => parseLabelSelector(`${prefix}f/a=b`)).toThrow("must be no more than 253 bytes");
    expect(() => parseLabelSelector(`a=${"é".repeat(32)}`)).toThrow("must be no more than 63");
  });

  it("is matched against labels", () => {
    const matches = (text: string, labels?: Record<string, string>): boolean =>
      parseLabelSelector(text).matches(labels);
    expect(matches("", undefined)).toBe(true);
    expect(matches("a", { a: "" })).toBe(true);
    expect(matches("a", undefined)).toBe(false);
    expect(matches("!a", {})).toBe(true);
    expect(matches("a=1,b!=2", { a: "1" })).toBe(true);
    expect(matches("a=1,b!=2", { a: "1", b: "2" })).toBe(false);
    expect(matches("a in (1,2)", { a: "2" })).toBe(true);
    expect(matches("a in (1,2)", {})).toBe(false);
    expect(matches("a notin (1,2)", {})).toBe(true);
    expect(matches("a notin (1,2)", { a: "1" })).toBe(false);
    expect(matches("a>5", { a: "10" })).toBe(true);
    expect(matches("a>5", { a: "five" })).toBe(false);
    expect(matches("a<9223372036854775807", { a: "9223372036854775806" })).toBe(true);
    expect([matches("a>5", { a: "5" }), matches("a<5", { a: "5" })]).toEqual([false, false]);
    expect(matches("constructor", {})).toBe(false);
    expect(matches("!toString", {})).toBe(true);
  });

  it("never fails but with a SelectorError, and prints what it understands again", () => {
    const parts = [
      "a",
      "in",
      "notin",
      "=",
      "==",
      "!=",
      "!",
      "(",
      ")",
      ",",
      " ",
      ">",
      "<",
      "x/y",
      "é",
      "-",
      "\0",
      "\\",
    ];
    const random = mulberry32(1);
    let understood = 0;
    for (let at = 0; at < 5_000; at++) {
      const text = Array.from(
        { length: Math.floor(random() * 9) },
        () => parts[Math.floor(random() * parts.length)],
      ).join("");
      try {
        const printed = parseLabelSelector(text).toString();
        expect(parseLabelSelector(printed).toString()).toBe(printed);
        understood++;
      } catch (error) {
        expect(error, text).toBeInstanceOf(SelectorError);
      }
    }
    expect(understood).toBeGreaterThan(500);
  });

  it("of any length is read in linear time", () => {
    const long = "a".repeat(1_000_000);
    expect(() => parseLabelSelector(`${long}!`)).toThrow(SelectorError);
    expect(() => parseLabelSelector(`x=${long}-`)).toThrow(SelectorError);
    expect(() => parseLabelSelector(`${"a-".repeat(500_000)}/b=c`)).toThrow(SelectorError);
  });
});

describe("a LabelSelector object", () => {
  it("selects nothing when absent and everything when empty", () => {
    expect(labelSelectorAsSelector(undefined).matches({})).toBe(false);
    expect(labelSelectorAsSelector(null).isNothing).toBe(true);
    expect(labelSelectorAsSelector({}).matches(undefined)).toBe(true);
    expect(labelSelectorAsSelector({ matchLabels: {}, matchExpressions: [] }).isEmpty).toBe(true);
  });

  it("joins labels and expressions", () => {
    const selector = labelSelectorAsSelector({
      matchLabels: { tier: "db" },
      matchExpressions: [
        { key: "env", operator: "In", values: ["prod", "qa"] },
        { key: "old", operator: "DoesNotExist" },
        { key: "app", operator: "Exists", values: [] },
        { key: "zone", operator: "NotIn", values: ["c"] },
      ],
    });
    expect(selector.toString()).toBe("app,env in (prod,qa),!old,tier=db,zone notin (c)");
  });

  it.each([
    ["Equals", '"Equals" is not a valid label selector operator'],
    ["toString", '"toString" is not a valid label selector operator'],
  ])("has no operator %s", (operator, message) => {
    const expression = { key: "a", operator: operator as "In", values: ["b"] };
    expect(() => labelSelectorAsSelector({ matchExpressions: [expression] })).toThrow(message);
  });

  it("is checked as text is", () => {
    const expression = { key: "-a", operator: "Exists", values: ["b"] } as const;
    expect(() =>
      labelSelectorAsSelector({ matchExpressions: [{ ...expression, values: ["b"] }] }),
    ).toThrow(
      /^\[key: Invalid value: "-a": .*, values: Invalid value: \["b"\]: values set must be empty for exists and does not exist\]$/,
    );
  });
});

it("is what listers take in any form", () => {
  const selector = Selector.of([new Requirement({ key: "a", operator: "=", values: ["b"] })]);
  expect(toSelector(selector)).toBe(selector);
  expect(toSelector("a=b").toString()).toBe("a=b");
  expect(toSelector({ matchLabels: { a: "b" } }).toString()).toBe("a=b");
  expect(toSelector(undefined).isEmpty).toBe(true);
  expect(selectorFromLabels({ a: "b", c: "" }).toString()).toBe("a=b,c=");
});
