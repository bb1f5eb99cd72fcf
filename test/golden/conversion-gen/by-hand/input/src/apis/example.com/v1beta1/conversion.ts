import type { DeepReadonly } from "crd-runtime";
import type * as v1 from "../v1/types.js";
import type * as v1beta1 from "./types.js";
import {
  autoConvert_v1_CacheSpec_To_v1beta1_CacheSpec,
  autoConvert_v1beta1_CacheSpec_To_v1_CacheSpec,
} from "./zz_generated.conversion.js";

export function convert_v1beta1_CacheSpec_To_v1_CacheSpec(
  input: DeepReadonly<v1beta1.CacheSpec>,
): v1.CacheSpec {
  return {
    ...autoConvert_v1beta1_CacheSpec_To_v1_CacheSpec(input),
    engine: { name: input.engineName },
  };
}

export function convert_v1_CacheSpec_To_v1beta1_CacheSpec(
  input: DeepReadonly<v1.CacheSpec>,
): v1beta1.CacheSpec {
  return {
    ...autoConvert_v1_CacheSpec_To_v1beta1_CacheSpec(input),
    engineName: input.engine.name,
  };
}

export function convert_v1beta1_EvictionPolicy_To_v1_Eviction(
  input: v1beta1.EvictionPolicy,
): v1.Eviction {
  return input === "lru" ? "LRU" : "LFU";
}

export function convert_v1_Eviction_To_v1beta1_EvictionPolicy(
  input: v1.Eviction,
): v1beta1.EvictionPolicy {
  return input === "LRU" ? "lru" : "lfu";
}

// +k8s:conversion-fn=drop
export function convert_v1beta1_Legacy_To_v1_Legacy(
  input: DeepReadonly<v1beta1.Legacy>,
): v1.Legacy {
  return { flag: input.flag !== "" };
}

// +k8s:conversion-fn=drop
export function convert_v1_Legacy_To_v1beta1_Legacy(
  input: DeepReadonly<v1.Legacy>,
): v1beta1.Legacy {
  return { flag: String(input.flag) };
}

// +k8s:conversion-fn=copy-only
export function convert_v1beta1_Limits_To_v1_Limits(
  input: DeepReadonly<v1beta1.Limits>,
): v1.Limits {
  return { zones: [...(input.zones ?? []), "by hand"] };
}

// +k8s:conversion-fn=copy-only
export function convert_v1_Window_To_v1_Window(input: DeepReadonly<v1.Window>): v1.Window {
  return { days: [...input.days, "by hand"] };
}
