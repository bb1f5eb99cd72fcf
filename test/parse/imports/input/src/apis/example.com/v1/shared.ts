export interface Shared {
  name: string;
}

export interface Internal {
  name: string;
}
