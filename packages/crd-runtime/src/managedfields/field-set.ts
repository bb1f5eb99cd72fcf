import {
  childOf,
  differenceBelow,
  type FieldsNode,
  inOrder,
  intersectionBelow,
  isEmpty,
  isMember,
  leaf,
  leavesBelow,
  nodesEqual,
  parseNode,
  recursiveDifferenceBelow,
  self,
  unionOfRoots,
} from "./fields-v1.js";
import { comparePathElements, type FieldPath, type PathElement } from "./path-element.js";

/** A FieldsV1 that is none: the server's word for it is "error decoding set". */
export class FieldsV1Error extends Error {
  override readonly name = "FieldsV1Error";
}

/**
 * A set of fields, immutable; fieldpath.Set of structured-merge-diff. It stands on FieldsV1 as it is, so that reading and
 * writing one cost next to nothing. (Not the `FieldSet` of field selectors, which `crd-runtime` itself exports.)
 *
 * @example
 * const owned = FieldSet.fromJSON(entry.fieldsV1);
 * owned.has(fieldPath("spec", "replicas"));
 * for (const path of owned.paths()) console.log(pathToString({ path }));
 */
export class FieldSet {
  /** No field at all. */
  static readonly empty: FieldSet = new FieldSet(leaf);
  readonly #root: FieldsNode;

  private constructor(root: FieldsNode) {
    this.#root = root;
  }

  /** The set that a root node is. The node must not be changed any more. */
  static ofNode(root: FieldsNode | undefined): FieldSet {
    return root === undefined || isEmpty(root) ? FieldSet.empty : new FieldSet(root);
  }

  /** The set of some paths; an empty path is no field. */
  static of(...paths: readonly FieldPath[]): FieldSet {
    return paths.reduce<FieldSet>(
      (set, path) => (path.length === 0 ? set : set.union(new FieldSet(chain(path)))),
      FieldSet.empty,
    );
  }

  /**
   * Reads FieldsV1. Elements of types that are not known are left out, as the server does.
   *
   * @throws FieldsV1Error when it is malformed
   */
  static fromJSON(json: unknown): FieldSet {
    try {
      return FieldSet.ofNode(parseNode(json).below);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new FieldsV1Error(`error decoding set: ${reason}`, { cause });
    }
  }

  /** FieldsV1, its elements sorted by their texts as the server's JSON has them. To be read, not changed: sets share it. */
  toJSON(): { [element: PathElement]: FieldsNode } {
    return inOrder(this.#root);
  }

  /** The trie itself, its elements in any order; for the algorithms on it. */
  get node(): FieldsNode {
    return this.#root;
  }

  isEmpty(): boolean {
    return isEmpty(this.#root);
  }

  has(path: FieldPath): boolean {
    const node = this.#at(path);
    return node !== undefined && path.length > 0 && isMember(node);
  }

  /** What the set has below an element; empty when that is nothing. */
  below(element: PathElement): FieldSet {
    const node = childOf({ node: this.#root, element });
    if (node === undefined || !Object.hasOwn(node, self)) return FieldSet.ofNode(node);
    const { [self]: _self, ...rest } = node;
    return FieldSet.ofNode(rest);
  }

  equals(other: FieldSet): boolean {
    return nodesEqual(this.#root, other.#root);
  }

  union(other: FieldSet): FieldSet {
    return FieldSet.ofNode(unionOfRoots(this.#root, other.#root));
  }

  intersection(other: FieldSet): FieldSet {
    return FieldSet.ofNode(intersectionBelow(this.#root, other.#root));
  }

  /** Without the members of another set; what is below these stays. */
  difference(other: FieldSet): FieldSet {
    if (this.isEmpty() || other.isEmpty()) return this;
    return FieldSet.ofNode(differenceBelow(this.#root, other.#root));
  }

  /** Without the members of another set and all that is below them. */
  recursiveDifference(other: FieldSet): FieldSet {
    if (this.isEmpty() || other.isEmpty()) return this;
    return FieldSet.ofNode(recursiveDifferenceBelow(this.#root, other.#root));
  }

  /** Only the members that have no members below them. */
  leaves(): FieldSet {
    return FieldSet.ofNode(leavesBelow(this.#root));
  }

  /** All members as paths, in the server's order: the members of a level, then what is below each. */
  *paths(): Generator<FieldPath> {
    yield* pathsBelow({ node: this.#root, prefix: [] });
  }

  #at(path: FieldPath): FieldsNode | undefined {
    let node: FieldsNode | undefined = this.#root;
    for (const element of path) {
      if (node === undefined || element === self) return undefined;
      node = childOf({ node, element });
    }
    return node;
  }
}

function chain(path: FieldPath): FieldsNode {
  return path.reduceRight<FieldsNode>((below, element) => ({ [element]: below }), leaf);
}

function* pathsBelow(input: {
  readonly node: FieldsNode;
  readonly prefix: FieldPath;
}): Generator<FieldPath> {
  const { node, prefix } = input;
  const children = Object.entries(node)
    .filter(([element]) => element !== self)
    .sort(([a], [b]) => comparePathElements(a, b));
  for (const [element, child] of children) {
    if (isMember(child)) yield [...prefix, element];
  }
  for (const [element, child] of children) {
    yield* pathsBelow({ node: child, prefix: [...prefix, element] });
  }
}
