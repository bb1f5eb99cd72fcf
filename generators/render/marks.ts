/**
 * Characters that helpers leave in a body for what is known only when the file closes: the local
 * name of an import, and whether a list fits its line. They are control characters that no text
 * needs; text of users passes through `plain` or `quoted`. Characters beyond Latin-1 would double the
 * memory that each body takes.
 */
export const marks = {
  refOpen: "\u0001",
  refClose: "\u0002",
  wrapOpen: "\u0003",
  wrapItem: "\u0004",
  wrapClose: "\u0005",
} as const;

const all = new RegExp(`[${marks.refOpen}-${marks.wrapClose}]`, "g");

/** Text without marks. */
export function plain(text: string): string {
  return text.replace(all, "");
}

/** Nothing in it is escaped; to see that is faster than to write JSON. */
const unescaped = /^[ !#-[\]-~]*$/;

/** A string literal in double quotes; line ends that JSON leaves alone are escaped, as marks are by JSON. */
export function quoted(text: string): string {
  if (unescaped.test(text)) return `"${text}"`;
  return JSON.stringify(text).replace(
    /[\u2028\u2029]/g,
    (end) => `\\u${end.charCodeAt(0).toString(16)}`,
  );
}
