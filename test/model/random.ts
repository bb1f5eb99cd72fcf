/** A generator of numbers from 0 to below 1, the same for every seed: mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of the items. */
export function pick<T>(random: () => number, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

/** The text with a few characters left out, put in, doubled or swapped. */
export function mutate(random: () => number, text: string): string {
  const characters = [...text];
  const times = 1 + Math.floor(random() * 3);
  for (let time = 0; time < times; time++) {
    const at = Math.floor(random() * (characters.length + 1));
    const strange = pick(random, [..."=:,;{}()[]\"'`\\#+-./ \taZ0é文𝒳\u0000"]);
    const change = Math.floor(random() * 4);
    if (change === 0) characters.splice(at, 1);
    else if (change === 1) characters.splice(at, 0, strange);
    else if (change === 2) characters.splice(at, 1, strange);
    else characters.splice(at, 2, ...characters.slice(at, at + 2).reverse());
  }
  return characters.join("");
}
