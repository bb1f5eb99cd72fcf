export interface DatabaseListerExpansion {
  names(): readonly string[];
}

export function databaseListerExpansion(): DatabaseListerExpansion {
  return { names: () => [] };
}
