import type { DeepReadonly } from "crd-runtime";
import type * as v1 from "../v1/types.js";
import type * as v2 from "./types.js";
import { autoConvert_v1_Job_To_v2_Job } from "./zz_generated.conversion.js";
import { autoConvert_v1_Place_To_v2_Place } from "./zz_generated.conversion.js";
import { autoConvert_v1_Rest_To_v2_Rest } from "./zz_generated.conversion.js";
import { convert_v1_Square_To_v2_Square } from "./zz_generated.conversion.js";
import { autoConvert_v1_Circle_To_v2_Circle } from "./zz_generated.conversion.js";
import { autoConvert_v2_Job_To_v1_Job } from "./zz_generated.conversion.js";
import { autoConvert_v2_Place_To_v1_Place } from "./zz_generated.conversion.js";
import { autoConvert_v2_Rest_To_v1_Rest } from "./zz_generated.conversion.js";
import { autoConvert_v2_Circle_To_v1_Circle } from "./zz_generated.conversion.js";

export function convert_v1_Job_To_v2_Job(
  input: DeepReadonly<v1.Job>,
): v2.Job {
  return {
    ...autoConvert_v1_Job_To_v2_Job(input),
    ...(input.policy !== undefined && input.policy !== "Once" && { policy: input.policy }),
    many: "a",
    color: input.color === undefined || input.color === null || input.color === "blue" ? "red" : input.color,
    ...(input.note !== undefined && input.note !== null && { note: input.note }),
    count: "",
    deadline: input.deadline ?? "",
    retries: input.retries ?? null,
  };
}

export function convert_v1_Place_To_v2_Place(
  input: DeepReadonly<v1.Place>,
): v2.Place {
  return {
    ...autoConvert_v1_Place_To_v2_Place(input),
    zones: [...(input.zones ?? [])],
    weights: { ...input.weights },
    steps: [],
    name: input.title,
    pod: { containers: [] },
    shape: { type: "circle", radius: 0, edge: { color: { name: "" }, width: 0 } },
    ...(input.tags !== undefined && input.tags !== null && { tags: [...input.tags] }),
    ...(input.limits !== null && { limits: { ...input.limits } }),
  };
}

export function convert_v1_Rest_To_v2_Rest(
  input: DeepReadonly<v1.Rest>,
): v2.Rest {
  // Left out: 'title' is not there.
  return {
    ...autoConvert_v1_Rest_To_v2_Rest(input),
    selector: {},
    condition: { type: "", status: "Unknown", lastTransitionTime: "", reason: "", message: "" },
    any: null,
    commands: [],
    "node-pool": { name: "", spread: false, labels: {}, taint: { key: "", valueOf: "", effect: "NoSchedule" } },
  };
}

export function convert_v1_Shape_To_v2_Shape(
  input: DeepReadonly<v1.Shape>,
): v2.Shape {
  switch (input.type) {
    case "circle":
      return convert_v1_Circle_To_v2_Circle(input);
    case "square":
      return convert_v1_Square_To_v2_Square(input);
    default:
      throw new Error(`there is no v2 Shape for ${JSON.stringify(input)}`);
  }
}

export function convert_v1_Circle_To_v2_Circle(
  input: DeepReadonly<v1.Circle>,
): v2.Circle {
  return {
    ...autoConvert_v1_Circle_To_v2_Circle(input),
    edge: { color: { name: "" }, width: 0 },
  };
}

export function convert_v1_Source_To_v2_Source(
  input: DeepReadonly<v1.Source>,
): v2.Source {
  throw new Error(`there is no v2 Source for ${JSON.stringify(input)}`);
}

export function convert_v2_Job_To_v1_Job(
  input: DeepReadonly<v2.Job>,
): v1.Job {
  return {
    ...autoConvert_v2_Job_To_v1_Job(input),
    count: 0,
    ...(input.retries !== null && { retries: input.retries }),
  };
}

export function convert_v2_Place_To_v1_Place(
  input: DeepReadonly<v2.Place>,
): v1.Place {
  // Left out: 'pod' is not there.
  // Left out: 'shape' is not there.
  return {
    ...autoConvert_v2_Place_To_v1_Place(input),
    title: input.name,
    limits: { ...input.limits },
  };
}

export function convert_v2_Rest_To_v1_Rest(
  input: DeepReadonly<v2.Rest>,
): v1.Rest {
  // Left out: 'selector' is not there.
  // Left out: 'condition' is not there.
  // Left out: 'any' is not there.
  // Left out: 'commands' is not there.
  // Left out: 'node-pool' is not there.
  return autoConvert_v2_Rest_To_v1_Rest(input);
}

export function convert_v2_Circle_To_v1_Circle(
  input: DeepReadonly<v2.Circle>,
): v1.Circle {
  // Left out: 'edge' has another type ('width' in it).
  return autoConvert_v2_Circle_To_v1_Circle(input);
}

export function convert_v2_Source_To_v1_Source(
  input: DeepReadonly<v2.Source>,
): v1.Source {
  throw new Error(`there is no v1 Source for ${JSON.stringify(input)}`);
}
