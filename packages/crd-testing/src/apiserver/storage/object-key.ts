/** Names an object in the storage. */
export interface ObjectKey {
  /** `ApiResource.storageKey`. */
  readonly storageKey: string;
  /** `""` for cluster-scoped objects. */
  readonly namespace: string;
  readonly name: string;
}

/** Keys from `from` (inclusive) to `to` (exclusive), in the order of the collection. */
export interface KeyRange {
  readonly from: string;
  /** Undefined: to the end. */
  readonly to: string | undefined;
}

/** Names an object in its collection: `namespace/name`, or the name of a cluster-scoped one. */
export function keyText(object: { readonly namespace: string; readonly name: string }): string {
  return object.namespace === "" ? object.name : `${object.namespace}/${object.name}`;
}

/** Orders an object in its collection. */
export function sortKey(object: { readonly namespace: string; readonly name: string }): string {
  return sortText(keyText(object));
}

const beyondOrder = /[\ud800-\uffff]/;
const beyondOrderAll = /[\ud800-\uffff]/g;

/**
 * A text that compares by code units as the original does by UTF-8 bytes, which is how etcd orders keys: surrogates move
 * behind the rest of the plane.
 */
export function sortText(text: string): string {
  if (!beyondOrder.test(text)) return text;
  return text.replace(beyondOrderAll, (unit) => {
    const code = unit.charCodeAt(0);
    return String.fromCharCode(code >= 0xe000 ? code - 0x800 : code + 0x2000);
  });
}

/** All keys of a namespace; of all of them when it is `""`. */
export function namespaceRange(namespace: string): KeyRange {
  if (namespace === "") return { from: "", to: undefined };
  // "0" follows "/".
  return { from: sortText(`${namespace}/`), to: sortText(`${namespace}0`) };
}
