/** Objects per page. */
const defaultPageSize = 500;

/**
 * Items in arrays of at most so many, with a turn of the event loop after each, and after as many items that do not match.
 *
 * @throws RangeError when the size is below 1
 */
export async function* inPages<Item>(input: {
  readonly items: Iterable<Item>;
  readonly size?: number | undefined;
  readonly matches?: (item: Item) => boolean;
}): AsyncIterableIterator<readonly Item[]> {
  const { items, size = defaultPageSize, matches = () => true } = input;
  if (!(size >= 1)) throw new RangeError(`a page must have 1 or more objects, not ${size}`);
  let page: Item[] = [];
  let looked = 0;
  for (const item of items) {
    if (matches(item)) page.push(item);
    looked++;
    if (page.length >= size) {
      yield page;
      page = [];
    } else if (looked < size) {
      continue;
    }
    looked = 0;
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  if (page.length > 0) yield page;
}
