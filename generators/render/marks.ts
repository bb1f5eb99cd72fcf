/**
 * Characters that helpers leave in a body for what is known only when the file closes: the local
 * name of an import, and whether a list fits its line. They are Unicode noncharacters, reserved
 * for such internal use; text of users passes through `plain` or `escaped`.
 */
export const marks = {
  refOpen: "\uFDD0",
  refClose: "\uFDD1",
  wrapOpen: "\uFDD2",
  wrapItem: "\uFDD3",
  wrapClose: "\uFDD4",
} as const;

/** Text without marks. */
export function plain(text: string): string {
  return text.replace(/[\uFDD0-\uFDD4]/g, "");
}

/** A string literal in double quotes; marks, and line ends that JSON leaves alone, are escaped. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u2028\u2029\uFDD0-\uFDD4]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16)}`,
  );
}
