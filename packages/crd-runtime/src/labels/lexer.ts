/** A word or a symbol of a label selector; the end of the text is an "end" token with empty text. */
export interface Token {
  readonly type: "identifier" | "symbol" | "end";
  readonly text: string;
}

const end: Token = { type: "end", text: "" };
const pattern = /[ \t\r\n]*(?:(==|!=|[=!(),<>])|([^ \t\r\n=!(),<>\0]+))/y;

/** Splits a label selector into words and symbols. Everything that is no blank and no symbol belongs to a word; NUL ends the text. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [, symbol, word] = match;
    tokens.push(
      symbol === undefined
        ? { type: "identifier", text: word ?? "" }
        : { type: "symbol", text: symbol },
    );
  }
  tokens.push(end);
  return tokens;
}
