import type { DeepReadonly } from "crd-runtime";
import type * as v1 from "../v1/types.js";
import type * as v1beta1 from "./types.js";

export function convert_v1_Job_To_v1beta1_Job(input: DeepReadonly<v1.Job>): v1beta1.Job {
  throw new Error(`an older Job cannot say all of ${input.name}`);
}
