import { describe, expect, it } from "vitest";
import { GoTimeError, parseGoTime } from "../../src/schema/index.js";

const rfc3339 = '" as "2006-01-02T15:04:05Z07:00": cannot parse ';

describe("parseGoTime", () => {
  it.each([
    ["2020-01-01T00:00:00Z", "2020-01-01T00:00:00"],
    ["2020-01-01T1:00:00Z", "2020-01-01T01:00:00"],
    ["2020-01-01T00:00:00.123456789+01:30", "2019-12-31T22:30:00"],
    ["2020-01-01T00:00:00+24:00", "2019-12-31T00:00:00"],
    ["2020-02-29T00:00:00Z", "2020-02-29T00:00:00"],
    ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00"],
    ["9999-12-31T23:59:59-01:00", "10000-01-01T00:59:59"],
  ])("reads %s", (text, seconds) => {
    expect(parseGoTime(text, "any").seconds).toBe(seconds);
  });

  it.each([
    ["", `${rfc3339}"" as "2006"`],
    ["2020", `${rfc3339}"" as "-"`],
    ["2020-1", `${rfc3339}"1" as "01"`],
    ["20200101", `${rfc3339}"0101" as "-"`],
    ["2020-01-01 00:00:00Z", `${rfc3339}" 00:00:00Z" as "T"`],
    ["2020-01-01T00:00:00+0100", `${rfc3339}"+0100" as "Z07:00"`],
    ["2020-01-01T00:00:00ZZ", '": extra text: "Z"'],
    ["2020-13-01T00:00:00Z", '": month out of range'],
    ["2021-02-29T00:00:00Z", '": day out of range'],
    ["2020-01-01T24:00:00Z", '": hour out of range'],
    ["2020-01-01T00:60:00Z", '": minute out of range'],
    ["2020-01-01T00:00:60Z", '": second out of range'],
    ["2020-01-01T00:00:00+25:00", '": time zone offset hour out of range'],
  ])("refuses %j", (text, problem) => {
    const message = `parsing time "${text}${problem}`;
    expect(() => parseGoTime(text, "any")).toThrow(new GoTimeError(message));
  });

  it("quotes bytes", () => {
    expect(() => parseGoTime('ä"', "any")).toThrow('parsing time "\\xc3\\xa4\\"" as');
  });

  it("wants six decimals of a MicroTime", () => {
    expect(parseGoTime("2020-01-01T00:00:00,123456Z", "six").fraction).toBe("123456");
    expect(() => parseGoTime("2020-01-01T00:00:00.12345Z", "six")).toThrow(
      'as "2006-01-02T15:04:05.000000Z07:00": cannot parse ".12345Z" as ".000000"',
    );
    expect(() => parseGoTime("2020-01-01T00:00:00.1234567Z", "six")).toThrow(
      'cannot parse "7Z" as "Z07:00"',
    );
  });
});
