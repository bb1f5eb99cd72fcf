import { copyArray, type DeepReadonly, type Mutable } from "crd-runtime";
import type { Board, Matrix, Path, Window } from "./types.js";

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

export function deepCopyIntoBoard(input: DeepReadonly<Board>, output: Mutable<Board>): void {
  Object.assign(output, input);
  if (input.cells) {
    output.cells = copyArray(input.cells, (row) => [...row]);
  }
}

export const deepCopyIntoPath = (input: DeepReadonly<Path>, output: Path): void => {
  output.push(...input);
};
