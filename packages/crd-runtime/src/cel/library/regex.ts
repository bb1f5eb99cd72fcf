import { library, type Overload } from "../types/signature.js";
import { ValueList } from "../values/list.js";
import type { Patterns } from "./patterns.js";

/** `matches`, and Kubernetes' regex library. */
export function regexLibrary(patterns: Patterns): readonly Overload[] {
  const matches = (text: string, pattern: string): boolean =>
    patterns.compile(pattern).matcher(text).find();
  const findAll = (text: string, pattern: string, limit: bigint): ValueList => {
    const matcher = patterns.compile(pattern).matcher(text);
    const found: string[] = [];
    let end = -1;
    while ((limit < 0n || BigInt(found.length) < limit) && matcher.find()) {
      const match = matcher.group() ?? "";
      // As in Go, an empty match right behind another one does not count.
      if (match !== "" || matcher.start() !== end) found.push(match);
      end = matcher.end();
    }
    return new ValueList(found);
  };
  return library({
    "string.matches(string): bool": matches,
    "matches(string, string): bool": matches,
    "string.find(string): string": (text, pattern) => {
      const matcher = patterns.compile(pattern).matcher(text);
      return matcher.find() ? (matcher.group() ?? "") : "";
    },
    "string.findAll(string): list<string>": (text, pattern) => findAll(text, pattern, -1n),
    "string.findAll(string, int): list<string>": findAll,
  });
}
