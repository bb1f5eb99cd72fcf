import { headerText, jsonHeaderKey } from "./header.js";

/** A JSON file that belongs to a generator: JSON has no comments, so a member says whose the file is. */
export function writeJson(input: { readonly generator: string; readonly value: object }): string {
  const { generator, value } = input;
  return `${JSON.stringify({ [jsonHeaderKey]: headerText(generator), ...value }, undefined, 2)}\n`;
}
