/** DatabaseSpec is what the user wants. */
export interface DatabaseSpec {
  replicas: number;
  ports?: number[];
  limits: Record<string, number | null>;
  // +crd-project:plainNumber
  ratio: number;
}

// +crd-project:plainNumber
export interface Point {
  x: number;
  at: { y: number };
}

export type Size = number;
