/** One clause of an Accept header. */
export interface AcceptClause {
  readonly type: string;
  readonly subtype: string;
  readonly quality: number;
  readonly parameters: ReadonlyMap<string, string>;
}

/** Reads an Accept header: the best quality first, then the more specific, then in the order written. */
export function parseAccept(header: string): readonly AcceptClause[] {
  return header
    .split(",")
    .map(parseClause)
    .filter((clause) => clause !== undefined)
    .sort((a, b) => b.quality - a.quality || wildcards(a) - wildcards(b));
}

function parseClause(text: string): AcceptClause | undefined {
  const [range = "", ...rest] = text.split(";").map((part) => part.trim());
  const [type = "", subtype, ...more] = range.split("/");
  if (type === "" || more.length > 0) return undefined;
  if (subtype === undefined && type !== "*") return undefined;
  const parameters = new Map<string, string>();
  for (const part of rest) {
    const equals = part.indexOf("=");
    if (equals === -1) continue;
    parameters.set(part.slice(0, equals).trim().toLowerCase(), part.slice(equals + 1).trim());
  }
  const quality = Number(parameters.get("q") ?? 1);
  parameters.delete("q");
  return {
    type: type.trim(),
    subtype: subtype?.trim() ?? "*",
    quality: Number.isNaN(quality) ? 1 : quality,
    parameters,
  };
}

function wildcards(clause: AcceptClause): number {
  return Number(clause.type === "*") * 2 + Number(clause.subtype === "*");
}
