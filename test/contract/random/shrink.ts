/**
 * Delta debugging: the shortest list found from which nothing can be left out without `fails` turning false. It runs `fails`
 * about as often as n log n.
 */
export async function shrink<T>(input: {
  readonly items: readonly T[];
  readonly fails: (items: readonly T[]) => Promise<boolean>;
}): Promise<readonly T[]> {
  const { fails } = input;
  let items = input.items;
  let size = Math.ceil(items.length / 2);
  for (;;) {
    const smaller = await without({ items, size, fails });
    if (smaller !== undefined) items = smaller;
    else if (size === 1) return items;
    size =
      smaller === undefined ? Math.ceil(size / 2) : Math.min(size, Math.ceil(items.length / 2));
    if (items.length <= 1) return items;
  }
}

/** The items without one run of `size` of them, where that still fails. Later ones first: what fails comes last. */
async function without<T>(input: {
  readonly items: readonly T[];
  readonly size: number;
  readonly fails: (items: readonly T[]) => Promise<boolean>;
}): Promise<readonly T[] | undefined> {
  const { items, size, fails } = input;
  for (let end = items.length; end > 0; end -= size) {
    const start = Math.max(0, end - size);
    const rest = [...items.slice(0, start), ...items.slice(end)];
    if (rest.length > 0 && (await fails(rest))) return rest;
  }
  return undefined;
}
