import type { Settings } from "./types.js";

export interface InAnotherFile {
  settings: Settings;
}
