import type { Disk } from "../../other/v1/types.js";

export interface Shelf {
  disks: Disk[];
}
