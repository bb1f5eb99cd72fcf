import type * as v1 from "../v1/types.js";
import type * as v1beta1 from "./types.js";

export function convert_v1beta1_Cache_To_v1_Cache(input: v1beta1.Cache) {
  return { memory: input.memory };
}

export async function convert_v1_Cache_To_v1beta1_Cache(input: v1.Cache): Promise<v1beta1.Cache> {
  return { memory: input.memory };
}

export function convert_v1_Engine_To_v1beta1_Engine(
  input: v1.Engine,
  scale: number,
): v1beta1.Engine {
  return { name: input.name.repeat(scale) };
}
