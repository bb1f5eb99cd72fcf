import type * as v1 from "../v1/types.js";
import type * as v1beta1 from "./types.js";

export function convert_v1beta1_Cache_To_v1_Engine(input: v1beta1.Cache): v1.Engine {
  return { name: input.memory };
}
