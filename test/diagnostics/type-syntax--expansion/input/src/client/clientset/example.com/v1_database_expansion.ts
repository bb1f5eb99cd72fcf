export interface DatabaseExpansion {
  exists(name: string: Promise<boolean>;
}
