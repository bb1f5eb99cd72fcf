import { clientsetMembers } from "./clientset-members.js";
import { factoryMembers } from "./factory-members.js";
import { groupGoNameOf, isIdentifier, lowerCamel, upperCamel } from "./identifiers.js";

/**
 * The name of a group in identifiers, for `+groupGoName`, where its first segment will not do: no identifier, or taken.
 * Undefined where it will.
 */
export function freeGroupName(input: {
  readonly group: string;
  /** Names that other groups have. */
  readonly others: Iterable<string>;
}): string | undefined {
  const { group } = input;
  const taken = new Set([...input.others].map((name) => name.toLowerCase()));
  const reserved = new Set([...factoryMembers, ...clientsetMembers]);
  const isFree = (name: string): boolean =>
    isIdentifier(name) && !taken.has(name.toLowerCase()) && !reserved.has(lowerCamel(name));
  if (isFree(groupGoNameOf(group))) return undefined;
  const whole = upperCamel(group);
  return isFree(whole) ? whole : `Group${whole}`;
}
