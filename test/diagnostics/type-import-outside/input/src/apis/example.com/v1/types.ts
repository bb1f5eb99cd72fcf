import type { V1ObjectMeta } from "@kubernetes/client-node";
import type { Color } from "colors";
import type { Shared } from "../../../shared/types.js";
import type { Copy } from "./zz_generated.deepcopy.js";

/** DatabaseSpec is what the user wants. */
export interface DatabaseSpec {
  metadata: V1ObjectMeta;
  shared: Shared;
  color: Color;
  copy: Copy;
}
