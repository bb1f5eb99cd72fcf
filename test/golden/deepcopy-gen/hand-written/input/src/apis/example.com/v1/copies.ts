import { copyArray, type DeepReadonly } from "crd-runtime";
import type { Matrix, Window } from "./types.js";

export function deepCopyMatrix(input: DeepReadonly<Matrix>): Matrix {
  const output = { ...input } as Matrix;
  if (input.rows) {
    output.rows = copyArray(input.rows, (row) => [...row]);
  }
  return output;
}

export function deepCopyWindow(input: DeepReadonly<Window>): Window {
  return [...input];
}
