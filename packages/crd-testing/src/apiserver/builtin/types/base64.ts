const alphabet = /[A-Za-z0-9+/]/;
const newline = /[\r\n]/;

/** Where Go's base64.StdEncoding gives up reading a text; undefined: it reads it. Line ends are skipped. */
export function corruptByte(text: string): number | undefined {
  let inQuantum = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (newline.test(character)) continue;
    if (alphabet.test(character)) {
      inQuantum = (inQuantum + 1) % 4;
      continue;
    }
    return character === "=" && inQuantum >= 2 ? badPadding({ text, at, inQuantum }) : at;
  }
  return inQuantum === 0 ? undefined : text.length - inQuantum;
}

/** What is wrong with the padding that begins at `at`. */
function badPadding(input: {
  readonly text: string;
  readonly at: number;
  readonly inQuantum: number;
}): number | undefined {
  const { text, at, inQuantum } = input;
  let next = afterNewlines(text, at + 1);
  if (inQuantum === 2) {
    if (next === text.length) return text.length;
    if (text.charAt(next) !== "=") return next - 1;
    next = afterNewlines(text, next + 1);
  }
  return next < text.length ? next : undefined;
}

function afterNewlines(text: string, from: number): number {
  let at = from;
  while (newline.test(text.charAt(at))) at++;
  return at;
}
