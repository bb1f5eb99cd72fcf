/** Behind these a sentence goes on. */
const abbreviation = /\b(?:e\.g|i\.e|etc|vs|cf|approx|incl|resp|max|min|no)\.$/i;

/** The first sentence of a text, on one line; what ends a paragraph ends a sentence, too. */
export function firstSentence(text: string): string {
  const [paragraph = ""] = text.trim().split(/\n\s*\n/);
  const line = paragraph.replace(/\s+/g, " ");
  for (const end of line.matchAll(/[.!?](?=\s)/g)) {
    const sentence = line.slice(0, end.index + 1);
    if (!abbreviation.test(sentence)) return sentence;
  }
  return line;
}
