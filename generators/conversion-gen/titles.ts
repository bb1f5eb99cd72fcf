import type { ApiType } from "../model/index.js";
import type { Pair } from "./pairs.js";
import type { Scope } from "./scope.js";

/** The types of a pair, for people: `v1 Database`, or `example.com/v1 Database` where two groups have that version. */
export function titlesOf(input: {
  readonly scope: Scope;
  readonly pair: Pick<Pair, "from" | "to">;
}): { readonly from: string; readonly to: string } {
  const { scope, pair } = input;
  const isAlike = scope.versionOf(pair.from.id).version === scope.versionOf(pair.to.id).version;
  const titleOf = (type: ApiType): string => {
    const { group, version } = scope.versionOf(type.id);
    return `${isAlike && group !== "" ? `${group}/${version}` : version} ${type.name}`;
  };
  return { from: titleOf(pair.from), to: titleOf(pair.to) };
}
