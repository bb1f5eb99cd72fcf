export interface DatabaseInformerExpansion {
  names(): readonly string[];
}

export function databaseInformerExpansion(): DatabaseInformerExpansion {
  return { names: () => [] };
}
