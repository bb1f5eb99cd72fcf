import type { JsonObject } from "../round-trip.js";
import { integer, intOrString, list, map, string, struct } from "./build.js";

const exactly = [
  "[has(self.a),has(self.b)].filter(x,x==true).size() == 1",
  "(has(self.a)?1:0)+(has(self.b)?1:0) == 1",
  "(has(self.a) ? 1 : 0) + (has(self.b) ? 1 : 0) == 1",
];
const atMost = exactly.map((rule) => rule.replace("== 1", "<= 1"));
const atLeast = exactly.map((rule) => rule.replace("== 1", ">= 1"));

/** Rules of an object with the members a and b. */
const ofMembers: readonly JsonObject[] = [
  ...exactly.map((rule) => ({
    rule,
    message: "exactly one of the fields in [a b] must be set",
  })),
  ...atMost.map((rule) => ({ rule, message: "at most one of the fields in [a b] may be set" })),
  ...atLeast.map((rule) => ({ rule, message: "at least one of the fields in [a b] must be set" })),
  { rule: "has(self.a)" },
  { rule: "has(self.a)", message: "" },
  ...["FieldValueInvalid", "FieldValueForbidden", "FieldValueRequired", "FieldValueDuplicate"].map(
    (reason) => ({ rule: "has(self.a)", message: "a", reason }),
  ),
  { rule: "has(self.a)", fieldPath: ".a", message: "a" },
  { rule: "self == oldSelf", message: "immutable" },
  { rule: "!oldSelf.hasValue() || self == oldSelf.value()", optionalOldSelf: true },
  { rule: "self == oldSelf", optionalOldSelf: false },
  { rule: "has(self.a)", messageExpression: "'a' + 'b'" },
  { rule: "has(self.a)", message: "a", messageExpression: '"b"' },
  {
    rule: "has(self.a)",
    message: "all, of: it; {x}",
    messageExpression: "'m'",
    reason: "FieldValueForbidden",
    fieldPath: ".b",
  },
  { rule: "self.a == 'a'", message: 'a\'s "b"' },
  { rule: "self.a == \"a'b\" || self.a == 'c\"d'", message: 'say "x"' },
  { rule: "self.a == 'a`b'", message: "no `a`" },
  { rule: "self.a == '`' || self.a == \"'\"", message: "all: `'\"" },
  { rule: "self.a.matches('^\\\\d+\\\\.[a-z]*/$')", message: "a \\d" },
  { rule: "self.a.matches(r'^\\d*/')", message: "ends */" },
  { rule: "  has(self.a)  ", message: "  a  " },
  { rule: "has(self.a)\n", message: "a" },
  { rule: "has(self.a) &&\n  self.a != 'x' ||\n\n\thas(self.b)", message: "lines" },
  { rule: "// why\nhas(self.a)", message: "# why" },
  {
    rule: Array.from({ length: 40 }, (_, at) => `self.a != 'value-${at}'`).join(" && "),
    message: "long ".repeat(30).trim(),
  },
  { rule: "self.a != '\u00e4'", message: "\u00e4 \ud83d\ude00" },
  { rule: "self.a != '{{a}}'", message: "{{a}}" },
  { rule: "self.a in ['a,b', 'c=d']", message: "a=b,c" },
];

function ruled(schema: JsonObject, ...rules: readonly JsonObject[]): JsonObject {
  return { ...schema, "x-kubernetes-validations": rules };
}

const text: JsonObject = { ...string, maxLength: 9 };
const object = struct({ a: text, b: text });
const one: JsonObject = { rule: "self != 'x'", message: "not x" };
const two: JsonObject = { rule: "self != 'y'" };

/** Rules, and where they stand. */
export const rules: readonly JsonObject[] = [
  ...ofMembers.map((rule) => ruled(object, rule)),
  ruled(object, ...ofMembers.slice(0, 3)),
  ruled({ ...object, required: ["a"] }, { rule: "self.a == self.a" }),
  ruled(text, one, two),
  ruled(integer, { rule: "self > 0" }),
  ruled({ type: "number" }, { rule: "self > 0.5" }),
  ruled({ type: "boolean" }, { rule: "self" }),
  ruled(intOrString, { rule: "type(self) == int ? self > 0 : self.matches('^a')" }),
  ruled({ "x-kubernetes-int-or-string": true }, { rule: "type(self) == int" }),
  ruled(list(text, { maxItems: 3 }), { rule: "self.size() > 0" }, { rule: "self.all(x, x != '')" }),
  list(ruled(text, one), { maxItems: 3 }),
  list(ruled(object, { rule: "has(self.a)" }), { maxItems: 3 }),
  ruled(list(ruled(object, { rule: "has(self.a)" }), { maxItems: 3 }), { rule: "size(self) > 1" }),
  list(list(ruled(text, one), { maxItems: 3 }), { maxItems: 3 }),
  ruled(map(text, { maxProperties: 3 }), { rule: "self.all(k, k != 'a')", message: "no a" }),
  map(ruled(text, one), { maxProperties: 3 }),
  map(ruled(object, { rule: "has(self.b)" }), { maxProperties: 3 }),
  map(list(ruled(text, one), { maxItems: 3 }), { maxProperties: 3 }),
  ruled({ ...string, enum: ["b", "a"] }, { rule: "self == oldSelf", message: "immutable" }),
  ruled({ ...text, default: "a" }, one),
  ruled({ type: "object" }, { rule: "self == self" }),
  ruled({ type: "object", "x-kubernetes-preserve-unknown-fields": true }, { rule: "true" }),
];
