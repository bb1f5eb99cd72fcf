import { isObject, type JsonMembers } from "../json.js";
import { isInt64 } from "../text/go.js";
import { checkLogic } from "./logic.js";
import type { SchemaNode } from "./node.js";
import { isNearInteger } from "./number-limits.js";
import type { Problems } from "./problems.js";
import type { Correlation } from "./ratchet.js";

/** A value on its way through a schema. */
export interface Subject<T = unknown> {
  readonly node: SchemaNode;
  readonly value: T;
  readonly path: string;
  readonly problems: Problems;
  /** On updates: the value as it was. Errors of what has not changed are dropped. */
  readonly correlation: Correlation | undefined;
}

/**
 * Checks a value as kube-openapi's validators do, in their order, and returns the number of checks that were made and
 * passed: among failed alternatives, the one with the highest number is reported.
 */
export function check(subject: Subject): number {
  const { node, value, path, problems } = subject;
  if (value === null || value === undefined) return checkNull(subject);
  let count = 4;
  if (node.types.length > 0 || node.format !== "") count += 1 + checkType(subject);
  if (node.logic !== undefined) count += checkLogic({ logic: node.logic, subject });
  if (typeof value === "string") count += checkString(subject as Subject<string>);
  else if (typeof value === "number" || typeof value === "bigint") {
    count += checkNumber(subject as Subject<bigint | number>);
  } else if (Array.isArray(value)) count += checkList(subject as Subject<readonly unknown[]>);
  if (node.enumValues !== undefined && !node.enumValues.has(value)) {
    problems.notInEnum({ path, value, supported: node.enumValues.supported });
  }
  if (isObject(value)) count += 1 + checkObject(subject as Subject<JsonMembers>);
  return count;
}

function checkNull({ node, path, problems }: Subject): number {
  const wrong = node.types.length > 0 && !node.nullable;
  if (wrong) problems.wrongType({ path, expected: node.types.join(","), actual: "null" });
  if (node.enumValues !== undefined) {
    problems.notInEnum({ path, value: null, supported: node.enumValues.supported });
  }
  return wrong ? 0 : 1;
}

function checkType({ node, value, path, problems }: Subject): number {
  const { types, format } = node;
  const { type: actual, format: width } = kindOf(value);
  const suits =
    types.includes(actual) ||
    (actual === "number" && types.includes("integer") && isNearInteger(Number(value))) ||
    (actual === "integer" && types.includes("number"));
  if (suits) return 1;
  const isText = actual === "string" || actual === "array";
  if (format !== "" && !isText && width !== format) {
    problems.wrongType({ path, expected: format, actual: width });
    return 0;
  }
  // A list where a string of some format is wanted is not found at fault here, nor anywhere: as the server has it.
  const numeric = types.includes("number") || types.includes("integer");
  if (format !== "" && isText && !numeric) return 1;
  problems.wrongType({ path, expected: types.join(","), actual });
  return 0;
}

interface Kind {
  readonly type: "array" | "boolean" | "integer" | "number" | "object" | "string";
  readonly format: string;
}

const integerKind: Kind = { type: "integer", format: "int64" };
const numberKind: Kind = { type: "number", format: "float64" };
const stringKind: Kind = { type: "string", format: "" };
const booleanKind: Kind = { type: "boolean", format: "" };
const arrayKind: Kind = { type: "array", format: "" };
const objectKind: Kind = { type: "object", format: "" };

function kindOf(value: unknown): Kind {
  switch (typeof value) {
    case "string":
      return stringKind;
    case "boolean":
      return booleanKind;
    case "number":
    case "bigint":
      return isInt64(value) ? integerKind : numberKind;
    default:
      return Array.isArray(value) ? arrayKind : objectKind;
  }
}

/** The first of the limits that fails, and the format. */
function checkString({ node, value, path, problems }: Subject<string>): number {
  const { maxLength, minLength, pattern } = node;
  if (maxLength !== undefined && value.length > maxLength && runes(value) > maxLength) {
    problems.tooLong(path, maxLength);
  } else if (minLength !== undefined && runes(value) < minLength) {
    const detail = `${path} in body should be at least ${minLength} chars long`;
    problems.invalid({ path, value, detail });
  } else if (pattern !== undefined && !pattern.matches(value)) {
    const detail = `${path} in body should match '${pattern.source}'`;
    problems.invalid({ path, value, detail });
  }
  if (node.formatCheck === undefined) return 1;
  if (!node.formatCheck(value)) problems.wrongType({ path, expected: node.format, actual: value });
  return 2;
}

function checkNumber({ node, value, path, problems }: Subject<bigint | number>): number {
  for (const { message, badValue } of node.limits?.problems({ path, value }) ?? []) {
    if (badValue === undefined) problems.general(message);
    else problems.invalid({ path, value: badValue, detail: message });
  }
  return 2;
}

function checkList(subject: Subject<readonly unknown[]>): number {
  const { node, value, path, problems, correlation } = subject;
  let count = 2;
  const { items } = node.below;
  if (items !== undefined) {
    for (let index = 0; index < value.length; index += 1) {
      count += checkChild({
        node: items,
        value: value[index],
        path: `${path}[${index}]`,
        problems,
        correlation: correlation?.index(index),
      });
    }
  }
  if (node.minItems !== undefined && value.length < node.minItems) {
    const detail = `${path} in body should have at least ${node.minItems} items`;
    problems.invalid({ path, value: value.length, detail });
  }
  if (node.maxItems !== undefined && value.length > node.maxItems) {
    problems.tooMany({ path, actual: value.length, maximum: node.maxItems, what: "items" });
  }
  return count;
}

function checkObject(subject: Subject<JsonMembers>): number {
  const { node, value, path, problems, correlation } = subject;
  const names = Object.keys(value);
  const { minProperties, maxProperties, below } = node;
  if (minProperties !== undefined && names.length < minProperties) {
    const detail = `${path} in body should have at least ${minProperties} properties`;
    problems.invalid({ path, value: names.length, detail });
  }
  if (maxProperties !== undefined && names.length > maxProperties) {
    const actual = names.length;
    problems.tooMany({ path, actual, maximum: maxProperties, what: "properties" });
  }
  let count = 0;
  for (const name of names) {
    const property = below.property(name);
    const other = property === undefined ? below.additionalProperties : undefined;
    if (property !== undefined) {
      count += checkChild({
        node: property,
        value: value[name],
        path: path === "" ? name : `${path}.${name}`,
        problems,
        correlation: isTypeMember(path, name) ? undefined : correlation?.key(name),
      });
    } else if (other === false) {
      const detail = `${path}.${name} in body is a forbidden property`;
      problems.invalid({ path, value: name, detail });
    } else if (other !== undefined) {
      count += checkChild({
        node: other,
        value: value[name],
        path: `${path}.${name}`,
        problems,
        correlation: correlation?.key(name),
      });
    }
  }
  for (const name of node.required) {
    if (!Object.hasOwn(value, name)) problems.required(`${path}.${name}`);
  }
  return count;
}

/** kind and apiVersion of a whole object are checked anew: a conversion may have changed them. */
function isTypeMember(path: string, name: string): boolean {
  return path === "" && (name === "kind" || name === "apiVersion");
}

/** Errors of a value that is what it was count for nothing. */
function checkChild(subject: Subject): number {
  if (subject.correlation === undefined) return check(subject);
  const problems = subject.problems.fork();
  const count = check({ ...subject, problems });
  if (problems.none || subject.correlation.equal()) return count;
  subject.problems.merge(problems);
  return count;
}

/** Characters as Go counts them: code points. */
function runes(text: string): number {
  let count = text.length;
  for (let index = 0; index < text.length - 1; index += 1) {
    const high = text.charCodeAt(index);
    if (high < 0xd800 || high > 0xdbff) continue;
    const low = text.charCodeAt(index + 1);
    if (low >= 0xdc00 && low <= 0xdfff) {
      count -= 1;
      index += 1;
    }
  }
  return count;
}
