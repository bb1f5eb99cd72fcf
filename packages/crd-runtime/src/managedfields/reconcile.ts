import { FieldSet } from "./field-set.js";
import { type FieldsNode, hasBelow, isEmpty, leaf, self } from "./fields-v1.js";
import { isDeducedMap, type MapType, type ParseableType } from "./parseable-type.js";
import type { PathElement } from "./path-element.js";

/**
 * A field set as the type has it now: who owned parts of a list or a map that has become atomic owns it as a whole. Follows
 * ReconcileFieldSetWithSchema of structured-merge-diff.
 *
 * @returns the same set where nothing is to be done
 */
export function reconcileFieldSet(input: {
  readonly fields: FieldSet;
  readonly type: ParseableType;
}): FieldSet {
  const { fields, type } = input;
  const node = below({ node: fields.node, type });
  return node === fields.node ? fields : FieldSet.ofNode(node);
}

interface Node {
  readonly node: FieldsNode;
  readonly type: ParseableType;
}

function below({ node, type }: Node): FieldsNode {
  const { map, list } = type;
  if (map !== undefined) {
    if (isDeducedMap(map)) return node;
    return changeElements({ node, typeOf: (element) => memberType({ map, element }) });
  }
  if (list === undefined) return node;
  return changeElements({ node, typeOf: () => list.items });
}

function memberType(input: {
  readonly map: MapType;
  readonly element: PathElement;
}): ParseableType | undefined {
  const { map, element } = input;
  if (!element.startsWith("f:")) return map.others;
  return map.fields.get(element.slice(2))?.type ?? map.others;
}

function changeElements(input: {
  readonly node: FieldsNode;
  readonly typeOf: (element: PathElement) => ParseableType | undefined;
}): FieldsNode {
  const { node, typeOf } = input;
  let changed: { [element: PathElement]: FieldsNode } | undefined;
  for (const element of Object.keys(node)) {
    const child = node[element];
    if (child === undefined || element === self || isEmpty(child)) continue;
    const type = typeOf(element);
    if (type === undefined) continue;
    const reconciled = hasBelow(child) && isAtomic(type) ? leaf : below({ node: child, type });
    if (reconciled === child) continue;
    changed ??= { ...node };
    changed[element] = reconciled;
  }
  return changed ?? node;
}

/** Objects of which nothing is known from a schema do not become atomic. */
function isAtomic({ map, list }: ParseableType): boolean {
  if (map !== undefined) return !isDeducedMap(map) && map.relationship === "atomic";
  return list?.relationship === "atomic";
}

/**
 * A field set to which belong, besides, the named members on the way to its fields: what a manager removes it removes with
 * the structs around it. Follows Set.EnsureNamedFieldsAreMembers of structured-merge-diff.
 */
export function withNamedFields(input: {
  readonly fields: FieldSet;
  readonly type: ParseableType;
}): FieldSet {
  return FieldSet.ofNode(named({ node: input.fields.node, type: input.type }));
}

function named({ node, type }: Node): FieldsNode {
  const result: { [element: PathElement]: FieldsNode } = {};
  for (const element of Object.keys(node)) {
    const child = node[element];
    if (child === undefined) continue;
    if (isEmpty(child)) {
      result[element] = child;
      continue;
    }
    const field = element.startsWith("f:") ? type.map?.fields.get(element.slice(2)) : undefined;
    const inner = named({ node: child, type: field?.type ?? elementType({ element, type }) });
    result[element] = field === undefined ? inner : { [self]: leaf, ...inner };
  }
  return result;
}

function elementType(input: {
  readonly element: PathElement;
  readonly type: ParseableType;
}): ParseableType {
  const { element, type } = input;
  if (element.startsWith("f:")) return type.map?.others ?? {};
  return element.startsWith("k:") ? (type.list?.items ?? {}) : {};
}
