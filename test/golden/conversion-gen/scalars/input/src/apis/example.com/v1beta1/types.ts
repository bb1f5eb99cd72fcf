// Text here, a number in v1.
export type Size = string;

export type Switch = boolean;

export interface Disk {
  size: Size;
  least?: Size;
  most?: Size | null;
  nullable: Size | null;
  sizes: Size[];
  rows?: (Size | null)[][];
  byName?: Record<string, Size>;
  oneOrMany?: Size | Size[];
  pair?: [Size, Size];
  cached: Switch;
  constructor?: Size;
}
