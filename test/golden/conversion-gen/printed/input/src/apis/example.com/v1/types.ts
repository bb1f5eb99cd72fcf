import type { int32, Time } from "crd-runtime";

/** What may be absent, null or another literal, and what is not there at all. */
export interface Job {
  policy?: "Always" | "Never" | "Once";
  many: "a" | "b" | "c" | "d" | "e";
  color?: Color;
  note?: string | null;
  count: int32;
  deadline?: Time;
  retries?: int32;
}

export interface Place {
  zones?: string[];
  weights?: Record<string, int32>;
  steps?: Step[];
  title: string;
  tags?: string[] | null;
  limits: Record<string, int32> | null;
}

export interface Rest {
  title?: string;
}

export type Color = "red" | "blue" | null;

export type Shape = Circle | Square | Triangle;

/** An alternative that has no function either, with a type of its own within. */
export interface Circle {
  type: "circle";
  radius: int32;
  edge?: { color: { name: string }; width: string };
}

export interface Square {
  type: "square";
  side: int32;
}

export interface Triangle {
  type: "triangle";
  side: int32;
}

export type Source = Inline | Remote;

export interface Inline {
  kind: "inline";
}

export interface Remote {
  kind: "remote";
  url: string;
}

export interface Step {
  name: string;
}
