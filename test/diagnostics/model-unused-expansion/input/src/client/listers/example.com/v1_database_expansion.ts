export interface DatabaseListerExpansion {
  names(): readonly string[];
}

export function databaseListerExpansion(_lister: object): DatabaseListerExpansion {
  return { names: () => [] };
}
