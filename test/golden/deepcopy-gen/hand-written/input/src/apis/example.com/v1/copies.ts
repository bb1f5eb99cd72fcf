import type { DeepReadonly } from "crd-runtime";
import type { Matrix, Window } from "./types.js";

export function deepCopyMatrix(input: DeepReadonly<Matrix>): Matrix {
  return { ...input, rows: input.rows.map((row) => [...row]) };
}

export function deepCopyWindow(input: DeepReadonly<Window>): Window {
  return [...input];
}
