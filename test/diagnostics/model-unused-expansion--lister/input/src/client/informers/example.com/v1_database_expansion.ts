export interface DatabaseInformerExpansion {
  names(): readonly string[];
}

export function databaseInformerExpansion(_informers: object): DatabaseInformerExpansion {
  return { names: () => [] };
}
