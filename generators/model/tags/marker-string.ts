const simpleEscapes: Readonly<Record<string, string>> = {
  a: "\u0007",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
  '"': '"',
};

const escapes =
  /\\(?:x([0-9a-fA-F]{2})|([0-7]{3})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.?))|[^\\]+/gs;

/** What a string in double quotes or backticks says, as Go's strconv.Unquote reads it; undefined where an escape is none. */
export function unquoted(written: string): string | undefined {
  const inner = written.slice(1, -1);
  if (written.startsWith("`") || !inner.includes("\\")) return inner;
  const bytes: Uint8Array[] = [];
  const encoder = new TextEncoder();
  for (const [plain, hex, octal, short, long, simple] of inner.matchAll(escapes)) {
    const byte = hex === undefined ? octal && Number.parseInt(octal, 8) : Number.parseInt(hex, 16);
    if (typeof byte === "number") {
      if (byte > 0xff) return undefined;
      bytes.push(Uint8Array.of(byte));
      continue;
    }
    const text = textOf({ plain, digits: short ?? long, simple });
    if (text === undefined) return undefined;
    bytes.push(encoder.encode(text));
  }
  return Buffer.concat(bytes).toString();
}

function textOf(input: {
  readonly plain: string;
  readonly digits: string | undefined;
  readonly simple: string | undefined;
}): string | undefined {
  const { plain, digits, simple } = input;
  if (digits !== undefined) {
    const point = Number.parseInt(digits, 16);
    const isCharacter = point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
    return isCharacter ? String.fromCodePoint(point) : undefined;
  }
  return simple === undefined ? plain : simpleEscapes[simple];
}
