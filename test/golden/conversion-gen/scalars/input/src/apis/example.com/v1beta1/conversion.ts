import type * as v1 from "../v1/types.js";
import type * as v1beta1 from "./types.js";

export function convert_v1beta1_Size_To_v1_Size(input: v1beta1.Size): v1.Size {
  return input === "" ? 0 : Number(input);
}

export function convert_v1_Size_To_v1beta1_Size(input: v1.Size): v1beta1.Size {
  return input === 0 ? "" : String(input);
}

export function convert_v1beta1_Switch_To_v1_Switch(input: v1beta1.Switch): v1.Switch {
  return input ? "on" : "off";
}

export function convert_v1_Switch_To_v1beta1_Switch(input: v1.Switch): v1beta1.Switch {
  return input === "on";
}
