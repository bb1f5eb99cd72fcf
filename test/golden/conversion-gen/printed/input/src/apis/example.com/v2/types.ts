import type { Condition, int32, JSON, LabelSelector, Time } from "crd-runtime";
import type { PodSpec } from "crd-runtime/core/v1";

export interface Job {
  policy?: "Always" | "Never";
  many: "a";
  color: "red";
  note?: string;
  count: string;
  deadline: Time;
  retries: int32 | null;
}

export interface Place {
  zones: string[];
  weights: Record<string, int32>;
  steps: Step[];
  name: string;
  pod: PodSpec;
  shape: Shape;
  tags?: string[];
  limits?: Record<string, int32>;
}

export interface Rest {
  selector: LabelSelector;
  condition: Condition;
  any: JSON;
  commands: string | string[];
  "node-pool": {
    name: string;
    size?: int32;
    spread: boolean;
    labels: Record<string, string>;
    taint: Taint;
  };
}

export interface Taint {
  key: string;
  valueOf?: string;
  effect: "NoSchedule" | "NoExecute";
  next?: Taint;
}

export type Shape = Circle | Square;

export interface Circle {
  type: "circle";
  radius: int32;
  edge: { color: { name: string }; width: int32 };
}

export interface Square {
  type: "square";
  side: int32;
}

export interface Source {
  kind: string;
}

export interface Step {
  name: string;
}
