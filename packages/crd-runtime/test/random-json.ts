const texts = [
  "",
  "a",
  "ö",
  "😀",
  "line\nbreak",
  '"quoted"',
  "\\",
  "\u2028",
  "__proto__",
  "9007199254740993",
];

/** Any JSON value, not deeper than `depth`. */
export function randomJSON(random: () => number, depth = 4): unknown {
  const pick = Math.floor(random() * (depth > 0 ? 7 : 5));
  switch (pick) {
    case 0:
      return null;
    case 1:
      return random() < 0.5;
    case 2:
      return Math.floor((random() - 0.5) * 2 ** 40);
    case 3:
      return random() * 1e6;
    case 4:
      return texts[Math.floor(random() * texts.length)];
    case 5:
      return Array.from({ length: Math.floor(random() * 4) }, () => randomJSON(random, depth - 1));
    default: {
      const entries = Array.from({ length: Math.floor(random() * 5) }, (_, index) => [
        random() < 0.1 ? "__proto__" : `${texts[Math.floor(random() * texts.length)]}${index}`,
        randomJSON(random, depth - 1),
      ]);
      return Object.fromEntries(entries);
    }
  }
}
