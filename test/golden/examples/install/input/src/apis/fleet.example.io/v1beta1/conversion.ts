import type { DeepReadonly } from "crd-runtime";
import type * as v1 from "../v1/types.js";
import type * as v1beta1 from "./types.js";
import {
  autoConvert_v1_TruckSpec_To_v1beta1_TruckSpec,
  autoConvert_v1beta1_TruckSpec_To_v1_TruckSpec,
} from "./zz_generated.conversion.js";

const mmPerInch = 25.4;

export function convert_v1beta1_TruckSpec_To_v1_TruckSpec(
  input: DeepReadonly<v1beta1.TruckSpec>,
): v1.TruckSpec {
  const { load, ...rest } = autoConvert_v1beta1_TruckSpec_To_v1_TruckSpec(input);
  return { ...rest, ...(load && { load }), driver: { name: input.driverName } };
}

export function convert_v1_TruckSpec_To_v1beta1_TruckSpec(
  input: DeepReadonly<v1.TruckSpec>,
): v1beta1.TruckSpec {
  return {
    ...autoConvert_v1_TruckSpec_To_v1beta1_TruckSpec(input),
    driverName: input.driver.name,
  };
}

export function convert_v1beta1_Wheel_To_v1_Wheel(input: DeepReadonly<v1beta1.Wheel>): v1.Wheel {
  return { diameterMm: Math.round(input.diameterInches * mmPerInch) };
}

export function convert_v1_Wheel_To_v1beta1_Wheel(input: DeepReadonly<v1.Wheel>): v1beta1.Wheel {
  return { diameterInches: Math.round(input.diameterMm / mmPerInch) };
}
