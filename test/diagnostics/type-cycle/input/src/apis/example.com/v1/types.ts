export interface Left extends Right {
  left: string;
}

export interface Right extends Left {
  right: string;
}

export type Self = Self;

export type One = Other | null;

export type Other = One | string;

export interface Tree {
  children: Tree[];
  parent?: Tree;
}
