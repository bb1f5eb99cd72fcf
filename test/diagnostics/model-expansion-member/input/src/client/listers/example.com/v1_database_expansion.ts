export interface DatabaseListerExpansion {
  databases(): readonly string[];
}

export function databaseListerExpansion(_lister: object): DatabaseListerExpansion {
  return { databases: () => [] };
}

export interface DatabaseNamespaceListerExpansion {
  values(): readonly string[];
}

export function databaseNamespaceListerExpansion(_lister: object): DatabaseNamespaceListerExpansion {
  return { values: () => [] };
}
