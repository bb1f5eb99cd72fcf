import { canonicalElement, type PathElement } from "./path-element.js";
import { isMap } from "./value.js";

// The algebra of FieldsV1, which are the sets as they are: a trie of path elements. A node is a member of the set when it has
// the element `.`, or no element at all. No node here is empty and no member, and none is changed after it was made: sets
// share nodes.

/** A node of FieldsV1 below the root: `{}` a member, `{".":{},"f:a":{}}` a member with members below it. */
export type FieldsNode = { readonly [element: PathElement]: FieldsNode };

/** A node on its way. */
type FieldsDraft = { [element: PathElement]: FieldsNode };

/** The element of a node itself. */
export const self = ".";

/** A member and nothing below it. */
export const leaf: FieldsNode = Object.freeze({});

/** Whether a node is a member of its set. */
export function isMember(node: FieldsNode): boolean {
  return Object.hasOwn(node, self) || isEmpty(node);
}

/** Whether a node has no elements. */
export function isEmpty(node: FieldsNode): boolean {
  for (const _element in node) return false;
  return true;
}

/** Whether a node has elements other than itself. */
export function hasBelow(node: FieldsNode): boolean {
  for (const element in node) {
    if (element !== self) return true;
  }
  return false;
}

/** The node of an element, or undefined. */
export function childOf(input: {
  readonly node: FieldsNode;
  readonly element: PathElement;
}): FieldsNode | undefined {
  return Object.hasOwn(input.node, input.element) ? input.node[input.element] : undefined;
}

/** A node of what is below it; undefined when that is nothing and the node no member either. */
function nodeOf(input: {
  readonly member: boolean;
  readonly below: FieldsNode | undefined;
}): FieldsNode | undefined {
  const { member, below } = input;
  if (below === undefined || !hasBelow(below)) return member ? leaf : undefined;
  if (member === Object.hasOwn(below, self)) return below;
  if (member) return { [self]: leaf, ...below };
  const { [self]: _self, ...rest } = below;
  return rest;
}

/** Changes what is below a node; the same node when nothing changes, undefined when nothing is left. */
function mapElements(input: {
  readonly node: FieldsNode;
  readonly change: (element: PathElement, child: FieldsNode) => FieldsNode | undefined;
}): FieldsNode | undefined {
  const { node, change } = input;
  const elements = Object.keys(node);
  let draft: FieldsDraft | undefined;
  for (let index = 0; index < elements.length; index += 1) {
    const element = elements[index] ?? self;
    const child = node[element];
    if (child === undefined) continue;
    const changed = element === self ? child : change(element, child);
    if (draft === undefined && changed !== child) {
      draft = {};
      for (const before of elements.slice(0, index)) draft[before] = node[before] ?? leaf;
    }
    if (draft !== undefined && changed !== undefined) draft[element] = changed;
  }
  const result = draft ?? node;
  return hasBelow(result) ? result : undefined;
}

/** Members of either. */
export function unionOf(a: FieldsNode, b: FieldsNode): FieldsNode {
  if (a === b) return a;
  const union: FieldsDraft = isMember(a) || isMember(b) ? { [self]: leaf } : {};
  addUnion({ union, a, b });
  return hasBelow(union) ? union : leaf;
}

/** Members of either set; the roots are no members. */
export function unionOfRoots(a: FieldsNode, b: FieldsNode): FieldsNode {
  if (isEmpty(a)) return b;
  if (isEmpty(b)) return a;
  const union: FieldsDraft = {};
  addUnion({ union, a, b });
  return union;
}

function addUnion(input: {
  readonly union: FieldsDraft;
  readonly a: FieldsNode;
  readonly b: FieldsNode;
}): void {
  const { union, a, b } = input;
  for (const element of Object.keys(a)) {
    const left = a[element];
    if (element === self || left === undefined) continue;
    const right = childOf({ node: b, element });
    union[element] = right === undefined ? left : unionOf(left, right);
  }
  for (const element of Object.keys(b)) {
    const right = b[element];
    if (element === self || right === undefined || Object.hasOwn(union, element)) continue;
    union[element] = right;
  }
}

/** Members of both; undefined when there is none. */
export function intersectionOf(a: FieldsNode, b: FieldsNode): FieldsNode | undefined {
  const below = intersectionBelow(a, b);
  return nodeOf({ member: isMember(a) && isMember(b), below });
}

/** What two nodes share below themselves. */
export function intersectionBelow(a: FieldsNode, b: FieldsNode): FieldsNode | undefined {
  return mapElements({
    node: a,
    change: (element, left) => {
      const right = childOf({ node: b, element });
      return right === undefined ? undefined : intersectionOf(left, right);
    },
  });
}

function differenceOf(a: FieldsNode, b: FieldsNode): FieldsNode | undefined {
  const member = isMember(a) && !isMember(b);
  return member && isEmpty(a) ? a : nodeOf({ member, below: differenceBelow(a, b) });
}

/** Members below `a` that are no members below `b`; `a` itself when none is. */
export function differenceBelow(a: FieldsNode, b: FieldsNode): FieldsNode | undefined {
  return mapElements({
    node: a,
    change: (element, left) => {
      const right = childOf({ node: b, element });
      return right === undefined ? left : differenceOf(left, right);
    },
  });
}

/** Members below `a` that are no members below `b`, nor below such a member. */
export function recursiveDifferenceBelow(a: FieldsNode, b: FieldsNode): FieldsNode | undefined {
  return mapElements({
    node: a,
    change: (element, left) => {
      const right = childOf({ node: b, element });
      if (right === undefined) return left;
      if (isMember(right)) return undefined;
      if (isEmpty(left)) return left;
      return nodeOf({ member: isMember(left), below: recursiveDifferenceBelow(left, right) });
    },
  });
}

/** Members that have none below them. */
export function leavesBelow(node: FieldsNode): FieldsNode | undefined {
  return mapElements({
    node,
    change: (_element, child) =>
      hasBelow(child) ? nodeOf({ member: false, below: leavesBelow(child) }) : leaf,
  });
}

/** Whether two nodes are the same set. */
export function nodesEqual(a: FieldsNode, b: FieldsNode): boolean {
  if (a === b) return true;
  const elements = Object.keys(a);
  if (elements.length !== Object.keys(b).length) return false;
  return elements.every((element) => {
    const left = a[element];
    const right = childOf({ node: b, element });
    return left !== undefined && right !== undefined && nodesEqual(left, right);
  });
}

/** A node with its elements sorted by their texts, as the server's JSON has them; the same node where they are. */
export function inOrder(node: FieldsNode): FieldsNode {
  const elements = Object.keys(node);
  let draft: FieldsDraft | undefined = isSorted(elements) ? undefined : {};
  if (draft !== undefined) elements.sort();
  for (let index = 0; index < elements.length; index += 1) {
    const element = elements[index] ?? self;
    const child = node[element];
    if (child === undefined) continue;
    const ordered = isEmpty(child) ? child : inOrder(child);
    if (draft === undefined && ordered !== child) {
      draft = {};
      for (const before of elements.slice(0, index)) draft[before] = node[before] ?? leaf;
    }
    if (draft !== undefined) draft[element] = ordered;
  }
  return draft ?? node;
}

function isSorted(elements: readonly PathElement[]): boolean {
  for (let index = 1; index < elements.length; index += 1) {
    if ((elements[index - 1] ?? "") > (elements[index] ?? "")) return false;
  }
  return true;
}

/**
 * Reads a node of FieldsV1 that somebody wrote; elements of types that are not known are left out.
 *
 * @returns what stands below it, undefined when that is nothing, and whether it is a member
 * @throws SyntaxError
 */
export function parseNode(json: unknown): {
  readonly below: FieldsNode | undefined;
  readonly member: boolean;
} {
  if (json === null) return { below: undefined, member: true };
  if (!isMap(json)) throw new SyntaxError("expected { or n in FieldsV1");
  let below: FieldsDraft | undefined;
  let member = false;
  for (const element of Object.keys(json)) {
    if (element === self) {
      member = true;
      continue;
    }
    const canonical = canonicalElement(element);
    if (canonical === undefined) continue;
    const parsed = parseNode(json[element]);
    const node = nodeOf({ member: parsed.member, below: parsed.below });
    if (node === undefined) continue;
    below ??= {};
    const before = childOf({ node: below, element: canonical });
    below[canonical] = before === undefined ? node : unionOf(before, node);
  }
  return { below, member: member || below === undefined };
}
