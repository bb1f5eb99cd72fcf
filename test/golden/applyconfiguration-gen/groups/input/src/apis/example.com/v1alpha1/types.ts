import type { Quantity } from "crd-runtime";
import type { Class } from "../v1/types.js";

export interface Storage {
  size: Quantity;
  class?: Class;
}
