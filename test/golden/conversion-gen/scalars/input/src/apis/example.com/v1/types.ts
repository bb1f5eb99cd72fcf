import type { int32 } from "crd-runtime";

export type Size = int32;

export type Switch = "on" | "off";

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
