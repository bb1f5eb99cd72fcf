import { goQuote } from "../text/go.js";
import { check, type Subject } from "./check.js";
import type { Logic, SchemaNode } from "./node.js";
import type { Problems } from "./problems.js";

interface LogicInput {
  readonly logic: Logic;
  readonly subject: Subject;
}

interface Attempt {
  readonly count: number;
  readonly problems: Problems;
}

/** Checks anyOf, oneOf, allOf and not, in this order, and returns the number of checks that were made below them. */
export function checkLogic({ logic, subject }: LogicInput): number {
  let count = 0;
  if (logic.anyOf.length > 0) count += checkAnyOf(logic.anyOf, subject);
  if (logic.oneOf.length > 0) count += checkOneOf(logic.oneOf, subject);
  if (logic.allOf.length > 0) count += checkAllOf(logic.allOf, subject);
  if (logic.not !== undefined && attempt(logic.not, subject).problems.none) {
    subject.problems.general(`${goQuote(subject.path)} must not validate the schema (not)`);
  }
  return count;
}

/** Without the old value: what stands in a logic keyword is not ratcheted by itself. */
function attempt(node: SchemaNode, subject: Subject): Attempt {
  const problems = subject.problems.fork();
  const { path, value } = subject;
  return { count: check({ node, value, path, problems, correlation: undefined }), problems };
}

function checkAnyOf(nodes: readonly SchemaNode[], subject: Subject): number {
  let best: Attempt | undefined;
  for (const node of nodes) {
    const result = attempt(node, subject);
    if (result.problems.none) return result.count;
    best = better(best, result);
  }
  subject.problems.general(`${goQuote(subject.path)} must validate at least one schema (anyOf)`);
  return taken(best, subject);
}

function checkOneOf(nodes: readonly SchemaNode[], subject: Subject): number {
  let best: Attempt | undefined;
  let first: Attempt | undefined;
  let valid = 0;
  for (const node of nodes) {
    const result = attempt(node, subject);
    if (result.problems.none) {
      valid += 1;
      first ??= result;
    } else if (valid === 0) best = better(best, result);
  }
  if (valid === 1) return first?.count ?? 0;
  const found = valid === 0 ? "Found none valid" : `Found ${valid} valid alternatives`;
  const path = goQuote(subject.path);
  subject.problems.general(`${path} must validate one and only one schema (oneOf). ${found}`);
  return valid === 0 ? taken(best, subject) : 0;
}

function checkAllOf(nodes: readonly SchemaNode[], subject: Subject): number {
  let valid = 0;
  let count = 0;
  for (const node of nodes) {
    const result = attempt(node, subject);
    if (result.problems.none) valid += 1;
    count += taken(result, subject);
  }
  if (valid !== nodes.length) {
    const none = valid === 0 ? ". None validated" : "";
    subject.problems.general(
      `${goQuote(subject.path)} must validate all the schemas (allOf)${none}`,
    );
  }
  return count;
}

function better(best: Attempt | undefined, result: Attempt): Attempt {
  return best === undefined || result.count > best.count ? result : best;
}

function taken(result: Attempt | undefined, { problems }: Subject): number {
  if (result === undefined) return 0;
  problems.merge(result.problems);
  return result.count;
}
