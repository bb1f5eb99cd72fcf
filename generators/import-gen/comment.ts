import { rawMarker } from "./keywords.js";
import { json, type Marker, valued } from "./marker.js";

/** Columns of a comment that stands on one line. */
const maxColumns = 100;

/** A line that would be a marker, or that is left out of descriptions, or ends them. */
const special = /^(?:\s*\+|TODO|---)/m;
/** Lines that a block of `//` comments has for other tools. */
const directive =
  /^\s*(?:eslint|biome-ignore|prettier-ignore|dprint-ignore|tslint:|@ts-|#(?:end)?region\b|\/)/m;
/** What comments do not keep: line ends of other kinds, control characters, noncharacters, halves of characters. */
const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufdd0-\ufdef]|\p{Surrogate}/u;

/** Whether a comment gives the text back to the byte. */
function isPlain(text: string): boolean {
  return (
    text === text.trim() &&
    !/[ \t]$/m.test(text) &&
    !/\n{3}/.test(text) &&
    !/[^\S\n ]$/m.test(text) &&
    !special.test(text) &&
    !unprintable.test(text)
  );
}

/**
 * The lines above a declaration or member: the description, or a marker that holds it as JSON where a comment would change it,
 * then the other markers in `//` comments.
 */
export function commentLines(input: {
  readonly description: string | undefined;
  readonly markers: readonly Marker[];
  readonly indent: number;
}): readonly string[] {
  const { description, markers, indent } = input;
  const lines = markers.map(({ name, value }) => `// +${name}${value}`);
  if (description === undefined) return lines;
  if (description === "") {
    const { name, value } = rawMarker({ schema: { description }, path: "" });
    return [...lines, `// +${name}${value}`];
  }
  if (!isPlain(description) || (description.includes("*/") && directive.test(description))) {
    const { name, value } = valued("crd-project:description", json(description));
    return [...tidyComment({ description, indent }), `// +${name}${value}`, ...lines];
  }
  return [...comment({ description, indent }), ...lines];
}

/** For readers, above the marker that counts: a description whose blanks alone are more than a comment keeps. */
function tidyComment(input: {
  readonly description: string;
  readonly indent: number;
}): readonly string[] {
  const description = input.description
    .replace(/[^\S\n]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  const isTidy = description !== "" && isPlain(description) && !description.includes("*/");
  return isTidy ? comment({ ...input, description }) : [];
}

function comment(input: {
  readonly description: string;
  readonly indent: number;
}): readonly string[] {
  const { description, indent } = input;
  const text = description.split("\n");
  if (description.includes("*/")) {
    return text.map((line) => (line === "" ? "//" : `// ${line}`));
  }
  const single = `/** ${description} */`;
  if (text.length === 1 && indent + single.length <= maxColumns) return [single];
  return ["/**", ...text.map((line) => (line === "" ? " *" : ` * ${line}`)), " */"];
}
