/** What Go says where V8 says something else, by the beginning of V8's message. */
const places: readonly (readonly [string, string])[] = [
  ["Unexpected non-whitespace character after JSON", "after top-level value"],
  ["Expected ',' or '}' after property value", "after object key:value pair"],
  ["Expected ',' or ']' after array element", "after array element"],
  ["Expected property name", "looking for beginning of object key string"],
  ["Expected double-quoted property name", "looking for beginning of object key string"],
  ["Expected ':' after property name", "after object key"],
  ["Bad control character in string literal", "in string literal"],
  ["Bad escaped character", "in string escape code"],
];

/** encoding/json's words for text that V8 does not parse, as near as V8's message allows. */
export function goSyntaxError(input: { readonly text: string; readonly error: unknown }): string {
  const { text, error } = input;
  const message = error instanceof Error ? error.message : String(error);
  const index = Number(/at position (\d+)/.exec(message)?.[1] ?? -1);
  const token = /^Unexpected token '(.+?)', /su.exec(message)?.[1];
  const character = token ?? text[index];
  if (character === undefined || index >= text.length) return "unexpected end of JSON input";
  const place = places.find(([start]) => message.startsWith(start))?.[1];
  return `invalid character '${firstByte(character)}' ${place ?? "looking for beginning of value"}`;
}

/** Go looks at bytes, and prints one as the character of its number. */
function firstByte(character: string): string {
  return String.fromCharCode(Buffer.from(character)[0] ?? 0);
}
