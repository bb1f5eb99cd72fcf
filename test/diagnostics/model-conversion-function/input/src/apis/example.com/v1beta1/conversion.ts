import type { DeepReadonly } from "crd-runtime";
import type * as v1 from "../v1/types.js";
import type * as v1beta1 from "./types.js";

export function convert_v1beta1_Cash_To_v1_Cache(input: DeepReadonly<v1beta1.Cache>): v1.Cache {
  return { memory: input.memory };
}

export function Convert_v1_Cache_To_v1beta1_Cache(input: DeepReadonly<v1.Cache>): v1beta1.Cache {
  return { memory: input.memory };
}

function convert_v1_Engine_To_v1beta1_Engine(input: DeepReadonly<v1.Engine>): v1beta1.Engine {
  return { name: input.name };
}

export const used = convert_v1_Engine_To_v1beta1_Engine;

export function autoConvert_v1_Cache_To_v1beta1_Cache(input: DeepReadonly<v1.Cache>): v1beta1.Cache {
  return { ...input };
}

// +k8s:conversion-fn=drop
export function upper(text: string): string {
  return text.toUpperCase();
}
