import type { JsonValue } from "../model/index.js";
import { argumentsText, type Marker, quotedText, scalarsOf, wordText } from "./marker.js";

const ruleMembers = [
  "rule",
  "message",
  "messageExpression",
  "reason",
  "fieldPath",
  "optionalOldSelf",
] as const;

/** Markers for rules in CEL; undefined where one of them has what markers cannot say. */
export function ruleMarkers(
  name: string,
  value: JsonValue | undefined,
): readonly Marker[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const markers = value.map((rule: JsonValue): Marker | undefined => {
    const found = scalarsOf({ value: rule, names: ruleMembers });
    if (typeof found?.get("rule") !== "string") return undefined;
    const isOdd = [...found].some(
      ([member, one]) =>
        one === "" ||
        one === false ||
        (typeof one === "boolean") !== (member === "optionalOldSelf"),
    );
    if (isOdd) return undefined;
    const text = (member: string): string | undefined => {
      const one = found.get(member);
      if (one === undefined) return undefined;
      return typeof one === "string" ? quotedText(one) : String(one);
    };
    const reason = found.get("reason");
    return {
      name,
      value: argumentsText(
        ruleMembers.map((member) => [
          member,
          member === "reason" && typeof reason === "string" ? wordText(reason) : text(member),
        ]),
      ),
    };
  });
  const made = markers.filter((one) => one !== undefined);
  return made.length === markers.length ? made : undefined;
}
