import type { FileStat } from "./port.js";

/** A change sooner after another than this may not show: the clocks of file systems tick slowly, some every two seconds. */
const tickMs = 2000;

/** Whether a change from now on gives the file another mark. */
export function isSettled(input: { readonly stat: FileStat; readonly now: number }): boolean {
  return input.now - input.stat.changedMs > tickMs;
}
