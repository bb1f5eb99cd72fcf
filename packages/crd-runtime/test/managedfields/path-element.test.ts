import {
  comparePathElements,
  type FieldPath,
  fieldElement,
  fieldPath,
  keyElement,
  pathToString,
  valueElement,
} from "crd-runtime/managedfields";
import { describe, expect, it } from "vitest";

const paths: readonly (readonly [FieldPath, string])[] = [
  [fieldPath("spec", "replicas"), ".spec.replicas"],
  [
    fieldPath("metadata", "labels", "app.kubernetes.io/name"),
    ".metadata.labels.app.kubernetes.io/name",
  ],
  [["f:spec", 'k:{"port":80,"protocol":"TCP"}', "f:name"], '.spec[port=80,protocol="TCP"].name'],
  [["f:finalizers", 'v:"example.com/x"'], '.finalizers[="example.com/x"]'],
  [["v:true"], "[=true]"],
  [["v:null"], "[=null]"],
  [["v:1.5"], "[=1.5]"],
  [["v:999999"], "[=999999]"],
  [["v:1000000"], "[=1e+06]"],
  [["v:123456789"], "[=1.23456789e+08]"],
  [["v:1e-07"], "[=1e-07]"],
  [["v:0.0001"], "[=0.0001]"],
  [['v:"a\\"b\\n\\u0007\\u007fé😀\\u00a0"'], '[="a\\"b\\n\\a\\x7fé😀\\u00a0"]'],
  [["i:3"], "[3]"],
];

describe("pathToString", () => {
  it.each(paths)("writes %j as the server does", (path, text) => {
    expect(pathToString({ path })).toBe(text);
  });

  it("writes integers of the object itself in full", () => {
    expect(pathToString({ path: ["v:1000000"], numbers: "integer" })).toBe("[=1000000]");
  });
});

const elements: readonly (readonly [string, string])[] = [
  [fieldElement("__proto__"), "f:__proto__"],
  [
    keyElement([
      ["protocol", "TCP"],
      ["port", 80],
    ]),
    'k:{"port":80,"protocol":"TCP"}',
  ],
  [keyElement([["a<b", "a<b"]]), 'k:{"a<b":"a\\u003cb"}'],
  [valueElement("a\u2028\b\f\t"), 'v:"a\\u2028\\u0008\\u000c\\t"'],
  [valueElement("\x7fé"), 'v:"\x7fé"'],
  [valueElement(1e-7), "v:1e-07"],
  [valueElement(1e21), "v:1e+21"],
  [valueElement(9007199254740993n), "v:9007199254740993"],
  [valueElement(true), "v:true"],
  [valueElement({ b: [1, null], a: "x" }), 'v:{"a":"x","b":[1,null]}'],
];

describe("path elements", () => {
  it.each(elements)("are written as the server does: %s", (element, text) => {
    expect(element).toBe(text);
  });

  it("are ordered: members, keys, values, indices, and by what they hold, not by how it is written", () => {
    const sorted = [
      "f:a",
      "f:\uffff",
      "f:😀",
      'k:{"a":2}',
      'k:{"a":10}',
      'k:{"a":10,"b":1}',
      'k:{"b":1}',
      "v:2",
      "v:10",
      'v:"1"',
      "v:false",
      "v:true",
      "i:2",
      "i:10",
    ];
    expect(sorted.toReversed().sort(comparePathElements)).toEqual(sorted);
  });
});
