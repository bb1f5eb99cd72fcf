export interface Shared {
  name: string;
}

export interface Internal {
  name: string;
}

export type { Shared as Common };
