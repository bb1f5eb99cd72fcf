import { FieldSet } from "./field-set.js";
import { type FieldsNode, isEmpty, leaf, self } from "./fields-v1.js";
import type { FieldPath, PathElement } from "./path-element.js";

/** A node that may still grow. */
export type DraftNode = { [element: PathElement]: DraftNode };

/** A field set on its way, path by path. */
export class FieldSetDraft {
  #root: DraftNode | undefined;

  /** Adds a field; the path of the whole object is none. */
  insert(path: FieldPath): void {
    this.insertNode({ path, node: leaf });
  }

  /** Adds a field with all that is below it; nothing may be added below it before, unless it is a leaf, nor after. */
  insertNode(input: { readonly path: FieldPath; readonly node: FieldsNode }): void {
    const { path, node } = input;
    const last = path.at(-1);
    if (last === undefined) return;
    this.#root ??= {};
    let at: DraftNode = this.#root;
    for (const element of path.slice(0, -1)) at = descend({ node: at, element });
    const present = Object.hasOwn(at, last) ? at[last] : undefined;
    if (present === undefined || isEmpty(present)) {
      at[last] = node;
    } else {
      at[last] = { [self]: leaf, ...present, ...node };
    }
  }

  /** What was added; the draft is used up. */
  finish(): FieldSet {
    return FieldSet.ofNode(this.#root);
  }
}

/** The node of an element, which may get elements of its own. */
function descend(input: { readonly node: DraftNode; readonly element: PathElement }): DraftNode {
  const { node, element } = input;
  const present = Object.hasOwn(node, element) ? node[element] : undefined;
  if (present !== undefined && !isEmpty(present)) return present;
  // What is empty is a member, and shared.
  const child: DraftNode = present === undefined ? {} : { [self]: leaf };
  node[element] = child;
  return child;
}
