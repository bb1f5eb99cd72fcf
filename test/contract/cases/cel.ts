import type { Topic } from "../harness/topic.js";
import { definition, rule, tried } from "./schema-objects.js";
import { outcome } from "./views.js";

const text = { type: "string" };

const integer = { type: "integer" };

const ruled = definition({
  plural: "ruleds",
  kind: "Ruled",
  spec: {
    "x-kubernetes-validations": [
      rule("!has(self.min) || !has(self.max) || self.min <= self.max", {
        message: "min is above max",
      }),
      rule("!has(self.fail) || !self.fail", {
        messageExpression: "self.fail ? 'it failed' : 'never'",
        reason: "FieldValueForbidden",
        fieldPath: ".fail",
      }),
      rule("!has(self.once) || !has(oldSelf.once) || self.once == oldSelf.once", {
        message: "once is immutable",
      }),
      rule("!has(oldSelf.fixed) || has(self.fixed)", {
        message: "fixed cannot be removed",
        reason: "FieldValueRequired",
        fieldPath: ".fixed",
      }),
    ],
    properties: {
      min: integer,
      max: integer,
      fail: { type: "boolean" },
      once: text,
      fixed: text,
      immutable: {
        type: "string",
        maxLength: 20,
        "x-kubernetes-validations": [rule("self == oldSelf", { message: "Value is immutable" })],
      },
      optional: {
        type: "string",
        maxLength: 20,
        "x-kubernetes-validations": [
          rule("oldSelf.hasValue() || self == 'new'", { optionalOldSelf: true }),
        ],
      },
      text: {
        type: "string",
        maxLength: 20,
        "x-kubernetes-validations": [
          rule("self.matches('^[a-z]+$')"),
          rule("self.size() < 5", { messageExpression: '"too long: " + self' }),
        ],
      },
      list: {
        type: "array",
        maxItems: 5,
        items: {
          type: "integer",
          "x-kubernetes-validations": [rule("self > 0", { message: "not positive" })],
        },
        "x-kubernetes-validations": [
          rule("self.all(x, x < 10)"),
          rule("self.isSorted()", { message: "not sorted" }),
        ],
      },
      map: {
        type: "object",
        maxProperties: 5,
        additionalProperties: { type: "string", maxLength: 5 },
        "x-kubernetes-validations": [
          rule("self.all(k, k.startsWith('x'))", { message: "bad key" }),
        ],
      },
      quantity: {
        type: "string",
        maxLength: 20,
        "x-kubernetes-validations": [
          rule("isQuantity(self) && quantity(self).isGreaterThan(quantity('1Gi'))"),
        ],
      },
      url: {
        type: "string",
        maxLength: 50,
        "x-kubernetes-validations": [rule("isURL(self) && url(self).getScheme() == 'https'")],
      },
      ip: {
        type: "string",
        maxLength: 50,
        "x-kubernetes-validations": [rule("isIP(self) && ip(self).family() == 4")],
      },
      cidr: {
        type: "string",
        maxLength: 50,
        "x-kubernetes-validations": [rule("isCIDR(self) && cidr(self).containsIP('10.0.0.1')")],
      },
      time: {
        type: "string",
        format: "date-time",
        "x-kubernetes-validations": [rule("self.getFullYear() > 2000")],
      },
      duration: {
        type: "string",
        format: "duration",
        "x-kubernetes-validations": [rule("self > duration('1m')")],
      },
      either: {
        "x-kubernetes-int-or-string": true,
        "x-kubernetes-validations": [rule("type(self) == int ? self > 0 : self.endsWith('%')")],
      },
      items: {
        type: "array",
        maxItems: 5,
        "x-kubernetes-list-type": "map",
        "x-kubernetes-list-map-keys": ["name"],
        items: {
          type: "object",
          required: ["name"],
          properties: {
            name: { type: "string", maxLength: 5 },
            value: {
              type: "integer",
              "x-kubernetes-validations": [rule("self >= oldSelf", { message: "cannot shrink" })],
            },
          },
        },
      },
      divide: { type: "integer", "x-kubernetes-validations": [rule("10 / self > 1")] },
      "odd-name": { type: "string", maxLength: 5 },
      __reserved: { type: "string", maxLength: 5 },
      escaped: {
        type: "object",
        properties: { "a-b": integer, "c.d": integer, "e/f": integer, namespace: text },
        "x-kubernetes-validations": [
          rule("!has(self.a__dash__b) || self.a__dash__b > 0"),
          rule("!has(self.c__dot__d) || self.c__dot__d > 0"),
          rule("!has(self.__namespace__) || self.__namespace__ != 'x'"),
        ],
      },
    },
  },
});

const cel1 = tried("ruleds");

export const cel: Topic = {
  name: "cel",
  definitions: [ruled],
  cases: {
    "rules on create": [
      cel1({ min: 1, max: 2 }),
      cel1({ min: 2, max: 1 }),
      cel1({ fail: true }),
      cel1({ fail: true, min: 2, max: 1 }),
      cel1({ text: "abc" }),
      cel1({ text: "ABC" }),
      cel1({ text: "abcdef" }),
      cel1({ text: "ABCDEF" }),
      cel1({ list: [1, 2] }),
      cel1({ list: [2, 1] }),
      cel1({ list: [0, 11] }),
      cel1({ map: { xa: "1", b: "2" } }),
      cel1({ quantity: "2Gi" }),
      cel1({ quantity: "1" }),
      cel1({ quantity: "x" }),
      cel1({ url: "https://a" }),
      cel1({ url: "http://a" }),
      cel1({ url: "::" }),
      cel1({ ip: "1.2.3.4" }),
      cel1({ ip: "::1" }),
      cel1({ cidr: "10.0.0.0/8" }),
      cel1({ cidr: "11.0.0.0/8" }),
      cel1({ time: "2020-01-01T00:00:00Z" }),
      cel1({ time: "1999-01-01T00:00:00Z" }),
      cel1({ time: "x" }),
      cel1({ duration: "1h" }),
      cel1({ duration: "1s" }),
      cel1({ either: 1 }),
      cel1({ either: 0 }),
      cel1({ either: "5%" }),
      cel1({ either: "5" }),
      cel1({ divide: 2 }),
      cel1({ divide: 0 }),
      cel1({ divide: 20 }),
      cel1({ optional: "x" }),
      cel1({ optional: "new" }),
      cel1({ immutable: "x" }),
      cel1({ escaped: { "a-b": 0, "c.d": 0, namespace: "x" } }),
      cel1({ list: [1, 2, 3, 4, 5, 6] }),
      cel1({ text: 7, min: 2, max: 1 }),
      cel1({ min: "x", fail: true }),
    ],
    "transition rules": [
      {
        POST: "ruleds",
        body: {
          metadata: { name: "a" },
          spec: {
            immutable: "x",
            once: "o",
            fixed: "f",
            optional: "new",
            items: [{ name: "a", value: 5 }],
          },
        },
      },
      ...[
        { immutable: "y" },
        { immutable: null },
        { once: "p" },
        { fixed: null },
        { optional: "other" },
        { items: [{ name: "a", value: 4 }] },
        { items: [{ name: "b", value: 1 }] },
        {
          items: [
            { name: "b", value: 0 },
            { name: "a", value: 1 },
          ],
        },
        { min: 5, max: 1 },
        { immutable: "x" },
      ].map((spec) => ({
        PATCH: "ruleds/a",
        merge: { spec },
        view: outcome,
      })),
      {
        PATCH: "ruleds/a?fieldManager=m",
        apply: { metadata: { name: "a" }, spec: { min: 5, max: 1 } },
        view: outcome,
      },
    ],
    "reports with the whole Status": [
      { POST: "ruleds", body: { metadata: { name: "a" }, spec: { fail: true, text: "ABCDEF" } } },
    ],
  },
};
