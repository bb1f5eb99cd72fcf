/**
 * Calls a function for each element of a list, in order. A list that is null or absent has none, and elements that
 * are null or undefined are left out, whatever the type says: servers send `[null]`.
 */
export function forEachItem<T>(
  items: readonly T[] | null | undefined,
  visit: (item: NonNullable<T>) => void,
): void {
  for (const item of items ?? []) {
    if (item !== null && item !== undefined) {
      visit(item);
    }
  }
}

/** As `forEachItem`, for the values of a map, in the order of its keys' insertion. */
export function forEachValue<T>(
  map: { readonly [key: string]: T } | null | undefined,
  visit: (value: NonNullable<T>) => void,
): void {
  forEachItem(Object.values(map ?? {}), visit);
}
