/** `item`, or `item2` within a function that has one: the next name that none of the parameters around it has. */
export function freeParameter(input: {
  readonly word: "item" | "value";
  /** Of the functions around. */
  readonly parameters: readonly string[];
}): string {
  const { word, parameters } = input;
  const taken = parameters.filter((name) => name.startsWith(word)).length;
  return taken === 0 ? word : `${word}${taken + 1}`;
}
