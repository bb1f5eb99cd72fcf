export interface DatabaseListerExpansion {
  databases(): readonly string[];
}

export function databaseListerExpansion(): DatabaseListerExpansion {
  return { databases: () => [] };
}

export interface DatabaseNamespaceListerExpansion {
  values(): readonly string[];
}

export function databaseNamespaceListerExpansion(): DatabaseNamespaceListerExpansion {
  return { values: () => [] };
}
