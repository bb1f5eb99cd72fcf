/** A small number as letters, always as many, so that all tokens have the same length. */
export function letters(input: { readonly value: number; readonly count: number }): string {
  const { value, count } = input;
  const digits = Array.from({ length: count }, (_, place) => Math.floor(value / 26 ** place) % 26);
  return digits
    .reverse()
    .map((digit) => String.fromCharCode("a".charCodeAt(0) + digit))
    .join("");
}
